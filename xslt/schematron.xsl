<?xml version="1.0" encoding="UTF-8"?>
<!-- From a Schematron schema (ISO/IEC 19757-3) to the sheet that checks a document by its rules.

     The schema is one document: what it includes is in it already, it is known to be sound, and its elements carry
     edition-rules:at, the number under which their place in a file is remembered. The parameter is the id of a
     phase, or #ALL. The sheet that is made returns edition-rules:findings (see schematron/compile.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" xmlns:v="urn:edition:variables"
    exclude-result-prefixes="#all">

  <xsl:import href="schematron/patterns.xsl"/>
  <xsl:import href="schematron/rules.xsl"/>
  <xsl:import href="schematron/variables.xsl"/>
  <xsl:import href="schematron/compile.xsl"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>

  <xsl:param name="phase" as="xs:string" select="'#ALL'"/>

  <xsl:template match="/" as="element(xsl:stylesheet)">
    <xsl:variable name="v:concrete" as="document-node()">
      <xsl:apply-templates select="." mode="m:patterns"/>
    </xsl:variable>
    <xsl:variable name="v:extended" as="document-node()">
      <xsl:apply-templates select="$v:concrete" mode="m:rules"/>
    </xsl:variable>
    <xsl:variable name="v:distinct" as="document-node()">
      <xsl:apply-templates select="$v:extended" mode="m:variables">
        <xsl:with-param name="phase" select="$phase" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:apply-templates select="$v:distinct" mode="m:compile">
      <xsl:with-param name="phase" select="$phase" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>
