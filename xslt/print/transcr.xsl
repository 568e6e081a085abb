<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns:v="urn:edition:variables"
  xmlns:p="urn:edition:prepared"
  xmlns:d="urn:edition:diagnostics"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:print"
  expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- TEI module transcr: what the editor did to the transcription, with the signs print has for it. -->
  <xsl:template match="supplied" as="text()*">
    <xsl:sequence select="f:words('[')"/><xsl:apply-templates/><xsl:sequence select="f:words(']')"/>
  </xsl:template>
  <!-- In brackets already, as the source has it. -->
  <xsl:template match="supplied[starts-with(normalize-space(), '[')]" as="text()*" priority="1"><xsl:apply-templates/></xsl:template>
  <xsl:template match="surplus" as="text()*">
    <xsl:sequence select="f:words('{')"/><xsl:apply-templates/><xsl:sequence select="f:words('}')"/>
  </xsl:template>
  <xsl:template match="damage | damageSpan | restore | subst | substJoin | mod | retrace | redo | undo | secl | delSpan | addSpan
      | surfaceGrp | sourceDoc | listTranspose | transpose" as="text()*"><xsl:apply-templates/></xsl:template>
  <!-- Pages as they lie before the reader. -->
  <xsl:template match="surface | zone" as="text()*">#in-block[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="line" as="text()*">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::line"><xsl:text>#linebreak();</xsl:text></xsl:if>
  </xsl:template>
  <!-- A place that was left free, and what is said about it. -->
  <xsl:template match="space[not(desc)]" as="text()*"><xsl:text>#h(1em);</xsl:text></xsl:template>
  <xsl:template match="space[desc]" as="text()*">
    <xsl:sequence select="f:words('[')"/><xsl:apply-templates select="desc"/><xsl:sequence select="f:words(']')"/>
  </xsl:template>
</xsl:stylesheet>
