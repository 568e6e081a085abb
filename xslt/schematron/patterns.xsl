<?xml version="1.0" encoding="UTF-8"?>
<!-- Abstract patterns (ISO/IEC 19757-3, 5.4.8 and 6.3): each pattern that is one of a kind gets the rules of its
     kind, with the values of its parameters in place of their names. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes" xmlns:v="urn:edition:variables"
    exclude-result-prefixes="#all">

  <xsl:mode name="m:patterns" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="m:instance" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="m:abstract-pattern" match="sch:pattern[@abstract = 'true']" use="string(@id)"/>

  <xsl:template match="sch:pattern[@abstract = 'true']" mode="m:patterns" as="empty-sequence()"/>

  <xsl:template match="sch:pattern[@is-a]" mode="m:patterns" as="element(sch:pattern)">
    <xsl:variable name="v:kind" as="element(sch:pattern)" select="key('m:abstract-pattern', @is-a)[1]"/>
    <xsl:copy>
      <xsl:copy-of select="$v:kind/@role, @* except @is-a"/>
      <xsl:copy-of select="sch:let"/>
      <xsl:apply-templates select="$v:kind/node()" mode="m:instance">
        <xsl:with-param name="parameters" tunnel="yes" as="map(xs:string, xs:string)"
            select="map:merge(($v:kind, .)/sch:param ! map{string(@name): string(@value)}, map{'duplicates': 'use-last'})"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:param" mode="m:instance" as="empty-sequence()"/>

  <xsl:template match="@*" mode="m:instance" as="attribute()">
    <xsl:param name="parameters" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="f:with-parameters(., $parameters)"/>
  </xsl:template>

  <!-- An expression in which `$name` of a parameter has become its value; other variables stay. -->
  <xsl:function name="f:with-parameters" as="xs:string">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="parameters" as="map(xs:string, xs:string)"/>
    <xsl:variable name="v:parts" as="xs:string*">
      <xsl:analyze-string select="$expression" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:sequence select="($parameters(regex-group(1)), .)[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($v:parts)"/>
  </xsl:function>
</xsl:stylesheet>
