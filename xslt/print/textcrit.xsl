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
  <!-- TEI module textcrit: the reading in the line, the others in a note with their witnesses. -->
  <xsl:template match="app" as="text()*">
    <xsl:variable name="reading" as="element()?" select="if (@from) then f:readings(.)[self::lem][1] else f:reading(.)"/>
    <xsl:variable name="others" as="element()*" select="(f:readings(.) | f:beside-readings(.)) except $reading"/>
    <!-- Where the place is told by its two ends, the lemma repeats what stands in the text. -->
    <xsl:apply-templates select="$reading[empty(current()/@from)]"/>
    <xsl:if test="$others">
      <xsl:text>{f:variant-call(., $reading)}[</xsl:text>
      <xsl:for-each select="$others">
        <xsl:if test="position() gt 1"><xsl:sequence select="f:words('; ')"/></xsl:if>
        <xsl:apply-templates select="if (self::note) then node() else ."/>
        <xsl:if test="@wit[normalize-space()]">
          <xsl:text> #emph[</xsl:text>
          <xsl:sequence select="f:words(replace(normalize-space(@wit), '#', ''))"/>
          <xsl:text>];</xsl:text>
        </xsl:if>
      </xsl:for-each>
      <xsl:text>];</xsl:text>
    </xsl:if>
  </xsl:template>
  <!-- All readings of one place, however grouped, and the one in the line: the lemma, else the first. -->
  <xsl:function name="f:readings" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="$variant/(lem | rdg | rdgGrp ! f:readings(.))"/>
  </xsl:function>
  <xsl:function name="f:beside-readings" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="$variant/(note | noteGrp | wit | witDetail | rdgGrp ! f:beside-readings(.))"/>
  </xsl:function>
  <xsl:function name="f:reading" as="element()?">
    <xsl:param name="variant" as="element()"/>
    <xsl:variable name="readings" as="element()*" select="f:readings($variant)"/>
    <xsl:sequence select="($readings[self::lem], $readings)[1]"/>
  </xsl:function>
  <!-- The call of an entry of the apparatus: the place, the letter it may be called by, the words of the text it is about. -->
  <xsl:function name="f:variant-call" as="xs:string">
    <xsl:param name="variant" as="element()"/>
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:plain($reading))"/>
    <xsl:variable name="lemma" as="xs:string" select="
      if (count($words) le 6) then string-join($words, ' ')
      else string-join($words[position() le 2], ' ') || ' … ' || string-join($words[position() ge last() - 1], ' ')"/>
    <!-- Greek letters where the editor's notes have the Latin ones. -->
    <xsl:variable name="letters" as="xs:string" select="if (key('m:lettered', 'editor', root($variant))) then '&#x3b1;' else 'a'"/>
    <xsl:variable name="letter" as="xs:string?" select="$variant/@p:n ! format-integer(xs:integer(.), $letters)"/>
    <xsl:sequence select="
      '#variant(' || f:note-place($variant) || ', ' || f:label(string($variant/@p:id)) || ', ' || f:literal(string($letter))
      || ', ' || f:literal($lemma) || ')'"/>
  </xsl:function>

  <xsl:key name="m:lettered" match="note[not(@n[normalize-space()])][matches(@p:n, '^[a-z]+$')]" use="string(@p:series)"/>

  <!-- Whether an element is printed in an entry of the apparatus. -->
  <xsl:function name="f:in-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      not($element/ancestor::note) and ($element/ancestor::sic/@p:role = 'hidden'
        or (some $variant in $element/ancestor::app satisfies empty(f:reading($variant) intersect $element/ancestor::*)))"/>
  </xsl:function>

  <!-- Inside a note no further note. -->
  <xsl:template match="note//app" as="text()*" priority="2"><xsl:apply-templates select="f:reading(.)"/></xsl:template>
  <!-- An apparatus that is the text itself; and a reading that is itself read otherwise. -->
  <xsl:template match="note//listApp//app | app[f:in-entry(.)]" as="text()*" priority="3">
    <xsl:for-each select="f:readings(.) | f:beside-readings(.)">
      <xsl:if test="position() gt 1"><xsl:sequence select="f:words('; ')"/></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="lem | rdg | rdgGrp | listWit | witness | wit | witDetail" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="lacunaStart | lacunaEnd | witStart | witEnd" as="text()*"/>
</xsl:stylesheet>
