<?xml version="1.0" encoding="UTF-8"?>
<!-- References and pointers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ref" mode="m:text" as="element()">
    <xsl:variable name="v:address" as="xs:string?" select="f:reference-address(.)"/>
    <xsl:variable name="v:link" as="xs:boolean" select="exists($v:address) and not(f:is-in-link(.)) and not(f:holds-blocks(.))"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if ($v:link) then 'a' else 'span'}">
      <xsl:variable name="v:note" as="element()?" select="f:called-note(.)[$v:link]"/>
      <xsl:sequence select="f:attributes(., ('ref', 'note-ref'[exists($v:note)][string-length(normalize-space(current())) le 4],
          'short'[empty($v:note)][string-length(normalize-space(current())) le 2][not(current()/../text()[normalize-space()])]))"/>
      <xsl:if test="$v:link">
        <xsl:attribute name="href" select="$v:address"/>
      </xsl:if>
      <xsl:if test="exists($v:note)">
        <xsl:attribute name="id" select="f:call-id(.)"/>
        <xsl:attribute name="role" select="'doc-noteref'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A pointer has no words: it shows where it leads. -->
  <xsl:template match="ptr" mode="m:text" as="element()?">
    <xsl:variable name="v:address" as="xs:string?" select="f:reference-address(.)"/>
    <xsl:if test="exists($v:address) and not(f:is-in-link(.))">
      <xsl:variable name="v:note" as="element()?" select="f:called-note(.)"/>
      <a class="editorial {if (exists($v:note)) then 'note-ref' else 'ptr'}" href="{$v:address}">
        <xsl:if test="exists($v:note)">
          <xsl:attribute name="id" select="f:call-id(.)"/>
          <xsl:attribute name="role" select="'doc-noteref'"/>
        </xsl:if>
        <xsl:if test="exists($v:note)">
          <xsl:attribute name="aria-label" select="string-join((f:word('note', f:interface-language(root(.))), $v:note/@n[normalize-space()]), ' ')"/>
        </xsl:if>
        <xsl:value-of select="if (exists($v:note)) then ($v:note/@n[normalize-space()], '*')[1] else if (starts-with($v:address, '#')) then '→' else replace($v:address, '^https?://(www\.)?|/$', '')"/>
        <xsl:if test="starts-with($v:address, '#') and empty($v:note)">
          <span class="unseen"> {substring($v:address, 2)}</span>
        </xsl:if>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- Address a reference leads to: in this page when its target is shown here, else one that may be followed. -->
  <xsl:function name="f:reference-address" as="xs:string?">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="if ($reference/@p:target) then ('#' || $reference/@p:target)[f:is-shown($reference)]
        else f:followable($reference/@target ! string())"/>
  </xsl:function>

  <xsl:key name="f:identified" match="*[@p:id]" use="string(@p:id)"/>

  <!-- The target of a pointer has a place on the page: it is in the text, or has a record. -->
  <xsl:function name="f:is-shown" as="xs:boolean">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="exists(key('f:identified', $pointer/@p:target, root($pointer))
        [f:has-place(.)])"/>
  </xsl:function>

  <!-- Elements whose identifier is written into the page. -->
  <xsl:function name="f:has-place" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[ancestor-or-self::text][not(self::lb or self::cb or self::gb or self::milestone or self::index or self::interp
          or self::app or self::graphic or self::pb[not(@n or @facs)])][not(ancestor-or-self::*/@p:role = 'hidden')])
        or exists($element[@p:kind][self::person or self::personGrp or self::place or self::org])"/>
  </xsl:function>

  <!-- The HTML of this element is a link, or may be one. -->
  <xsl:function name="f:is-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element[self::ref] and exists(f:reference-address($element))
        or $element[self::persName or self::placeName or self::orgName or self::name or self::rs] and exists(f:name-address($element)))
        and not(f:holds-blocks($element))"/>
  </xsl:function>

  <!-- It stands inside of one; a link can hold no other. -->
  <xsl:function name="f:is-in-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::ref or self::persName or self::placeName or self::orgName or self::name or self::rs][f:is-link(.)])"/>
  </xsl:function>

  <xsl:template match="anchor" mode="m:text" as="element()*">
    <xsl:for-each select="key('f:span-that-ends', @p:id)">
      <xsl:sequence select="f:editorial(if (self::addSpan) then '/' else '⟧')"/>
    </xsl:for-each>
    <xsl:if test="@p:id">
      <span>
        <xsl:sequence select="f:attributes(., ())"/>
      </span>
      <xsl:sequence select="f:notes-on(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="seg" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (f:is-paragraph-of-speech(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'seg')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:notes-on(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- What ties passages to one another says nothing itself; words that describe a tie stand among the annotations. -->
  <xsl:template match="alt | altGrp | link | linkGrp | join | joinGrp | timeline | when | standOff | listAnnotation | annotation"
      mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
