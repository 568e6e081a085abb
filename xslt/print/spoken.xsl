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
  <!-- TEI module spoken: utterances, and what is heard besides words. -->

  <!-- An utterance names no speaker in its own words, so the record of who speaks is set before it. -->
  <xsl:template match="u" as="text()*">
    <xsl:variable name="ids" as="xs:string*" select="tokenize(normalize-space(@who), ' ')[starts-with(., '#')] ! substring(., 2)"/>
    <xsl:variable name="names" as="xs:string*" select="
      for $id in $ids return (key('m:xml-id', $id)[1]/(persName | name | p)[1] ! f:plain(.)[.], $id)[1]"/>
    <xsl:text>#speech({f:said-by($names)}[#p[</xsl:text>
    <xsl:sequence select="f:speaker-mark(.), f:address(.)"/>
    <xsl:if test="exists($names)">
      <xsl:text>#label-letters[</xsl:text><xsl:sequence select="f:words(string-join($names, ', '))"/><xsl:text>];#h(0.6em);</xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:text>];]);&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="annotationBlock" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="pause[not(node())]" as="text()*"><xsl:sequence select="f:words(' … ')"/></xsl:template>
  <xsl:template match="vocal | incident | kinesic | writing | pause[node()]" as="text()*">#slanted[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="shift" as="text()*"/>
</xsl:stylesheet>
