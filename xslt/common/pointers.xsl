<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers that lead out of the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The first of `pointers` that a reader may follow: on the web, by mail, or a file beside this one.
       Never a program text (javascript:) or a file of the reader's own machine. -->
  <xsl:function name="f:followable" as="xs:string?">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:sequence select="($pointers ! tokenize(.)[f:is-uri(.)][matches(., '^(https?://[^/?#]|mailto:.)', 'i')
        or not(matches(., '^([A-Za-z][A-Za-z0-9+.\-]*:|#|/|\\)'))])[1]"/>
  </xsl:function>

  <!-- The first of `pointers` that is an address on the web. -->
  <xsl:function name="f:web-address" as="xs:string?">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:sequence select="($pointers ! tokenize(.)[matches(., '^https?://[^/?#]', 'i')][f:is-uri(.)])[1]"/>
  </xsl:function>

  <!-- Characters and percent signs as in RFC 3986, letters of any script allowed. -->
  <xsl:function name="f:is-uri" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="matches($text, '^([\p{L}\p{M}\p{N}\-._~:/?#@!$&amp;''()*+,;=]|%[0-9A-Fa-f]{2})+$')
        and not(matches($text, '#.*#')) and not(matches($text, '^https?:/*[^/]*[^\p{L}\p{N}.\-:@/?#]', 'i'))"/>
  </xsl:function>
</xsl:stylesheet>
