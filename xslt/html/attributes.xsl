<?xml version="1.0" encoding="UTF-8"?>
<!-- What every HTML element made from a TEI element has in common, and which of them are blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:p="urn:edition:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <!-- id, class, lang and dir for the HTML of `element`; `classes` come before those for its looks. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:variable name="v:classes" as="xs:string*" select="$classes, f:looks($element)"/>
    <xsl:for-each select="$element/@p:id[not(matches(., '\s'))]">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:if test="exists($v:classes)">
      <xsl:attribute name="class" select="$v:classes"/>
    </xsl:if>
    <xsl:sequence select="f:language-attributes($element)"/>
  </xsl:function>

  <xsl:function name="f:language-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:lang[f:is-language-tag(.)][not(. = f:language(root($element))) or ancestor::*[@xml:lang][2]]">
      <xsl:attribute name="lang" select="."/>
      <xsl:for-each select="(f:direction(.), 'ltr'[f:direction(f:language(root($element)))])[1]">
        <xsl:attribute name="dir" select="."/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- Where a link into this page leads: the element's identifier, or one made from its place. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/@p:id ! string(), 'at:' || f:place($element))[1]"/>
  </xsl:function>

  <!-- Elements that are a block wherever they stand. -->
  <xsl:function name="f:is-always-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($v:blocks, local-name($element)) and f:is-block-here($element)"/>
  </xsl:function>

  <xsl:variable name="v:blocks" as="map(xs:string, xs:boolean)" select="map:merge(('p', 'ab', 'lg', 'l', 'list', 'table', 'sp', 'figure',
      'notatedMusic', 'floatingText', 'div', 'castList', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listObject',
      'listNym', 'listRelation', 'listApp', 'listWit', 'biblStruct', 'biblFull', 'msDesc', 'opener', 'closer', 'epigraph', 'argument', 'postscript', 'u', 'post',
      'egXML', 'eg', 'address', 'entry', 'superEntry', 'hom', 'graph', 'forest', 'listForest', 'tree', 'eTree', 'triangle', 'specList', 'seg') ! map:entry(., true()))"/>

  <xsl:function name="f:is-block-here" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/self::figure) then exists($element/(head, p, graphic))
        else if ($element/self::address) then exists($element/addrLine)
        else if ($element/self::list) then not(f:runs-on($element))
        else if ($element/self::seg) then f:is-paragraph-of-speech($element)
        else if ($element/self::biblStruct) then empty($element/ancestor::note)
        else true()"/>
  </xsl:function>

  <!-- Segments that make up an utterance with no words of its own are its paragraphs. -->
  <xsl:function name="f:is-paragraph-of-speech" as="xs:boolean">
    <xsl:param name="segment" as="element()"/>
    <xsl:sequence select="exists($segment/parent::u[seg[2]][not(text()[normalize-space()])])"/>
  </xsl:function>

  <!-- A list whose items the source sets in the line, in running text. -->
  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="($list/@type, $list/@rend) = ('inline', 'run-on', 'runon') and exists($list/item)
        and exists($list/parent::*[self::p or self::ab or self::item or self::note or self::seg or self::l or self::cell or self::quote])
        and empty($list/* except $list/item) and not(f:holds-blocks($list))"/>
  </xsl:function>

  <!-- Something in `element` is a block (in the HTML sense); what stands in footnotes does not count. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/*[not(@p:role = 'footnote' or @p:role = 'hidden' and not(@p:form))]
        satisfies f:is-always-block($child) or f:holds-blocks($child)"/>
  </xsl:function>

  <!-- `element` stands among blocks, or has blocks inside. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:is-always-block($element) or f:holds-blocks($element) or f:stands-among-blocks($element)"/>
  </xsl:function>

  <xsl:function name="f:stands-among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(parent::text, parent::front, parent::body, parent::back, parent::div,
        parent::div1, parent::div2, parent::div3, parent::div4, parent::div5, parent::div6, parent::div7,
        parent::epigraph, parent::argument, parent::postscript, parent::sp, parent::lg, parent::group, parent::floatingText,
        parent::castList, parent::castGroup, parent::titlePage, parent::figure))
        or exists($element/parent::*[self::cit or self::quote or self::q or self::said or self::item or self::note or self::u[f:holds-blocks(.)]
          or self::cell or self::add or self::del or self::seg[f:holds-blocks(.)] or self::supplied or self::choice or self::subst or self::corr]
          [not(text()[normalize-space()])][f:is-block(.)])"/>
  </xsl:function>
</xsl:stylesheet>
