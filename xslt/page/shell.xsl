<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: head, landmarks, the order of the sections. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="/" as="element(h:html)">
    <xsl:variable name="v:document" as="document-node()" select="."/>
    <xsl:variable name="v:language" as="xs:string" select="f:language(.)"/>
    <xsl:variable name="v:interface" as="xs:string" select="f:interface-language(.)"/>
    <html lang="{$v:language}">
      <xsl:for-each select="f:direction($v:language)">
        <xsl:attribute name="dir" select="."/>
      </xsl:for-each>
      <head>
        <xsl:sequence select="f:head(.)"/>
      </head>
      <body>
        <a class="skip" href="#page:text">
          <xsl:sequence select="f:interface-attributes(.)"/>
          <xsl:value-of select="f:word('skip', $v:interface)"/>
        </a>
        <xsl:variable name="v:tree" as="document-node(element(h:main))">
          <xsl:document>
            <main id="page:text">
              <xsl:if test="empty(*/text)">
                <h1>{f:page-title(.)}</h1>
              </xsl:if>
              <xsl:apply-templates select="if (*/text) then */text else */sourceDoc" mode="m:text"/>
              <xsl:where-populated>
                <div class="apparatus">
                  <xsl:sequence select="f:interface-attributes(.), f:sections(.)"/>
                </div>
              </xsl:where-populated>
            </main>
          </xsl:document>
        </xsl:variable>
        <xsl:variable name="v:main" as="element(h:main)" select="$v:tree/h:main"/>
        <header>
          <xsl:sequence select="f:home(.), f:search(.)"/>
          <xsl:sequence select="f:reading-choices(., $v:main)"/>
          <xsl:sequence select="f:legend(., $v:main)"/>
          <xsl:sequence select="f:on-this-page($v:main/h:div[@class = 'apparatus']/h:section, .)"/>
        </header>
        <xsl:sequence select="f:nested($v:tree)"/>
        <xsl:sequence select="f:neighbours(.)"/>
      </body>
    </html>
  </xsl:template>

  <!-- The title of the document as the page says it; a document has to be called something. -->
  <xsl:function name="f:page-title" as="xs:string" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(f:header-title($document), f:title-in-text($document) ! f:words-of(.),
        f:word('untitled', f:interface-language($document)))[. ne ''][1]"/>
  </xsl:function>

  <!-- What follows the text; a section without content is left out. -->
  <xsl:function name="f:sections" as="element(h:section)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="f:notes($document), f:textual-notes($document), f:annotations($document), f:register($document, 'person'),
        f:register($document, 'place'), f:register($document, 'org'), f:facsimiles($document), f:source($document), f:cited($document), f:cite($document), f:about($document)"/>
  </xsl:function>

  <!-- A section of the page with its heading, if it has content. -->
  <xsl:function name="f:section" as="element(h:section)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:if test="exists($content)">
      <section class="{$key}" aria-labelledby="page:{$key}">
        <h2 id="page:{$key}">{f:word($key, $language)}</h2>
        <xsl:sequence select="$content"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- lang and dir for words of the interface, where it speaks another language than the text. -->
  <xsl:function name="f:interface-attributes" as="attribute()*" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:language($document)"/>
    <xsl:variable name="v:interface" as="xs:string" select="f:interface-language($document)"/>
    <xsl:if test="not(matches($v:language, '^' || $v:interface || '(-|$)', 'i'))">
      <xsl:attribute name="lang" select="$v:interface"/>
      <xsl:if test="f:direction($v:language)">
        <xsl:attribute name="dir" select="'ltr'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
