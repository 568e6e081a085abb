<?xml version="1.0" encoding="UTF-8"?>
<!-- The few shapes that most elements take: words in a line, a line, a block, a part with its name before it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="m:phrase" as="element(h:span)">
    <xsl:context-item as="element()" use="required"/>
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <xsl:template name="m:line" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="m:block" as="element(h:div)">
    <xsl:context-item as="element()" use="required"/>
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- Code and examples, with their blanks and lines. -->
  <xsl:template name="m:preformatted" as="element(h:pre)">
    <xsl:context-item as="element()" use="required"/>
    <pre>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </pre>
  </xsl:template>

  <!-- A part that readers know by its name: “Binding: calf over boards”. -->
  <xsl:template name="m:named-part" as="element(h:div)">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root(.))"/>
    <div>
      <xsl:sequence select="f:attributes(., ('part-of-record', local-name()))"/>
      <span class="editorial label">
        <xsl:sequence select="f:interface-attributes(root(.))"/>
        <xsl:value-of select="f:part-name(local-name(), $v:language)"/>
      </span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- A name that the encoding gives in an attribute: said in the page, but no word of the text. -->
  <xsl:function name="f:said-in-attribute" as="element(h:span)?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value) ne ''">
      <span class="editorial said-in-attribute">
        <xsl:value-of select="normalize-space($value)"/>
      </span>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
