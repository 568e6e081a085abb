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
  <!-- An element that no other file knows: its words are kept and the element is reported, once for each name. -->
  <xsl:key name="m:by-name" match="*" use="name()"/>

  <xsl:template match="*" as="text()*" priority="-10">
    <xsl:if test=". is key('m:by-name', name())[ancestor::text][1]">
      <xsl:call-template name="d:report"><xsl:with-param name="code" select="'PRINT-ELEMENT'"/></xsl:call-template>
    </xsl:if>
    <!-- Among elements that no words stand between, blanks part them. -->
    <xsl:variable name="apart" as="xs:boolean" select="empty(../text()[normalize-space()])"/>
    <xsl:text>{' '[$apart]}</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>{' '[$apart]}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
