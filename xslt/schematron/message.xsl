<?xml version="1.0" encoding="UTF-8"?>
<!-- What assertions and diagnostics say: their words, with names and values of the document put in. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:edition:compiled" xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:m="urn:edition:modes"
    xmlns:edition-rules="urn:edition:rules" exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- What is neither Schematron nor XSLT (markup of a web page, say) keeps its words. -->
  <xsl:mode name="m:message" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="text()" mode="m:message" as="element(xsl:text)">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="m:message" as="element(xsl:value-of)">
    <out:value-of select="{@select}">
      <xsl:copy-of select="@edition-rules:at"/>
    </out:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="m:message" as="element(xsl:value-of)">
    <out:value-of select="name({@path})">
      <xsl:copy-of select="@edition-rules:at"/>
    </out:value-of>
  </xsl:template>

  <xsl:template match="xsl:*" mode="m:message" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:stylesheet>
