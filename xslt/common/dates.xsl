<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI dates as other formats take them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The value of one date as HTML's `datetime` takes it (HTML Standard, 2.3.5): 1917, 1918-11, 1918-11-08,
       a day without year 11-08, with a time of day or a time alone. Nothing for what HTML has no form for:
       spans of time, years before 1, a month or a day alone, days that do not exist. -->
  <xsl:function name="f:html-date" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="($date/(@when, @when-iso) ! f:html-date-of(normalize-space()))[1]"/>
  </xsl:function>

  <!-- Static, for a pattern that is put together anew is compiled anew. -->
  <xsl:variable name="v:year" as="xs:string" static="yes" select="'^(0*[1-9]\d{3,}|0\d\d[1-9]|0\d[1-9]\d|0[1-9]\d\d)'"/>
  <xsl:variable name="v:time" as="xs:string" static="yes" select="'\d\d:\d\d(:\d\d(\.\d{1,3})?)?'"/>
  <xsl:variable name="v:only-year" as="xs:string" static="yes" select="$v:year || '$'"/>
  <xsl:variable name="v:month-of-year" as="xs:string" static="yes" select="$v:year || '-\d\d$'"/>
  <xsl:variable name="v:day-of-year" as="xs:string" static="yes" select="$v:year || '-\d\d-\d\d$'"/>
  <xsl:variable name="v:moment" as="xs:string" static="yes" select="$v:year || '-\d\d-\d\dT' || $v:time || '(Z|[+\-]\d\d:\d\d)?$'"/>
  <xsl:variable name="v:only-time" as="xs:string" static="yes" select="'^' || $v:time || '$'"/>

  <xsl:function name="f:html-date-of" as="xs:string?" cache="yes">
    <xsl:param name="value" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($value, $v:only-year)">
        <xsl:sequence select="$value"/>
      </xsl:when>
      <xsl:when test="matches($value, $v:month-of-year)">
        <xsl:sequence select="$value[. castable as xs:gYearMonth]"/>
      </xsl:when>
      <xsl:when test="matches($value, $v:day-of-year)">
        <xsl:sequence select="$value[. castable as xs:date]"/>
      </xsl:when>
      <xsl:when test="matches($value, '^--\d\d-\d\d$')">
        <xsl:sequence select="$value[. castable as xs:gMonthDay] ! substring(., 3)"/>
      </xsl:when>
      <xsl:when test="matches($value, $v:moment)">
        <xsl:sequence select="$value[f:with-seconds(.) castable as xs:dateTime][not(contains(., 'T24'))]"/>
      </xsl:when>
      <xsl:when test="matches($value, $v:only-time)">
        <xsl:sequence select="$value[f:with-seconds(.) castable as xs:time][not(starts-with(., '24'))]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- 10:30 as 10:30:00, which XML Schema wants. -->
  <xsl:function name="f:with-seconds" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="replace($value, '^([^:]*:\d\d)([Z+\-].*)?$', '$1:00$2')"/>
  </xsl:function>

  <!-- The year of a normalised value as readers write it: -0043, which counts a year 0, is 44 BCE. Other values stay. -->
  <xsl:function name="f:year-of" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:figures" as="xs:string" select="replace($value, '^(-?\d{4,}).*$', '$1')"/>
    <xsl:choose>
      <xsl:when test="not(matches($v:figures, '^-?\d{4,9}$'))">
        <xsl:sequence select="$value"/>
      </xsl:when>
      <xsl:when test="xs:integer($v:figures) gt 0">
        <xsl:sequence select="string(xs:integer($v:figures))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="1 - xs:integer($v:figures) || '&#xA0;' || f:word('bce', $language)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The earliest normalised value an element gives, whatever its kind; for sorting and for metadata. -->
  <xsl:function name="f:normalised-date" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="$date/(@when, @when-iso, @from, @from-iso, @notBefore, @notBefore-iso, @to, @notAfter)[1] ! normalize-space()"/>
  </xsl:function>
</xsl:stylesheet>
