<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, tables, music and formulae. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Pictures first, then one caption; where more than a caption stands with them, all in its order. -->
  <xsl:template match="figure | notatedMusic" mode="m:text" as="element()">
    <xsl:variable name="v:block" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:variable name="v:pictures" as="element()*" select="graphic, media, binaryObject"/>
    <xsl:variable name="v:described" as="element()*" select="figDesc[f:is-plain(.)][exists(f:picture(..))]"/>
    <xsl:variable name="v:caption" as="element()*" select="* except ($v:pictures, $v:described)"/>
    <xsl:variable name="v:captioned" as="xs:boolean" select="empty($v:caption except (head, p, label, figDesc, trailer, ptr, ref, seg))"/>
    <xsl:element name="{if ($v:block) then 'figure' else 'span'}">
      <xsl:sequence select="f:attributes(., ('figure', local-name()[. ne 'figure']))"/>
      <!-- A figure without a picture of its own is shown by that of its place in the source. -->
      <xsl:if test="@facs and empty($v:pictures)">
        <xsl:sequence select="f:facsimiles-of(.) ! f:image(., f:word('figure', f:interface-language(root(current()))))"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$v:captioned">
          <xsl:apply-templates select="$v:pictures" mode="m:text"/>
          <xsl:if test="exists($v:caption)">
            <xsl:element name="{if ($v:block) then 'figcaption' else 'span'}">
              <xsl:for-each select="$v:caption">
                <xsl:apply-templates select="." mode="m:text"/>
                <xsl:value-of select="' '[current()[self::ptr or self::ref or self::seg or self::label or self::figDesc]/following-sibling::*]"/>
              </xsl:for-each>
            </xsl:element>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="node() except $v:described" mode="m:text"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- The picture of a figure that takes the figure's description as its alternative text: the first that the page
       shows (a file that lies beside it) and that has no description of its own. -->
  <xsl:function name="f:picture" as="element(graphic)?">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="$figure/graphic[f:is-shown-picture(.)][not(desc)][1]"/>
  </xsl:function>

  <!-- Words that can be said in an attribute: without notes, variants, pictures. -->
  <xsl:function name="f:is-plain" as="xs:boolean">
    <xsl:param name="description" as="element()"/>
    <xsl:sequence select="empty($description//* except $description//(p | hi | emph | title | foreign | term | q | quote | name | persName | placeName
        | orgName | rs | date | num | seg | lb))"/>
  </xsl:function>

  <xsl:function name="f:is-shown-picture" as="xs:boolean">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="exists(f:picture-address($graphic/@url ! string()))"/>
  </xsl:function>

  <xsl:template match="graphic | media" mode="m:text" as="element()*">
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root(.))"/>
    <xsl:variable name="v:address" as="xs:string?" select="f:followable(@url ! string())"/>
    <xsl:choose>
      <xsl:when test="self::graphic and f:is-shown-picture(.)">
        <xsl:variable name="v:said" as="xs:string" select="string-join((desc, ../figDesc[f:picture(..) is current()])[f:is-plain(.)] ! normalize-space(), ' ')"/>
        <xsl:sequence select="f:image(@url, ($v:said[. ne ''], f:word('figure', $v:language))[1])"/>
        <xsl:apply-templates select="desc[not(f:is-plain(.))]" mode="m:text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="exists($v:address) and not(f:is-in-link(.)) and not(map:contains($v:pictures, $v:address) and empty($v:pictures($v:address))
            and empty(f:web-address($v:address)))">
          <a class="editorial" href="{$v:address}">{f:word('figure', $v:language)}: {replace($v:address, '.*/(.)', '$1')}</a>
        </xsl:if>
        <xsl:apply-templates select="desc" mode="m:text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="graphic/desc | media/desc" mode="m:text" as="element(h:span)" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'figure-description')"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- A picture or sound in the file itself, in base 64. Its letters are no words; a picture is shown. -->
  <xsl:template match="binaryObject" mode="m:text" as="element(h:img)?">
    <xsl:variable name="v:data" as="xs:string" select="string-join(text() ! translate(., ' &#9;&#10;&#13;', ''))"/>
    <xsl:if test="matches(@mimeType, '^image/(png|jpeg|gif|webp)$') and matches($v:data, '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$') and $v:data ne ''">
      <img src="data:{@mimeType};base64,{$v:data}"
          alt="{f:word('figure', f:interface-language(root(.)))}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (parent::figure[not(f:is-block(.))]) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(., 'figure-description')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Formulas: MathML as browsers set it, other notations as they are written. -->
  <xsl:template match="formula" mode="m:text" as="element()">
    <xsl:element name="{if (*) then 'span' else 'code'}">
      <xsl:sequence select="f:attributes(., 'formula')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Wide tables scroll in a box of their own, which the keyboard can reach. -->
  <xsl:template match="table" mode="m:text" as="element(h:div)">
    <xsl:variable name="v:before" as="node()*" select="node()[empty(current()/row) or . &lt;&lt; current()/row[1]]"/>
    <xsl:variable name="v:after" as="node()*" select="node()[exists(current()/row) and . >> current()/row[last()]]"/>
    <xsl:variable name="v:within" as="node()*" select="node() except ($v:before, $v:after)"/>
    <xsl:variable name="v:caption" as="element(head)?" select="$v:before[self::head][not(f:holds-blocks(.))][empty($v:before[self::*] except .)]"/>
    <xsl:variable name="v:labels" as="element(row)*" select="row[@role = 'label'][empty(preceding-sibling::*[not(@role = 'label')] except $v:before)]"/>
    <xsl:variable name="v:spans" as="xs:boolean" select="f:spans-are-sound($v:labels, row except $v:labels)
        and empty($v:within[not(self::row)][self::* or normalize-space()])"/>
    <div class="table" role="region" tabindex="0">
      <xsl:attribute name="aria-label" select="f:table-names(root(.))(generate-id())"/>
      <xsl:apply-templates select="$v:before except $v:caption" mode="m:text"/>
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:if test="$v:caption">
          <caption>
            <xsl:apply-templates select="$v:caption" mode="m:text"/>
          </caption>
        </xsl:if>
        <xsl:if test="$v:labels">
          <thead>
            <xsl:apply-templates select="$v:labels" mode="m:text">
              <xsl:with-param name="spans" as="xs:boolean" select="$v:spans"/>
            </xsl:apply-templates>
          </thead>
        </xsl:if>
        <tbody>
          <xsl:for-each select="$v:within except $v:labels">
            <xsl:choose>
              <xsl:when test="self::row">
                <xsl:apply-templates select="." mode="m:text">
                  <xsl:with-param name="spans" as="xs:boolean" select="$v:spans"/>
                </xsl:apply-templates>
              </xsl:when>
              <xsl:otherwise>
                <xsl:sequence select="f:aside-row(.)"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:apply-templates select="$v:after" mode="m:text"/>
    </div>
  </xsl:template>

  <!-- What stands among rows and is none, if it shows anything. -->
  <xsl:function name="f:aside-row" as="element(h:tr)?">
    <xsl:param name="content" as="node()"/>
    <xsl:variable name="v:shown" as="item()*">
      <xsl:apply-templates select="$content" mode="m:text"/>
    </xsl:variable>
    <xsl:if test="exists($v:shown[normalize-space() or self::element()])">
      <tr class="aside">
        <td>
          <xsl:sequence select="$v:shown"/>
        </td>
      </tr>
    </xsl:if>
  </xsl:function>

  <!-- Whether cells over several rows or columns leave a table that can be drawn: none over another, none beyond the
       last row, no column that no cell begins in (HTML, 4.9.12 Processing model). Else each cell takes one place. -->
  <xsl:function name="f:spans-are-sound" as="xs:boolean">
    <xsl:param name="labels" as="element(row)*"/>
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:choose>
      <xsl:when test="empty(($labels, $rows)/cell[@rows or @cols])">
        <xsl:sequence select="true()"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- taken: how many rows below a column is still covered; begun: columns in which a cell begins. -->
        <xsl:variable name="v:head" as="map(*)" select="fold-left($labels, map{'taken': map{}, 'begun': map{}, 'sound': true()}, f:next-row#2)"/>
        <xsl:variable name="v:end" as="map(*)" select="fold-left($rows, $v:head, f:next-row#2)"/>
        <xsl:variable name="v:columns" as="xs:integer*" select="map:keys($v:end?taken)"/>
        <xsl:sequence select="$v:end?sound and (every $column in $v:columns satisfies ($v:end?taken($column), $v:head?taken($column)) = 0
              and not(($v:end?taken($column), $v:head?taken($column)) > 0))
            and (every $column in 1 to max($v:columns) satisfies map:contains($v:end?begun, $column))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:next-row" as="map(*)">
    <xsl:param name="so-far" as="map(*)"/>
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="v:after" as="map(*)" select="fold-left($row/cell, map:put($so-far, 'column', 1), f:next-cell#2)"/>
    <xsl:sequence select="map:put($v:after, 'taken', map:merge(
        map:keys($v:after?taken) ! map:entry(., max((0, $v:after?taken(.) - 1)))))"/>
  </xsl:function>

  <xsl:function name="f:next-cell" as="map(*)">
    <xsl:param name="so-far" as="map(*)"/>
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="v:taken" as="map(*)" select="$so-far?taken"/>
    <xsl:variable name="v:free" as="xs:integer" select="f:free-column($v:taken, $so-far?column)"/>
    <xsl:variable name="v:wide" as="xs:integer" select="f:span($cell/@cols)"/>
    <xsl:variable name="v:own" as="xs:integer+" select="$v:free to $v:free + $v:wide - 1"/>
    <xsl:sequence select="map:merge((map{
        'sound': $so-far?sound and (every $column in $v:own satisfies ($v:taken($column), 0)[1] eq 0),
        'begun': map:put($so-far?begun, $v:free, true()),
        'column': $v:free + $v:wide,
        'taken': map:merge(($v:own ! map:entry(., f:span($cell/@rows)), $v:taken))}))"/>
  </xsl:function>

  <xsl:function name="f:free-column" as="xs:integer">
    <xsl:param name="taken" as="map(*)"/>
    <xsl:param name="column" as="xs:integer"/>
    <xsl:sequence select="if (($taken($column), 0)[1] gt 0) then f:free-column($taken, $column + 1) else $column"/>
  </xsl:function>

  <!-- How many rows or columns an attribute says; one where it says nothing sensible. -->
  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="if (matches($attribute, '^\s*[1-9]\d?\s*$')) then xs:integer($attribute) else 1"/>
  </xsl:function>

  <xsl:template match="row" mode="m:text" as="element(h:tr)">
    <xsl:param name="spans" as="xs:boolean" select="true()"/>
    <tr>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="cell" mode="m:text">
        <xsl:with-param name="spans" as="xs:boolean" select="$spans"/>
      </xsl:apply-templates>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="m:text" as="element()">
    <xsl:param name="spans" as="xs:boolean" select="true()"/>
    <xsl:variable name="v:label" as="xs:boolean" select="(@role = 'label' or ../@role = 'label') and normalize-space()"/>
    <xsl:element name="{if ($v:label) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$v:label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:if test="$spans and f:span(@cols) gt 1">
        <xsl:attribute name="colspan" select="f:span(@cols)"/>
      </xsl:if>
      <xsl:if test="$spans and f:span(@rows) gt 1">
        <xsl:attribute name="rowspan" select="f:span(@rows)"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- What each table is called to those who do not see it: its head, or that it is one; with a number where several would
       be called the same. -->
  <xsl:function name="f:table-names" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="$document//table" group-by="(head[1] ! f:words-of(.), f:word('table', f:interface-language($document)))[. ne ''][1]">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="if (last() gt 1) then current-grouping-key() || ' ' || position() else current-grouping-key()"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
