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
  <!-- TEI module linking: pointers within the document and out into the world. -->
  <xsl:key name="m:by-id" match="*[@p:id]" use="string(@p:id)"/>
  <xsl:key name="m:xml-id" match="*[@xml:id]" use="string(@xml:id)"/>
  <xsl:key name="m:pointers" match="text//ref[@p:target] | text//ptr[@p:target]" use="string(@p:target)"/>

  <!-- The element of the text that a pointer means, if it is printed. -->
  <xsl:function name="f:goal" as="element()?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
      $pointer/@p:target ! key('m:by-id', ., root($pointer))[ancestor::text]
        [not(ancestor-or-self::choice or ancestor-or-self::app or ancestor::note or self::note)][1]"/>
  </xsl:function>

  <!-- Content linked to where @target points; plain where that is nowhere a reader of print can go. -->
  <xsl:function name="f:linked" as="text()*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="content" as="node()*" select="$pointer/node()"/>
    <xsl:variable name="goal" as="element()?" select="f:goal($pointer)"/>
    <xsl:variable name="address" as="xs:string?" select="f:followable($pointer/@target)[matches(., '^(https?|mailto):', 'i')]"/>
    <xsl:variable name="opening" as="xs:string?" select="
      if (f:holds-blocks($pointer) or $pointer/ancestor::ref) then ()
      else if ($goal) then '#to(' || f:label($goal/@p:id) || ')['
      else if (string-length($address) = 1 to 2000) then '#link(' || f:literal($address) || ')[' else ()"/>
    <xsl:variable name="shown" as="text()*">
      <xsl:apply-templates select="$content"/>
    </xsl:variable>
    <xsl:text>{$opening}</xsl:text>
    <xsl:sequence select="
      if (exists($content[normalize-space()])) then $shown
      else f:words(if ($goal) then (f:plain($goal/head[1])[.], $goal/@n ! string(), string($goal/@xml:id))[1] else normalize-space($pointer/@target))"/>
    <xsl:if test="$opening"><xsl:text>];</xsl:text></xsl:if>
  </xsl:function>

  <xsl:template match="ref[@target] | ptr[@target]" as="text()*">
    <xsl:sequence select="f:linked(.)"/>
  </xsl:template>
  <xsl:template match="ref[not(@target)]" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="ptr[not(@target)] | link | linkGrp | join | joinGrp | alt | altGrp | timeline | standOff | span | spanGrp
      | interp | interpGrp | listAnnotation" as="text()*"/>

  <!-- A place that something points to. -->
  <xsl:template match="text//*[@p:id][key('m:pointers', @p:id)]" as="text()*" priority="21">
    <xsl:if test="f:goal(key('m:pointers', @p:id)[1]) is .">
      <xsl:text>#anchor({f:label(@p:id)});</xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
