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
  <!--
    The print edition of one prepared TEI document: typst source text whose only code is calls of print/book.typ.
    Every word of the document travels as a string literal (print/literals.xsl), so none of it can become code.
  -->
  <xsl:import href="common/i18n.xsl"/>
  <xsl:import href="common/messages.xsl"/>
  <xsl:import href="common/pointers.xsl"/>
  <xsl:import href="common/rendition.xsl"/>
  <xsl:import href="common/title.xsl"/>
  <xsl:import href="common/margin.xsl"/>
  <xsl:include href="print/literals.xsl"/>
  <xsl:include href="print/unhandled.xsl"/>
  <xsl:include href="print/depth.xsl"/>
  <xsl:include href="print/language.xsl"/>
  <xsl:include href="print/header.xsl"/>
  <xsl:include href="print/textstructure.xsl"/>
  <xsl:include href="print/core.xsl"/>
  <xsl:include href="print/quotation.xsl"/>
  <xsl:include href="print/namesdates.xsl"/>
  <xsl:include href="print/linking.xsl"/>
  <xsl:include href="print/verse.xsl"/>
  <xsl:include href="print/drama.xsl"/>
  <xsl:include href="print/spoken.xsl"/>
  <xsl:include href="print/transcr.xsl"/>
  <xsl:include href="print/textcrit.xsl"/>
  <xsl:include href="print/figures.xsl"/>
  <xsl:include href="print/gaiji.xsl"/>

  <!-- The stem of the text where it is to be one of a volume: then names of places begin with it. Else empty. -->
  <xsl:param name="part" as="xs:string" select="''"/>
  <!-- Whether the numbers of paragraphs, speeches and lines stand in the margin, as in their addresses on the web. -->
  <xsl:param name="numbered" as="xs:boolean" select="false()"/>

  <!-- The pictures that can be set (edition/publish/pictures.py): a line a pointer, and after a tab its name. -->
  <xsl:param name="pictures" as="xs:string" select="''"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode name="m:print" on-no-match="fail" on-multiple-match="fail" use-accumulators="m:dates m:place"/>

  <xsl:template match="/" as="text()*">
    <xsl:choose>
      <xsl:when test="$part"><xsl:sequence select="f:part-of-volume(*)"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="header" as="element(teiHeader)?" select="*/teiHeader"/>
        <xsl:text>#import "book.typ": *&#10;#import "theme.typ": *&#10;</xsl:text>
        <xsl:sequence select="f:book-settings(*)"/>
        <xsl:text>#show: look&#10;</xsl:text>
        <xsl:apply-templates select="*"/>
        <xsl:text>&#10;#to-be-asked();</xsl:text>
        <xsl:if test="$header"><xsl:sequence select="f:colophon($header)"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="TEI" as="text()*">
    <xsl:sequence select="f:opening-title(.)"/>
    <xsl:apply-templates select="if (text) then text else sourceDoc"/>
  </xsl:template>
</xsl:stylesheet>
