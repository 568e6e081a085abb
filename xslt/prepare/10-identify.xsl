<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass: identifiers, the head that is the title of the document, levels of heads, footnotes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:p="urn:edition:prepared" xmlns:v="urn:edition:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:import href="../common/title.xsl"/>
  <xsl:import href="../common/margin.xsl"/>
  <xsl:import href="../common/notes.xsl"/>

  <xsl:key name="m:id" match="*[@xml:id]" use="string(@xml:id)"/>

  <!-- The first reference in the text that calls a note. -->
  <xsl:key name="m:call" match="text//ref[@type = 'note-call']" use="substring(@target[starts-with(., '#')], 2)"/>

  <!-- Other references to an element. -->
  <xsl:key name="m:reference" match="text//ref | text//ptr" use="tokenize(@target)[starts-with(., '#')] ! substring(., 2)"/>

  <!-- The mentions, footnotes and inferences of the text, each with its number among its like, by generate-id(). -->
  <xsl:variable name="v:mentions" as="map(xs:string, xs:integer)" select="f:numbered(//text//(persName | placeName | orgName | rs | name))"/>
  <xsl:variable name="v:footnotes" as="map(xs:string, xs:integer)" select="f:numbered(//text//note[f:is-footnote(.)])"/>
  <xsl:variable name="v:editors-notes" as="map(xs:string, xs:integer)" select="f:numbered(//text//note[f:is-footnote(.)][f:note-series(.) = 'editor'])"/>
  <xsl:variable name="v:authors-notes" as="map(xs:string, xs:integer)" select="f:numbered(//text//note[f:is-footnote(.)][f:note-series(.) = 'author'])"/>
  <xsl:variable name="v:inferences" as="map(xs:string, xs:integer)" select="f:numbered(//text//*[@resp or @cert])"/>

  <xsl:function name="f:numbered" as="map(xs:string, xs:integer)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:map>
      <xsl:for-each select="$elements">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- What has an identifier already, or is given one. -->
  <xsl:template match="*[@xml:id or @edition-address or @resp or @cert] | text//persName | text//placeName | text//orgName | text//rs
      | text//name" mode="m:identify" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:sequence select="f:identifier(.), f:address(.)"/>
      <xsl:apply-templates mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <!-- Languages have their shortest code (RFC 5646, 2.2.1): browsers know "eng" by "en" only. -->
  <xsl:variable name="v:codes" as="map(xs:string, xs:string)" static="yes"
      select="map:merge(tokenize(unparsed-text('../common/language-codes.txt'), '\n')[normalize-space()] ! map{substring-before(., ' '): substring-after(., ' ')})"/>
  <xsl:template match="@xml:lang[matches(., '^[A-Za-z]{3}(-|$)')] | language/@ident[matches(., '^[A-Za-z]{3}(-|$)')]" mode="m:identify" as="attribute()">
    <xsl:attribute name="{name()}" select="($v:codes(lower-case(substring(., 1, 3))), substring(., 1, 3))[1] || substring(., 4)"/>
  </xsl:template>

  <!-- An address was lent to the element by the edition; and what is written in our namespace is none of the document's. -->
  <xsl:template match="@edition-address | @p:*" mode="m:identify" as="empty-sequence()"/>

  <xsl:template match="text//head | titlePage/docTitle | titlePage//titlePart | front/docTitle | front/docTitle/titlePart" mode="m:identify" as="element()"
      priority="1">
    <xsl:variable name="v:is-title" as="xs:boolean" select="exists(f:title-in-text(root(.)) intersect .)"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:if test="$v:is-title">
        <xsl:attribute name="p:role" select="'title'"/>
      </xsl:if>
      <xsl:attribute name="p:level" select="if ($v:is-title) then 1 else f:level(.)"/>
      <xsl:sequence select="f:identifier(.)"/>
      <xsl:apply-templates mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//note[f:is-footnote(.)]" mode="m:identify" as="element()" priority="1">
    <xsl:variable name="v:number" as="xs:integer" select="$v:footnotes(generate-id())"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:attribute name="p:role" select="'footnote'"/>
      <xsl:attribute name="p:n" select="(@n[normalize-space()] ! normalize-space(), f:call-of(., $v:number))[1]"/>
      <xsl:attribute name="p:series" select="f:note-series(.)"/>
      <xsl:attribute name="p:id" select="(f:own-id(.), 'note:' || $v:number)[1]"/>
      <xsl:if test="exists(f:own-id(.)) and exists(key('m:call', string(@xml:id), root(.)))">
        <xsl:attribute name="p:called" select="'elsewhere'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//ref[@type = 'note-call'][f:is-call(.)]" mode="m:identify" as="element()" priority="1">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:attribute name="p:role" select="'call'"/>
      <xsl:apply-templates mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <!-- What a footnote is called by: its number; where notes of author and editor stand in one text, the author's have
       numbers and the editor's letters, each counted for themselves. -->
  <xsl:function name="f:call-of" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="v:both" as="xs:boolean" select="map:size($v:editors-notes) gt 0 and map:size($v:authors-notes) gt 0"/>
    <xsl:sequence select="
        if (not($v:both)) then string($number)
        else if (f:note-series($note) = 'editor') then format-integer($v:editors-notes(generate-id($note)), 'a')
        else string($v:authors-notes(generate-id($note)))"/>
  </xsl:function>

  <!-- The first of the references that call one footnote of this document. -->
  <xsl:function name="f:is-call" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:variable name="v:id" as="xs:string" select="substring($reference/@target, 2)"/>
    <xsl:sequence select="starts-with($reference/@target, '#')
        and exists(key('m:id', $v:id, root($reference))[1][self::note][f:is-footnote(.)])
        and key('m:call', $v:id, root($reference))[1] is $reference"/>
  </xsl:function>

  <!-- xml:id where it is the first of its kind; else the address that a paragraph, speech or line was given
       (edition/tei/addresses.py), else one for what is linked to. The colon keeps the made ones
       apart from all that an encoder can write. -->
  <xsl:function name="f:identifier" as="attribute(p:id)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:id" as="xs:string?" select="
        (f:own-id($element), $element/@edition-address ! string(), $v:inferences(generate-id($element)) ! ('inferred:' || .),
         $v:mentions(generate-id($element)) ! ('mention:' || .))[1]"/>
    <xsl:if test="exists($v:id)">
      <xsl:attribute name="p:id" select="$v:id"/>
    </xsl:if>
  </xsl:function>

  <!-- Marks what has an address, to be told as such. -->
  <xsl:function name="f:address" as="attribute(p:address)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@edition-address">
      <xsl:attribute name="p:address" select="."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:own-id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id[key('m:id', string(.), root(.))[1] is $element] ! string()"/>
  </xsl:function>

  <!-- 2 for the head of an outermost division, 3 for one inside a division with a head of its own, … Heads of lists and
       figures are no headings. -->
  <xsl:function name="f:level" as="xs:integer">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="v:title" as="element()?" select="f:title-in-text(root($head))"/>
    <xsl:variable name="v:around" as="element()*" select="$head/ancestor::*[head[* or text()][1][empty(. intersect $v:title)]][ancestor::text]
        [self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or self::div7 or self::body
          or self::front or self::back or self::group]"/>
    <xsl:sequence select="1 + max((1, count($v:around)))"/>
  </xsl:function>

  <!-- One of the notes that stand together as blocks, at the end of a book or with references that lead to it: it stays where
       it is, since there is no text there to call it. -->
  <xsl:function name="f:is-endnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note[parent::div or parent::div1 or parent::div2 or parent::div3 or parent::back or parent::body or parent::noteGrp or parent::list])
        and empty($note/@xml:id ! key('m:call', string(.), root(.)))
        and ($note/ancestor::back or exists($note/@xml:id ! key('m:reference', string(.), root(.))))"/>
  </xsl:function>

  <!-- A note that is called out of running text, rather than standing among paragraphs or in the margin. -->
  <xsl:function name="f:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@place = 'inline') and not(f:is-marginal($note)) and not(f:is-endnote($note)) and (
        $note/@place = ('foot', 'bottom', 'end', 'page', 'foot-mixed')
        or exists($note/(parent::p, parent::ab, parent::head, parent::l, parent::cell, parent::item, parent::speaker,
          parent::hi, parent::emph, parent::persName, parent::placeName, parent::orgName, parent::name, parent::rs,
          parent::title, parent::date, parent::quote, parent::q, parent::said, parent::seg, parent::foreign,
          parent::term, parent::ref, parent::salute, parent::signed, parent::dateline, parent::bibl, parent::u[text()[normalize-space()]],
          parent::add, parent::corr, parent::reg, parent::sic, parent::orig, parent::abbr, parent::expan, parent::stage, parent::byline, parent::label)))"/>
  </xsl:function>
</xsl:stylesheet>
