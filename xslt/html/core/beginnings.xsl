<?xml version="1.0" encoding="UTF-8"?>
<!-- Where lines, columns and pages of the source begin, and other milestones. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Beginnings: lines in prose flow on; elsewhere the break is part of the text's form. -->
  <xsl:template match="lb[not(@break = 'no')]" mode="m:text" as="item()*">
    <xsl:choose>
      <xsl:when test="ancestor::*[self::p or self::note or self::item or self::quote or self::cell][1][not(ancestor::opener or ancestor::closer or ancestor::address)]
          [self::p or self::note or self::item or self::quote]">
        <xsl:text> </xsl:text>
        <br hidden="hidden"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- The first line of a block has begun already. -->
        <xsl:if test="not(f:begins-inscription(.))">
          <br/>
        </xsl:if>
        <xsl:sequence select="f:line-count(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lines of an inscription or a papyrus, which has its text in anonymous blocks and counts its lines. -->
  <xsl:function name="f:is-line-of-block" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="exists($beginning[@n]/ancestor::*[self::p or self::ab or self::l or self::head or self::note or self::item or self::quote or self::cell or self::speaker][1][self::ab])"/>
  </xsl:function>

  <xsl:function name="f:begins-inscription" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="f:is-line-of-block($beginning) and empty($beginning/preceding-sibling::node()[normalize-space() or self::*]) and exists($beginning/parent::ab)"/>
  </xsl:function>

  <!-- The number of every fifth line, in the margin. -->
  <xsl:function name="f:line-count" as="element(h:span)?">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:if test="f:is-line-of-block($beginning) and matches($beginning/@n, '^\d+$') and number($beginning/@n) mod 5 = 0">
      <span class="editorial line-count">
        <xsl:value-of select="$beginning/@n"/>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:template match="lb[@break = 'no'][f:is-line-of-block(.)]" mode="m:text" as="element()+" priority="1">
    <span class="{string-join(('line-end', 'parted'[not(f:has-hyphen-before(current()))]), ' ')}">
      <br/>
    </span>
    <xsl:sequence select="f:line-count(.)"/>
  </xsl:template>

  <xsl:function name="f:has-hyphen-before" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="exists($beginning/preceding-sibling::node()[normalize-space() or self::*][1]
        [self::pc or self::text()[matches(., '[-‐‑⸗=¬]\s*$')]])"/>
  </xsl:function>

  <!-- A line that begins within a word; the diplomatic text shows it, with a sign where the source has none. -->
  <xsl:template match="lb[@break = 'no']" mode="m:text" as="element()?">
    <xsl:if test="not(ancestor::*[self::l or self::head or self::speaker])">
      <span hidden="hidden">
        <xsl:attribute name="class" select="'line-end', 'parted'[not(f:has-hyphen-before(current()))]"/>
        <br/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cb | gb | milestone" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="milestone[@rend or @unit = ('section', 'absent', 'stars')][f:stands-among-blocks(.)]" mode="m:text"
      as="element(h:hr)" priority="1">
    <hr/>
  </xsl:template>

  <!-- Verses, sections, pages of another edition: what a text is cited by. -->
  <xsl:template match="milestone[@n[normalize-space()]][not(f:stands-among-blocks(.))]" mode="m:text" as="element(h:span)" priority="0.9">
    <xsl:sequence select="f:count(@n)"/>
  </xsl:template>

  <xsl:function name="f:count" as="element(h:span)">
    <xsl:param name="count" as="xs:string"/>
    <span class="editorial count">
      <xsl:value-of select="normalize-space($count)"/>
    </span>
  </xsl:function>

  <!-- A page beginning that leads to a picture of the page. -->
  <xsl:template match="pb[@facs][f:has-facsimile(.)]" mode="m:text" as="element()" priority="1">
    <xsl:element name="{if (f:stands-among-blocks(.) or parent::list or parent::table or parent::row or parent::listBibl) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'editorial', 'page-with-facsimile'[f:stands-among-blocks(current())]"/>
      <span class="page-beginning" id="{f:anchor(.)}">
        <xsl:if test="@n[normalize-space()]">
          <xsl:attribute name="role" select="'doc-pagebreak'"/>
          <xsl:attribute name="aria-label" select="f:word('page', f:interface-language(root(.))) || ' ' || @n"/>
          <xsl:value-of select="@n"/>
        </xsl:if>
      </span>
      <xsl:sequence select="f:facsimile-call(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="pb" mode="m:text" as="element()?">
    <xsl:if test="@n[normalize-space()]">
      <xsl:element name="{if (f:stands-among-blocks(.) or parent::list or parent::table or parent::row or parent::listBibl) then 'div' else 'span'}">
        <xsl:attribute name="class" select="'editorial page-beginning'"/>
        <xsl:for-each select="@p:id">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="f:word('page', f:interface-language(root(.))) || ' ' || @n"/>
        <xsl:value-of select="@n"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
