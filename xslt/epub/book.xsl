<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the book: facts, text, what follows the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:e="urn:edition:ebook" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" as="element(e:book)">
    <xsl:variable name="v:document" as="document-node()" select="."/>
    <xsl:variable name="v:language" as="xs:string" select="f:language(.)"/>
    <xsl:variable name="v:tree" as="document-node(element(h:main))">
      <xsl:document>
        <main>
          <xsl:if test="empty(*/text)">
            <h1>
              <xsl:value-of select="f:page-title(.)"/>
            </h1>
          </xsl:if>
          <xsl:apply-templates select="if (*/text) then */text else */sourceDoc" mode="m:text"/>
          <xsl:sequence select="f:notes(.)"/>
          <div class="apparatus">
            <xsl:sequence select="f:interface-attributes(.)"/>
            <xsl:sequence select="f:sections(.)"/>
          </div>
        </main>
      </xsl:document>
    </xsl:variable>
    <e:book language="{$v:language}" interface="{f:interface-language(.)}" direction="{(f:direction($v:language), 'ltr')[1]}">
      <xsl:sequence select="f:facts(.)"/>
      <xsl:apply-templates select="f:nested($v:tree)" mode="m:shown"/>
    </e:book>
  </xsl:template>

  <!-- A book has the reading text only: what a page keeps hidden for the diplomatic one is left out. -->
  <xsl:mode name="m:shown" on-no-match="shallow-copy"/>
  <xsl:template match="h:*[@hidden]" mode="m:shown" as="empty-sequence()"/>

  <!-- Facsimiles are no part of the book, so no page beginning leads to one. -->
  <xsl:function name="f:has-facsimile" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="false()"/>
  </xsl:function>

  <!-- What follows the text. Footnotes stand apart from it: each goes to the file that it is called in. -->
  <xsl:function name="f:sections" as="element(h:section)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="f:textual-notes($document), f:annotations($document), f:register($document, 'person'),
        f:register($document, 'place'), f:register($document, 'org'), f:source($document), f:cited($document),
        f:cite($document) ! f:without-addresses(.), f:about($document)"/>
  </xsl:function>

  <!-- The book shows no signs of addresses in its margin. -->
  <xsl:function name="f:without-addresses" as="element(h:section)">
    <xsl:param name="section" as="element(h:section)"/>
    <section>
      <xsl:sequence select="$section/@*, $section/node()[not(self::h:p[@class = 'addresses'])]"/>
    </section>
  </xsl:function>

  <!-- A section with its heading, if it has content; registers are indexes (EPUB SSV 1.1; DPUB-ARIA 1.1). -->
  <xsl:function name="f:section" as="element(h:section)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="v:sort" as="xs:string?"
        select="map{'persons': 'index', 'places': 'index', 'orgs': 'index', 'textual-notes': 'endnotes', 'cited': 'bibliography'}($key)"/>
    <xsl:if test="exists($content)">
      <section class="{$key}" aria-labelledby="page:{$key}">
        <xsl:for-each select="$v:sort">
          <xsl:attribute name="epub:type" select="."/>
          <xsl:attribute name="role" select="'doc-' || ."/>
        </xsl:for-each>
        <h2 id="page:{$key}">
          <xsl:value-of select="f:word($key, $language)"/>
        </h2>
        <xsl:sequence select="$content"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The book has its contents at the beginning. -->
  <xsl:function name="f:contents" as="element(h:nav)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="()"/>
  </xsl:function>
</xsl:stylesheet>
