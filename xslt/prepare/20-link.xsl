<?xml version="1.0" encoding="UTF-8"?>
<!-- Second pass: pointers inside the document become the identifiers of what they point to. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" xmlns:p="urn:edition:prepared"
    xmlns:v="urn:edition:variables" xmlns:f="urn:edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="m:target" match="*[@xml:id]" use="string(@xml:id)"/>

  <xsl:template match="*[@ref or @who or @target or @key] | person | personGrp | place | org" mode="m:settle" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="f:ties(.)"/>
      <xsl:apply-templates mode="m:settle"/>
    </xsl:copy>
  </xsl:template>

  <!-- What `element` points to, and what kind of record it is or means. A record that points elsewhere is a record all
       the same. -->
  <xsl:function name="f:ties" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:target" as="element()?" select="f:pointed-at($element)"/>
    <xsl:if test="$v:target/@p:id">
      <xsl:attribute name="p:target" select="$v:target/@p:id"/>
    </xsl:if>
    <xsl:sequence select="(f:kind($element), $v:target[@p:id] ! f:kind(.))[1]"/>
  </xsl:function>

  <!-- The element of this document that the first local pointer means. -->
  <xsl:function name="f:pointed-at" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:ids" as="xs:string*" select="
        for $pointer in $element/(@ref, @who, @target) ! tokenize(.)[starts-with(., '#')]
        return substring($pointer, 2),
        $element/@key ! string()"/>
    <xsl:sequence select="($v:ids ! key('m:target', ., root($element))[1])[1]"/>
  </xsl:function>

  <xsl:function name="f:kind" as="attribute(p:kind)?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="v:kinds" as="map(xs:string, xs:string)"
        select="map{'person': 'person', 'personGrp': 'person', 'place': 'place', 'org': 'org'}"/>
    <xsl:for-each select="$v:kinds(local-name($record))">
      <xsl:attribute name="p:kind" select="."/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
