<?xml version="1.0" encoding="UTF-8"?>
<!-- Variables of a pattern hold in that pattern only (ISO/IEC 19757-3, 5.4.6), in XSLT they hold everywhere: where a
     name is given twice, those of patterns are told apart by the number of their pattern. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes" xmlns:v="urn:edition:variables"
    xmlns:edition-rules="urn:edition:rules" exclude-result-prefixes="#all">

  <xsl:mode name="m:variables" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="sch:pattern[sch:let]" mode="m:variables" as="element(sch:pattern)">
    <xsl:param name="phase" as="xs:string" tunnel="yes"/>
    <xsl:variable name="v:others" as="xs:string*" select="
        (../(sch:let | sch:phase[@id = $phase]/sch:let | xsl:variable), (../sch:pattern except .)/sch:let)/string(@name)"/>
    <xsl:variable name="v:shared" as="xs:string*" select="sch:let/string(@name)[. = $v:others]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="m:variables">
        <xsl:with-param name="shared" select="$v:shared" tunnel="yes"/>
        <xsl:with-param name="ending" select="'.' || (1 + count(preceding-sibling::sch:pattern))" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- What a rule is called by, if it has no id, is its context as it was written. -->
  <xsl:template match="sch:pattern/sch:rule[contains(@context, '$')]" mode="m:variables" as="element(sch:rule)">
    <xsl:copy>
      <xsl:attribute name="edition-rules:written" select="@context"/>
      <xsl:apply-templates select="@*, node()" mode="m:variables"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:pattern/sch:let/@name" mode="m:variables" as="attribute(name)">
    <xsl:param name="shared" as="xs:string*" tunnel="yes"/>
    <xsl:param name="ending" as="xs:string" tunnel="yes" select="''"/>
    <xsl:attribute name="name" select=". || (if (. = $shared) then $ending else '')"/>
  </xsl:template>

  <xsl:template match="sch:pattern//@*[contains(., '$')]" mode="m:variables" as="attribute()">
    <xsl:param name="shared" as="xs:string*" tunnel="yes"/>
    <xsl:param name="ending" as="xs:string" tunnel="yes" select="''"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="f:told-apart(., $shared, $ending)"/>
  </xsl:template>

  <!-- An expression whose variables of the names `shared` have `ending` after their name; string literals stay. -->
  <xsl:function name="f:told-apart" as="xs:string">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="shared" as="xs:string*"/>
    <xsl:param name="ending" as="xs:string"/>
    <xsl:variable name="v:parts" as="xs:string*">
      <xsl:analyze-string select="$expression" regex="&quot;[^&quot;]*&quot;|'[^']*'|\$\s*([\i-[:]][\c-[:]]*)(:?)">
        <xsl:matching-substring>
          <xsl:sequence select="if (regex-group(1) = $shared and regex-group(2) = '') then . || $ending else ."/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($v:parts)"/>
  </xsl:function>
</xsl:stylesheet>
