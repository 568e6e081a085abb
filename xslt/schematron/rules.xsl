<?xml version="1.0" encoding="UTF-8"?>
<!-- Abstract rules (ISO/IEC 19757-3, 5.4.12): what a rule extends stands in its place. A rule of the same pattern is
     meant first, then one of that id anywhere in the schema. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:m="urn:edition:modes" xmlns:v="urn:edition:variables"
    exclude-result-prefixes="#all">

  <xsl:mode name="m:rules" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="m:abstract-rule" match="sch:rule[@abstract = 'true']" use="string(@id)"/>

  <xsl:template match="sch:rule[@abstract = 'true']" mode="m:rules" as="empty-sequence()"/>

  <xsl:template match="sch:extends" mode="m:rules" as="node()*">
    <xsl:variable name="v:meant" as="element(sch:rule)+" select="key('m:abstract-rule', @rule)"/>
    <xsl:variable name="v:near" as="element(sch:rule)*" select="$v:meant intersect ancestor::sch:pattern/sch:rule"/>
    <xsl:apply-templates select="($v:near, $v:meant)[1]/node()" mode="m:rules"/>
  </xsl:template>
</xsl:stylesheet>
