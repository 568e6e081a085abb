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
  <!-- Languages: what is hyphenated how, and which way it runs. -->

  <!-- `lang` (ISO 639, "und" where nothing usable is said) and `region` (ISO 3166, or empty) in force at an element. -->
  <xsl:function name="f:language-at" as="map(xs:string, xs:string)">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="tag" as="xs:string*" select="
      tokenize(lower-case(($element/ancestor-or-self::*[@xml:lang][1]/@xml:lang, $element ! f:language(root(.)), 'und')[1]), '-')"/>
    <xsl:variable name="rest" as="xs:string*" select="tail($tag)[matches(., '^[a-z]{2}$')]"/>
    <xsl:sequence select="map {
      'lang': if (matches($tag[1], '^[a-z]{2,3}$')) then $tag[1] else 'und',
      'region': if ($tag = 'x') then '' else string($rest[1])
    }"/>
  </xsl:function>

  <xsl:function name="f:region" as="xs:string">
    <xsl:param name="language" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="if ($language?region) then f:literal($language?region) else 'none'"/>
  </xsl:function>

  <!-- An element in another language than what stands around it. -->
  <xsl:template match="text//*[@xml:lang]" as="text()*" priority="20">
    <xsl:variable name="here" as="map(xs:string, xs:string)" select="f:language-at(.)"/>
    <xsl:choose>
      <xsl:when test="deep-equal($here, f:language-at(..))"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:text>#in-language({f:literal($here?lang)}, {f:region($here)})[</xsl:text>
        <xsl:next-match/>
        <xsl:text>];</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
