<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription: what was added, deleted, supplied, hard to read, or is lost. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="del" mode="m:text" as="element(h:del)">
    <del>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
    </del>
  </xsl:template>

  <!-- Strokes as for what stands between the lines, in the conventions of Leiden. -->
  <xsl:template match="add" mode="m:text" as="element(h:ins)">
    <ins>
      <xsl:sequence select="f:attributes(., @place[. = ('above', 'below', 'margin')])"/>
      <xsl:sequence select="f:editorial('\')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:editorial('/')"/>
    </ins>
  </xsl:template>

  <xsl:template match="subst | ex | am" mode="m:text" as="element(h:span)">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <xsl:template match="supplied | surplus | unclear | damage | restore | retrace | secl | mod | metamark" mode="m:text" as="element()">
    <xsl:variable name="v:brackets" as="xs:string+" select="if (self::supplied[not(starts-with(normalize-space(), '['))]) then ('[', ']')
        else if (self::surplus or self::secl) then ('{', '}') else if (self::unclear) then ('', '[?]') else ('', '')"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:sequence select="f:editorial($v:brackets[1])"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:editorial($v:brackets[2])"/>
    </xsl:element>
  </xsl:template>

  <!-- A sign of the edition's, not of the text's; nothing for nothing. -->
  <xsl:function name="f:editorial" as="element(h:span)?">
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:if test="$sign ne ''">
      <span class="editorial">
        <xsl:value-of select="$sign"/>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- What the source has in the place of what it leaves out stands as it is. -->
  <xsl:template match="ellipsis[metamark]" mode="m:text" as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'ellipsis')"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- A gap shows its sign, then what the encoding says of it and what an editor supplies. -->
  <xsl:template match="gap | ellipsis" mode="m:text" as="element()+">
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root(.))"/>
    <xsl:variable name="v:reason" as="xs:string?" select="@reason ! (if (f:has-word(.)) then f:word(., $v:language) else string())"/>
    <xsl:variable name="v:extent" as="xs:string?" select="((@extent, @quantity)[1], @unit)[normalize-space()] => string-join(' ')"/>
    <xsl:element name="{if (f:stands-among-blocks(.)) then 'p' else 'span'}">
      <xsl:attribute name="class" select="'editorial gap'"/>
      <xsl:for-each select="@p:id">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <span aria-hidden="true">[…]</span>
      <span class="unseen">
        <xsl:value-of select="f:word('gap', $v:language)"/>
        <xsl:value-of select="($v:reason, $v:extent)[. ne ''] ! (', ' || .)" separator=""/>
      </span>
    </xsl:element>
    <xsl:apply-templates select="*" mode="m:text"/>
  </xsl:template>

  <!-- What the encoding says of a gap stands in its brackets; a sign, or what has brackets of its own, stands for it. -->
  <xsl:template match="gap[desc[normalize-space()]][not(f:holds-blocks(.))]" mode="m:text" as="element()" priority="1">
    <xsl:variable name="v:bracketed" as="xs:boolean" select="not(matches(desc[normalize-space()][1], '\p{L}')) or matches(desc[normalize-space()][1], '^\s*[\[(&lt;〈⟨‹{]')"/>
    <xsl:element name="{if (f:stands-among-blocks(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'gap')"/>
      <xsl:sequence select="f:editorial('['[not($v:bracketed)])"/>
      <xsl:for-each select="*">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:value-of select="' '[current()/following-sibling::*]"/>
      </xsl:for-each>
      <xsl:sequence select="f:editorial(']'[not($v:bracketed)])"/>
    </xsl:element>
  </xsl:template>

  <!-- Blank space in the source. -->
  <xsl:template match="space" mode="m:text" as="element(h:span)">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <xsl:template match="fw" mode="m:text" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('forme-work', ('marginal', f:margin-side(.))[f:is-marginal(current())], 'line-number'[current()/@type = 'lineNum'][current()/ancestor::l]))"/>
      <!-- In the middle of a sentence, blanks keep it from the words around. -->
      <xsl:value-of select="' '[not(current()/@type = 'lineNum' or f:is-block(current()))]"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:value-of select="' '[not(current()/@type = 'lineNum' or f:is-block(current()))]"/>
    </xsl:element>
  </xsl:template>

  <!-- Pages as they lie before the reader: surfaces, zones, lines. -->
  <xsl:template match="sourceDoc | surfaceGrp | zone | line" mode="m:text" as="element(h:div)">
    <xsl:call-template name="m:block"/>
  </xsl:template>
  <xsl:template match="surface" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'surface')"/>
      <xsl:for-each select="@n[normalize-space()]">
        <div class="editorial surface-name">
          <xsl:value-of select="normalize-space()"/>
        </div>
      </xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="handNotes" mode="m:text" as="element(h:div)">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <!-- What was added or deleted over the borders of other elements: signs at its beginning and at its end. -->
  <xsl:key name="f:span-that-ends" match="addSpan | delSpan" use="tokenize(@spanTo) ! substring-after(., '#')"/>
  <xsl:template match="addSpan | delSpan" mode="m:text" as="element(h:span)?">
    <xsl:if test="exists(key('f:identified', substring-after(@spanTo, '#'))[self::anchor])">
      <xsl:sequence select="f:editorial(if (self::addSpan) then '\' else '⟦')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="handShift | damageSpan | substJoin | listTranspose | transpose | undo | redo | path" mode="m:text" as="empty-sequence()"/>

  <!-- Said by the encoding, not by the source: a small circle that leads to who says so, and how certain it is. -->
  <xsl:function name="f:inference-mark" as="element(h:a)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:is-in-doubt($element) and $element[@p:id][ancestor::text][not(ancestor-or-self::*/@p:role = 'hidden')][not(f:is-in-link(.))]">
      <a class="editorial inferred" href="#of:{$element/@p:id}"
          aria-label="{f:word('inferred-mark', f:interface-language(root($element)))}: {f:what-it-is($element)}">
        <span aria-hidden="true">°</span>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- Whether a reader should be told at the place itself: what the encoding says on its own responsibility, but
       not that nothing is known (a speech without a speaker), nor a name tied to its person with high certainty, nor words in quotation marks whose meaning is hardly in
       doubt, or a page of prose would be strewn with circles. -->
  <xsl:function name="f:is-in-doubt" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/@resp or $element/@cert)
        and not($element[self::gap or self::note or self::noteGrp or self::witDetail])
        and not($element[self::sp or self::u][not(@who)][not(@resp)])
        and not($element/@cert = 'high' and $element[self::persName or self::placeName or self::orgName or self::name or self::rs])
        and not($element/@cert = ('high', 'medium') and $element[self::said or self::quote or self::q or self::soCalled or self::mentioned
          or self::title][not(f:is-block(.))])"/>
  </xsl:function>

  <!-- What the reader would call an element. -->
  <xsl:function name="f:what-it-is" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:key" as="xs:string" select="if ($element/(self::quote, self::q, self::cit)) then 'quotation'
        else if ($element/(self::said, self::sp, self::u)) then 'speech' else if ($element/(self::date, self::time)) then 'date'
        else if ($element/(self::persName, self::placeName, self::orgName, self::name, self::rs)) then 'name' else 'passage'"/>
    <xsl:sequence select="f:word($v:key, f:interface-language(root($element)))"/>
  </xsl:function>
</xsl:stylesheet>
