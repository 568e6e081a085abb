<?xml version="1.0" encoding="UTF-8"?>
<!-- The place of an element: its number in document order, from 1. A message names it by that, and so does the page,
     where it has no other name. Preparing a document keeps all elements in their order, and so their places. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    exclude-result-prefixes="#all">

  <!-- Counted when the first place is asked for, which few pages do. -->
  <xsl:accumulator name="m:place" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:place" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/accumulator-before('m:place')"/>
  </xsl:function>
</xsl:stylesheet>
