<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in the margin and in their place, and the references that lead to them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Notes: footnotes become a call here and a note at the end of the page; others stand where they are. -->
  <xsl:template match="note[@p:role = 'footnote']" mode="m:text" as="element(h:sup)" priority="1">
    <sup class="editorial note-call">
      <xsl:choose>
        <xsl:when test="f:is-in-link(.)">
          <xsl:value-of select="@p:n"/>
        </xsl:when>
        <xsl:otherwise>
          <a id="call:{@p:id}" href="#{@p:id}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))} {@p:n}">
            <xsl:value-of select="@p:n"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- A footnote that a reference in the text calls: the reference is the call, in the words of the source. -->
  <xsl:template match="note[@p:role = 'footnote'][@p:called]" mode="m:text" as="empty-sequence()" priority="2"/>

  <xsl:template match="ref[@p:role = 'call']" mode="m:text" as="element(h:sup)" priority="1">
    <sup class="note-call">
      <xsl:choose>
        <xsl:when test="f:is-in-link(.)">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <a id="call:{@p:target}" href="#{@p:target}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))} {normalize-space()}">
            <xsl:apply-templates mode="m:text"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- In the margin; where the text goes on around it, blanks keep its words from the words around. -->
  <xsl:template match="note[f:is-marginal(.)] | label[f:is-marginal(.)]" mode="m:text" as="element()" priority="0.9">
    <xsl:variable name="v:is-block" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:element name="{if ($v:is-block) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'marginal', f:margin-side(.)))"/>
      <xsl:if test="self::note">
        <xsl:attribute name="role" select="'note'"/>
        <xsl:attribute name="aria-label" select="f:word('marginal', f:interface-language(root(.)))"/>
      </xsl:if>
      <xsl:value-of select="' '[not($v:is-block)]"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:value-of select="' '[not($v:is-block)]"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="note | noteGrp" mode="m:text" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('note', 'speaker'[current()[@type = 'speaker']/following-sibling::*[1][self::u]], 'phrase'[not(f:is-block(current()))]))"/>
      <xsl:sequence select="f:way-back(.)"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- References to a note that stands as a block, and notes of that kind on an element. -->
  <xsl:key name="f:note-reference" match="text//ref[not(@p:role)] | text//ptr" use="string(@p:target)"/>
  <xsl:key name="f:note-on" match="text//note[not(@p:role)][@target][@p:id]" use="string(@p:target)"/>

  <!-- From a note back to the reference that leads to it, or to what it is about. -->
  <xsl:function name="f:way-back" as="item()*">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="v:reference" as="element()?" select="f:first-reference($note)"/>
    <xsl:variable name="v:place" as="xs:string?" select="if (exists($v:reference)) then f:call-id($v:reference)
        else $note[@target][f:is-shown(.)][empty(ancestor::*[@p:id = $note/@p:target])]/@p:target"/>
    <xsl:if test="exists($v:place) and not(f:is-in-link($note))">
      <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root($note))"/>
      <xsl:variable name="v:number" as="xs:string?" select="$note/@n[normalize-space()][not(starts-with(normalize-space($note), normalize-space(.)))] ! normalize-space()"/>
      <a class="editorial way-back" href="#{$v:place}" role="doc-backlink" aria-label="{string-join((f:word('note', $v:language), $v:number), ' ')}: {f:word('back', $v:language)}">
        <xsl:value-of select="($v:number, '↑')[1]"/>
      </a>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:first-reference" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note[@p:id] ! key('f:note-reference', @p:id, root($note))[not(ancestor::*[@p:role = 'hidden'])][not(f:is-in-link(.))][not(f:holds-blocks(.))][1]"/>
  </xsl:function>

  <!-- The identifier of a reference that leads to a note. -->
  <xsl:function name="f:call-id" as="xs:string">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="($reference/@p:id ! string(), 'call:' || $reference/@p:target)[1]"/>
  </xsl:function>

  <!-- The note that a reference is the first to lead to, where that stands as a block. -->
  <xsl:function name="f:called-note" as="element()?">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="$reference[@p:target] ! key('f:identified', @p:target, root($reference))[self::note][not(@p:role)][f:first-reference(.) is $reference]"/>
  </xsl:function>

  <!-- Stars that lead to the notes on an element, which stand elsewhere. -->
  <xsl:function name="f:notes-on" as="element(h:sup)*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[@p:id][not(f:is-in-link(.))] ! key('f:note-on', @p:id, root($element))[f:has-place(.)][empty(f:first-reference(.))][empty(ancestor::*[. is $element])]">
      <sup class="editorial note-ref">
        <a href="#{@p:id}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))}">*</a>
      </sup>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
