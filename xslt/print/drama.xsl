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
  <!-- TEI module drama: speeches, stage directions, cast lists. -->

  <!-- What stands before the words of a speech: who speaks, and how. -->
  <xsl:function name="f:announcement" as="node()*">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:variable name="words" as="element()?" select="$speech/(* except (speaker | stage | pb | lb | note | anchor))[1]"/>
    <xsl:sequence select="
      if ($speech/speaker[not(. >> $words)]) then $speech/node()[not(. >> $words) and not(. is $words)] else ()"/>
  </xsl:function>

  <xsl:template match="sp" as="text()*">
    <xsl:variable name="announcement" as="node()*" select="f:announcement(.)"/>
    <xsl:variable name="words" as="element()?" select="(* except $announcement)[1]"/>
    <xsl:if test="$words//(note | app | sic)"><xsl:text>#begins({f:label(string(f:place($words)))});</xsl:text></xsl:if>
    <xsl:text>#speech({f:said-by(speaker[1] ! f:plain(.))}[</xsl:text>
    <xsl:sequence select="f:speaker-mark(.)"/>
    <xsl:choose>
      <!-- Prose goes on in the speaker's line -->
      <xsl:when test="$announcement and $words[self::p or self::ab]">
        <xsl:variable name="noted" as="xs:boolean" select="exists($words//(note | app | sic))"/>
        <xsl:text>#{('noted(' || f:label(string(f:place($words))) || ', ')[$noted]}p[</xsl:text>
        <xsl:sequence select="f:address(.)"/>
        <xsl:apply-templates select="$announcement" mode="m:announcement"/>
        <xsl:text>#h(0.4em);</xsl:text>
        <xsl:apply-templates select="$words/node()"/>
        <xsl:text>]{')'[$noted]};</xsl:text>
        <xsl:apply-templates select="node() except ($announcement, $words)"/>
      </xsl:when>
      <xsl:when test="$announcement">
        <xsl:text>#speaker-line[</xsl:text>
        <xsl:sequence select="f:address(.)"/>
        <xsl:apply-templates select="$announcement" mode="m:announcement"/>
        <xsl:text>];</xsl:text>
        <xsl:apply-templates select="node() except $announcement"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>]);&#10;</xsl:text>
  </xsl:template>

  <!-- Who speaks, for the running heads; without the sign that ends a label. -->
  <xsl:function name="f:said-by" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="name" as="xs:string" select="replace(string-join($names, ', '), '[\s.:,;—–\-]+$', '')"/>
    <xsl:sequence select="if ($name) then 'who: ' || f:literal($name) || ', ' else ''"/>
  </xsl:function>

  <xsl:template match="speaker" as="text()*">#label-letters[<xsl:apply-templates/>];</xsl:template>

  <xsl:mode name="m:announcement" on-no-match="fail"/>
  <xsl:template match="node()" mode="m:announcement" as="text()*"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="stage" mode="m:announcement" as="text()*" priority="2"> #stage[<xsl:sequence select="f:as-marked(.)"/>]; </xsl:template>

  <!-- Directions and the heads of scenes are italic; where the source says what of one is italic, that is. -->
  <xsl:function name="f:as-marked" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="told" as="xs:boolean" select="
      exists($element//hi[f:looks(.) = 'italic' or not(@rend | @rendition | @style)]) and not(f:holds-blocks($element))"/>
    <xsl:if test="$told"><xsl:text>#upright[</xsl:text></xsl:if>
    <xsl:apply-templates select="$element/node()"/>
    <xsl:if test="$told"><xsl:text>];</xsl:text></xsl:if>
  </xsl:function>

  <xsl:template match="stage | move | view | camera | sound | caption | tech" as="text()*">#stage[<xsl:sequence select="f:as-marked(.)"/>];</xsl:template>
  <xsl:template match="stage[f:stands-alone(.)] | lg/stage" as="text()*" priority="2">#stage-block[<xsl:sequence select="f:as-marked(.)"/>];</xsl:template>
  <xsl:template match="stage/p | stage/ab" as="text()*" priority="3"><xsl:apply-templates/></xsl:template>

  <xsl:template match="castList | castGroup" as="text()*">
    <xsl:apply-templates select="head"/>
    <xsl:text>#set-out[</xsl:text><xsl:apply-templates select="node() except head"/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:template match="castItem" as="text()*">#p[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="castItem[f:looks(.) = 'italic']" as="text()*">#p[#{f:italic(.)}[<xsl:apply-templates/>];];</xsl:template>
  <xsl:template match="role" as="text()*">#label-letters[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="roleDesc | actor" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="set | prologue | epilogue | performance" as="text()*"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
