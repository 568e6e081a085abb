<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries: entries with their forms, grammar, senses and etymologies. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="entry | entryFree | superEntry | hom" mode="m:text" as="element()">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="dictScrap | form | orth | pron | hyph | syll | stress | gramGrp | gram | pos | subc | gen | number | case | per | tns | mood | iType
      | def | usg | etym | lang | lbl | xr | colloc" mode="m:text" as="element()">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- A sense with a number, or beside others, begins a line; the only one of its entry runs on. -->
  <xsl:template match="sense" mode="m:text" as="element()">
    <xsl:element name="{if (@n or ../sense[2] or sense or f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., 'sense')"/>
      <xsl:if test="@n[normalize-space()] and not(lbl)">
        <xsl:sequence select="f:editorial(normalize-space(@n))"/>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="re" mode="m:text" as="element(h:div)">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <!-- Where a dictionary only says that its headword stands here (~), the page says the headword. -->
  <xsl:template match="oRef | pRef" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="not(node())">
        <xsl:variable name="v:entry" as="element()?" select="ancestor::*[self::entry or self::entryFree or self::re][1]"/>
        <xsl:variable name="v:said" as="element()?" select="if (self::oRef) then ($v:entry//orth)[1] else ($v:entry//pron)[1]"/>
        <xsl:sequence select="f:editorial(($v:said ! normalize-space()[. ne ''], '~')[1])"/>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
