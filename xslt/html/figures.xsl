<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, tables, music and formulae. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="figure" mode="m:text" as="element()">
    <xsl:variable name="v:block" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:variable name="v:picture" as="xs:string?" select="f:picture(.)"/>
    <xsl:element name="{if ($v:block) then 'figure' else 'span'}">
      <xsl:sequence select="f:attributes(., 'figure')"/>
      <xsl:apply-templates select="graphic, figure, media" mode="m:text"/>
      <xsl:if test="exists(* except (graphic, figDesc[$v:picture], figure, media))">
        <xsl:element name="{if ($v:block) then 'figcaption' else 'span'}">
          <xsl:apply-templates select="* except (graphic, figDesc[$v:picture], figure, media)" mode="m:text"/>
        </xsl:element>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The picture file of a figure that the page may show: one that lies beside it. -->
  <xsl:function name="f:picture" as="xs:string?">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="f:followable($figure/graphic[1]/@url ! string())[not(matches(., '^[a-z]+:', 'i'))]"/>
  </xsl:function>

  <xsl:template match="graphic | media" mode="m:text" as="element()?">
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root(.))"/>
    <xsl:variable name="v:address" as="xs:string?" select="f:followable(@url ! string())"/>
    <xsl:variable name="v:said" as="xs:string?" select="(desc, ../figDesc)[1] ! normalize-space()"/>
    <xsl:choose>
      <xsl:when test="empty($v:address)"/>
      <xsl:when test="self::media or matches($v:address, '^[a-z]+:', 'i')">
        <a class="editorial" href="{$v:address}">{f:word('figure', $v:language)}: {replace($v:address, '.*/(.)', '$1')}</a>
      </xsl:when>
      <xsl:otherwise>
        <img src="{$v:address}" alt="{($v:said[. ne ''], f:word('figure', $v:language))[1]}" loading="lazy"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="figure/head | table/head" mode="m:text" as="element()" priority="4">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (parent::figure[not(f:is-block(.))]) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(., 'subhead')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figDesc | figure/trailer" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (parent::figure[not(f:is-block(.))]) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(., 'figure-description')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Wide tables scroll in a box of their own, which the keyboard can reach. -->
  <xsl:template match="table" mode="m:text" as="element(h:div)">
    <div class="table" role="region" tabindex="0">
      <xsl:attribute name="aria-label" select="(head[1] ! normalize-space(), f:word('table', f:interface-language(root(.))))[. ne ''][1]"/>
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:if test="head">
          <caption>
            <xsl:apply-templates select="head" mode="m:text"/>
          </caption>
        </xsl:if>
        <xsl:variable name="v:labels" as="element(row)*" select="row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])]"/>
        <xsl:if test="$v:labels">
          <thead>
            <xsl:apply-templates select="$v:labels" mode="m:text"/>
          </thead>
        </xsl:if>
        <tbody>
          <xsl:apply-templates select="row except $v:labels" mode="m:text"/>
        </tbody>
      </table>
      <xsl:apply-templates select="* except (head, row)" mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="m:text" as="element(h:tr)">
    <tr>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="cell" mode="m:text"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="m:text" as="element()">
    <xsl:variable name="v:label" as="xs:boolean" select="(@role = 'label' or ../@role = 'label') and normalize-space()"/>
    <xsl:element name="{if ($v:label) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$v:label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:if test="@cols[. castable as xs:positiveInteger][xs:integer(.) gt 1]">
        <xsl:attribute name="colspan" select="@cols"/>
      </xsl:if>
      <xsl:if test="@rows[. castable as xs:positiveInteger][xs:integer(.) gt 1]">
        <xsl:attribute name="rowspan" select="@rows"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Examples of XML, in a namespace of their own: shown as they are. -->
  <xsl:template match="*[not(namespace-uri() = ('http://www.tei-c.org/ns/1.0', ''))]" mode="m:text" as="element()" priority="5">
    <xsl:element name="{if (f:stands-among-blocks(.)) then 'pre' else 'code'}">
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
