<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: groups of lines, lines, and their numbers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'stanza')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., ('verse', 'part-' || lower-case(@part)[. = ('m', 'f')])[. ne 'part-'])"/>
      <!-- A number that the printer set stands in the margin itself. -->
      <xsl:if test="matches(@n, '^\d+$') and number(@n) mod 5 = 0 and not(.//fw[@type = 'lineNum'])">
        <xsl:attribute name="data-n" select="@n"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:notes-on(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="caesura | rhyme" mode="m:text" as="item()*">
    <xsl:if test="self::caesura">
      <span class="caesura"/>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>
</xsl:stylesheet>
