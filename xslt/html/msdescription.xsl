<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description: what a manuscript is called, what it holds, how it looks, where it has been. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="msDesc | msPart | msFrag | msContents | physDesc | history | additional | objectDesc | supportDesc | layoutDesc
      | msItem | msItemStruct | adminInfo | recordHist" mode="m:text" as="element()">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="summary | support | foliation | collation | condition | layout | handDesc | scriptDesc | decoDesc | decoNote | musicNotation
      | bindingDesc | binding | sealDesc | seal | typeDesc | typeNote | additions | accMat | origin | provenance | acquisition
      | custodialHist | custEvent | surrogates | source | filiation | rubric | finalRubric | incipit | explicit | colophon" mode="m:text" as="element()">
    <xsl:call-template name="m:named-part"/>
  </xsl:template>

  <xsl:template match="institution | repository | collection | msName | locus | locusGrp | objectType | material | origPlace | catchwords | signatures
      | secFol | heraldry | stamp | watermark | height | width | depth | dim" mode="m:text" as="element()">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- The parts of a part stand under its name. -->
  <xsl:template match="decoDesc/decoNote | bindingDesc/binding | sealDesc/seal | typeDesc/typeNote" mode="m:text" as="element()" priority="1">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <!-- Who keeps it, where, under which shelfmark: one line. -->
  <xsl:template match="msIdentifier | altIdentifier" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- Measures, with the unit that the encoding says once for all. -->
  <xsl:template match="dimensions" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., 'dimensions')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:for-each select="@unit[normalize-space()]">
        <xsl:text> </xsl:text>
        <xsl:sequence select="f:editorial(normalize-space(.))"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="origDate" mode="m:text" as="element()">
    <xsl:variable name="v:value" as="xs:string?" select="f:html-date(.)"/>
    <xsl:element name="{if ($v:value) then 'time' else 'span'}">
      <xsl:sequence select="f:attributes(., 'date')"/>
      <xsl:for-each select="$v:value">
        <xsl:attribute name="datetime" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
