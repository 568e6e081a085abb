<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in the margin of the source. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Placed there by the encoding (Guidelines, att.placement), and in a part of the text that can do without it: a
       heading or a cell with its note in its midst could not be read. -->
  <xsl:function name="f:is-marginal" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches($element/@place, 'marg|^(left|right)$', 'i') and not(matches($element/@place, 'top|bot', 'i'))
        and empty($element/(ancestor::head | ancestor::speaker | ancestor::ref | ancestor::cell | ancestor::titlePage | ancestor::list
          | ancestor::note | ancestor::label | ancestor::fw | ancestor::bibl | ancestor::choice | ancestor::app))"/>
  </xsl:function>

  <!-- The side of the page that the encoding names; nothing for one that changes from page to page, as inner and outer. -->
  <xsl:function name="f:margin-side" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:sides" as="xs:string*" select="('left', 'right')[contains(lower-case($element/@place), .)]"/>
    <xsl:sequence select="$v:sides[count($v:sides) eq 1] ! ('at-' || .)"/>
  </xsl:function>
</xsl:stylesheet>
