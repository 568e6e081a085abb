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
  <!-- TEI module figures: tables, and the places of pictures. -->

  <!-- Columns of the cells that reach down into a row from the rows above it. -->
  <xsl:function name="f:reaching" as="xs:integer">
    <xsl:param name="row" as="element(row)"/>
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:variable name="number" as="xs:integer" select="index-of($rows ! generate-id(), generate-id($row))"/>
    <xsl:sequence select="xs:integer(sum(
      for $above in 1 to $number - 1
      return $rows[$above]/cell[f:extent(@rows) gt $number - $above] ! f:extent(@cols)))"/>
  </xsl:function>
  <xsl:function name="f:extent" as="xs:integer">
    <xsl:param name="count" as="attribute()?"/>
    <xsl:sequence select="if (matches($count, '^\s*[1-9]\d?\s*$')) then xs:integer($count) else 1"/>
  </xsl:function>

  <xsl:template match="table[row/cell]" as="text()*">
    <xsl:variable name="table" as="element(table)" select="."/>
    <xsl:variable name="rows" as="element(row)+" select="row[cell]"/>
    <xsl:variable name="tall" as="xs:boolean" select="exists($rows/cell[f:extent(@rows) gt 1])"/>
    <xsl:variable name="columns" as="xs:integer" select="
      xs:integer(max((1, $rows ! (sum(cell ! f:extent(@cols)) + (if ($tall) then f:reaching(., $rows) else 0)))))"/>
    <!-- Rows of labels at the top are the head that a new page repeats; cells that reach out of it forbid that. -->
    <xsl:variable name="first" as="element(row)?" select="$rows[not(@role = 'label') and exists(cell[not(@role = 'label')])][1]"/>
    <xsl:variable name="heads" as="element(row)*" select="
      if ($tall) then () else $rows[not($first) or . &lt;&lt; $first][position() lt count($rows)]"/>
    <xsl:variable name="figures" as="xs:integer*" select="f:columns-of-figures($rows except $heads)"/>
    <xsl:apply-templates select="* except (row | trailer)"/>
    <xsl:text>#grid-of-cells({$columns}, {count($rows)}, {count($heads)}, (</xsl:text>
    <xsl:for-each select="$heads">
      <xsl:variable name="number" as="xs:integer" select="position() - 1"/>
      <xsl:for-each select="cell"><xsl:sequence select="f:cell(., $number, position() = $figures)"/></xsl:for-each>
    </xsl:for-each>
    <xsl:text>), </xsl:text>
    <xsl:for-each select="$rows">
      <xsl:variable name="number" as="xs:integer" select="position() - 1"/>
      <xsl:for-each select="cell[not(.. intersect $heads)]"><xsl:sequence select="f:cell(., $number, position() = $figures)"/></xsl:for-each>
    </xsl:for-each>
    <xsl:text>{'long: true'[string-length($table) gt 1200]});&#10;</xsl:text>
    <xsl:apply-templates select="trailer"/>
  </xsl:template>
  <!-- The numbers of the columns whose cells, but for empty ones and labels, are all figures: they are set to the right. -->
  <xsl:function name="f:columns-of-figures" as="xs:integer*">
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:if test="empty($rows/cell/(@cols | @rows))">
      <xsl:for-each-group select="$rows/cell[normalize-space()][not(@role = 'label')]" group-by="count(preceding-sibling::cell) + 1">
        <xsl:if test="count(current-group()) gt 1 and (every $cell in current-group() satisfies f:is-figures($cell))">
          <xsl:sequence select="current-grouping-key()"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:function>
  <!-- A number with its separators and what usually stands before or after one; or a dash for none. -->
  <xsl:function name="f:is-figures" as="xs:boolean">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="
      string-length($cell) lt 40 and matches(normalize-space($cell), '^([+−–-]?\s?\p{Sc}?\s?\d+([.,’ &#160;&#8239;]\d+)*\s?[%\p{Sc}]?|[–—-])$')"/>
  </xsl:function>
  <xsl:function name="f:cell" as="text()*">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:param name="row" as="xs:integer"/>
    <xsl:param name="figures" as="xs:boolean"/>
    <xsl:text>cell({$row}, {f:extent($cell/@cols)}, {min((f:extent($cell/@rows), count($cell/../following-sibling::row) + 1))}, {'figures: true, '[$figures]}[</xsl:text>
    <xsl:apply-templates select="$cell"/>
    <xsl:text>]), </xsl:text>
  </xsl:function>
  <!-- A table within a table, or a long one in a note, has no room for columns: a line for each row. -->
  <xsl:template match="table[row/cell][ancestor::table or (ancestor::note and string-length() gt 600)]" as="text()*" priority="2">
    <xsl:apply-templates select="* except (row | trailer)"/>
    <xsl:text>#in-block[</xsl:text>
    <xsl:for-each select="row[cell]">
      <xsl:if test="position() gt 1"><xsl:text>#linebreak();</xsl:text></xsl:if>
      <xsl:for-each select="cell">
        <xsl:apply-templates select="."/>
        <xsl:if test="position() lt last()"><xsl:text>#h(1em);</xsl:text></xsl:if>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:text>];</xsl:text>
    <xsl:apply-templates select="trailer"/>
  </xsl:template>
  <xsl:template match="table/head" as="text()*">#caption[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="cell" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="table[not(row/cell)] | row" as="text()*"><xsl:apply-templates/></xsl:template>

  <!-- Pictures by the pointers that name them. -->
  <xsl:variable name="v:pictures" as="map(xs:string, xs:string)" select="map:merge(tokenize($pictures, '\n')[contains(., '&#9;')]
      ! map:entry(substring-before(., '&#9;'), substring-after(., '&#9;')))"/>

  <xsl:template match="figure" as="text()*">#picture-place[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="figDesc" as="text()*">#p[#slanted[<xsl:apply-templates/>];];</xsl:template>
  <xsl:template match="figure[not(f:stands-alone(.))][not(p | ab | head | figDesc)]" as="text()*" priority="2"><xsl:apply-templates/></xsl:template>
  <xsl:template match="graphic[map:contains($v:pictures, string(@url))]" as="text()*" priority="1">
    <xsl:variable name="words" as="xs:string" select="
      (f:plain((desc, ../figDesc)[1])[.], f:plain(../head[1])[.], $v:pictures(@url))[1]"/>
    <xsl:text>#picture({f:literal($v:pictures(@url))}, {f:literal($words)}, </xsl:text>
    <xsl:text>[{f:words('[' || normalize-space(@url) || ']')}]);</xsl:text>
    <xsl:apply-templates select="node() except desc"/>
  </xsl:template>
  <xsl:template match="graphic | media | binaryObject" as="text()*">
    <xsl:variable name="name" as="xs:string" select="(@url ! string(), name())[1]"/>
    <xsl:call-template name="d:report">
      <xsl:with-param name="code" select="'PRINT-PICTURE'"/>
      <xsl:with-param name="facts" select="map { 'name': $name }"/>
    </xsl:call-template>
    <xsl:sequence select="f:words('[' || $name || ']')"/>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="binaryObject/text() | notatedMusic/text()" as="text()*" priority="3"/>
  <xsl:template match="notatedMusic" as="text()*"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
