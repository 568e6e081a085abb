<?xml version="1.0" encoding="UTF-8"?>
<!-- Feature structures: names and values, set as a matrix. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="fs | fLib | fvLib | vAlt | vColl | vMerge | vNot | vLabel" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., ('feature-structure', local-name()))"/>
      <xsl:sequence select="f:said-in-attribute((@type, @name, @org)[1])"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:said-in-attribute(@feats)"/>
    </span>
  </xsl:template>

  <xsl:template match="f" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., 'feature')"/>
      <xsl:sequence select="f:said-in-attribute(@name)"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:said-in-attribute(@fVal)"/>
    </span>
  </xsl:template>

  <xsl:template match="string" mode="m:text" as="element(h:span)">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- Values that stand in attributes. -->
  <xsl:template match="symbol | numeric | binary | default" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., ('value', local-name()))"/>
      <xsl:sequence select="f:said-in-attribute(if (self::default) then 'default' else string-join((@value, @max), '–'))"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
