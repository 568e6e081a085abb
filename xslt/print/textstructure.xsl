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
  <!-- TEI module textstructure: front, body, back, divisions and their heads, letters' openers and closers. -->

  <xsl:variable name="v:divisions" as="xs:string+"
    select="'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'body', 'front', 'back', 'group', 'text'"/>

  <xsl:template match="text | front | body | back | group | div | div1 | div2 | div3 | div4 | div5 | div6 | div7"
    as="text()*">
    <xsl:apply-templates/>
  </xsl:template>
  <!-- A newspaper piece may stand in columns: what follows the heads of the division that has its title. -->
  <xsl:template match="*[head/@p:role = 'title'][f:is-newspaper(.)]" as="text()*" priority="3">
    <xsl:variable name="heads" as="element()*" select="
      f:leading(head[@p:role = 'title']/following-sibling::*)"/>
    <xsl:variable name="last" as="element()" select="(head[@p:role = 'title'], $heads)[last()]"/>
    <xsl:apply-templates select="node()[not(. >> $last)]"/>
    <xsl:text>#in-columns[</xsl:text>
    <xsl:apply-templates select="node()[. >> $last]"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:function name="f:is-newspaper" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists(root($element)/TEI/teiHeader/fileDesc/sourceDesc//monogr/title[@level = 'j'])
      or exists($element/(., ancestor::*)/div[@type = 'masthead'])"/>
  </xsl:function>
  <!-- The heads, bylines and the like at the beginning of these. -->
  <xsl:function name="f:leading" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="first" as="element()?" select="$elements[1]"/>
    <xsl:if test="$first[self::head or self::byline or self::docAuthor or self::dateline or self::argument
        or self::div[@type = 'introduction']]">
      <xsl:sequence select="$first, f:leading(tail($elements))"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="floatingText" as="text()*">#in-block[<xsl:apply-templates/>];</xsl:template>

  <xsl:template match="div[@type = 'masthead'][ab | p][not(* except (ab, p)) and not(text()[normalize-space()])]" as="text()*" priority="2">
    <xsl:text>#masthead(</xsl:text>
    <xsl:for-each select="ab | p">
      <xsl:text>[</xsl:text><xsl:apply-templates/><xsl:text>], </xsl:text>
    </xsl:for-each>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="div[@type = 'introduction']" as="text()*" priority="2">
    <xsl:variable name="brief" as="xs:boolean" select="string-length(normalize-space()) lt 1200"/>
    <xsl:text>#introduction({$brief}, [</xsl:text><xsl:apply-templates/><xsl:text>]);&#10;</xsl:text>
  </xsl:template>

  <!-- Heads -->

  <xsl:key name="m:title" match="*[@p:role]" use="string(@p:role)"/>

  <xsl:function name="f:is-division-head" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="
      local-name($head/..) = $v:divisions and f:plain($head) ne '' and not($head/@type = ('rubric', 'sub', 'subtitle', 'desc'))
      and not($head/preceding-sibling::head[not(@type = ('rubric', 'sub', 'subtitle', 'desc'))])"/>
  </xsl:function>

  <xsl:template match="head[f:is-division-head(.)]" as="text()*">
    <!-- In a volume the title of the text is the head above all its heads, if it has none of its own. -->
    <xsl:variable name="level" as="xs:integer" select="
      count(ancestor::*[local-name() = $v:divisions][head[f:is-division-head(.)]])
      + (if ($part and empty(key('m:title', 'title')[self::head])) then 1 else 0)"/>
    <xsl:choose>
      <xsl:when test="@p:role = 'title'">
        <xsl:text>#article-title({string-length(f:plain(.))}, {exists(following-sibling::*[1]/self::head)}{', sticky: false'[f:is-loose(current())]})[</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:text>#head({min(($level, 6))}, {f:literal(f:plain(.))}{', sticky: false'[f:is-loose(current())]})[</xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$level eq 3 and not(@p:role = 'title')"><xsl:sequence select="f:as-marked(.)"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="head" as="text()*" priority="-1">#minor-head{'(sticky: false)'[f:is-loose(current())]}[<xsl:apply-templates/>];</xsl:template>
  <!-- What holds blocks, stands in a head or is long is not held to what follows: typst 0.15 may set it again on the
       next page. -->
  <xsl:function name="f:is-loose" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      $element[not(self::opener)]/f:holds-blocks(.) or exists($element/ancestor::head) or string-length($element) gt 1000"/>
  </xsl:function>
  <xsl:template match="head[local-name(..) = $v:divisions][not(f:is-division-head(.))]" as="text()*">
    <xsl:text>#subtitle{'(sticky: false)'[f:is-loose(current())]}[</xsl:text><xsl:apply-templates/><xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="head[@type = 'rubric']" as="text()*" priority="3">
    <xsl:text>#rubric{'(sticky: false)'[f:is-loose(current())]}[</xsl:text><xsl:apply-templates/><xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <!-- The title page -->

  <xsl:template match="titlePage" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="docTitle" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="titlePart | titlePage/title" as="text()*">
    <!-- A title may stand without a page of its own, or the page without a part of its title. -->
    <xsl:variable name="page" as="element()" select="(ancestor::titlePage[1], ancestor::docTitle[1], ..)[1]"/>
    <xsl:variable name="first" as="xs:boolean" select="exists($page/descendant::titlePart[1] intersect .)"/>
    <xsl:variable name="main" as="xs:boolean" select="
      @p:role = 'title' or @type = ('main', 'full') or ((not(@type) or ../@p:role = 'title') and ($first or self::title))"/>
    <!-- What else is called a title is one of the second rank. -->
    <xsl:variable name="second" as="xs:boolean" select="not($main) and (not(@type) or exists(parent::docTitle))"/>
    <xsl:variable name="length" as="xs:integer" select="max((string-length(f:plain(.)), if ($second) then 71 else 0))"/>
    <!-- The first of a volume's text is what its list of contents leads to. -->
    <xsl:variable name="leads" as="xs:boolean" select="
      $part and (. is (ancestor::text//(titlePart | titlePage/title))[1]) and empty(key('m:title', 'title')[self::head])"/>
    <xsl:text>{if ($leads) then '#title-page-heading(' || $length || ')[' else if ($main or $second) then '#title-page-title(' || $length || ')[' else '#title-page-line['}</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="
      titlePage/docAuthor | titlePage/docDate | titlePage/docEdition | titlePage/docImprint | titlePage/imprimatur
      | front/docAuthor | front/docDate | front/docImprint | front/docEdition" as="text()*">
    <xsl:text>#title-page-line[</xsl:text><xsl:apply-templates/><xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="docAuthor | docDate | docEdition | docImprint | imprimatur" as="text()*" priority="-1">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Letters: what stands at the top and at the foot -->

  <xsl:template match="opener" as="text()*">#opener{'(sticky: false)'[f:is-loose(current())]}[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="closer" as="text()*">#closer[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="postscript" as="text()*">#postscript[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="dateline | signed" as="text()*">#aligned(right)[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="salute" as="text()*">#unindented[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="p/dateline | p/signed | p/salute" as="text()*" priority="2"><xsl:apply-templates/></xsl:template>
  <xsl:template match="byline" as="text()*">#byline[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="titlePage/byline" as="text()*" priority="2">
    <xsl:text>#title-page-line[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:template match="argument" as="text()*">#argument[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="epigraph" as="text()*">#epigraph[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="trailer" as="text()*">#trailer[<xsl:apply-templates/>];</xsl:template>
</xsl:stylesheet>
