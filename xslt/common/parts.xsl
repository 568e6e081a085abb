<?xml version="1.0" encoding="UTF-8"?>
<!-- What readers call the parts of a description, in the languages of the interface; a word for each element. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <!-- parts.txt: an element, then its name in each of $v:languages, parted by bars; the first line says which they are. -->
  <xsl:variable name="v:part-names" as="map(xs:string, xs:string+)" static="yes"
      select="map:merge(tail(tokenize(unparsed-text('parts.txt'), '\n')[normalize-space()])
        ! (let $v:cells := tokenize(., '\|') ! normalize-space() return map{$v:cells[1]: tail($v:cells)}))"/>

  <!-- The name of a part in `language`, one of $v:languages. -->
  <xsl:function name="f:part-name" as="xs:string">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="$v:part-names($element)[index-of($v:languages, $language)]"/>
  </xsl:function>
</xsl:stylesheet>
