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

  <!-- Parts of an entry that the encoding sets side by side without a blank. -->
  <xsl:template match="*[f:is-part-of-entry(.)][following-sibling::node()[1][f:is-part-of-entry(.)]]" mode="m:text" as="item()+" priority="0.85">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:function name="f:is-part-of-entry" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[parent::entry or parent::hom or parent::re or parent::sense or parent::form or parent::gramGrp or parent::cit[form or gramGrp or def]]
        [self::form or self::orth or self::pron or self::hyph or self::gramGrp or self::pos or self::gen or self::number or self::case or self::per or self::tns
          or self::mood or self::iType or self::subc or self::gram or self::sense or self::def or self::usg or self::etym or self::lang or self::xr or self::cit or self::lbl
          or self::quote or self::note])"/>
  </xsl:function>

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
