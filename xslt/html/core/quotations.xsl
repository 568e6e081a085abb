<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations and speech, in the text and as blocks, with or without quotation marks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Quotations. The quotation marks are those of the text; see quotation/@marks for texts without. What says the
       source is the caption, if it stands together at the end or at the beginning. -->
  <xsl:template match="cit[f:is-block(.)]" mode="m:text" as="element()">
    <xsl:variable name="v:source" as="element()*" select="bibl, biblStruct, ref[not(../bibl)]"/>
    <xsl:variable name="v:apart" as="xs:boolean" select="exists($v:source) and exists(* except $v:source)
        and (f:stand-together($v:source, (*[last()])) or f:stand-together($v:source, *[1]))"/>
    <xsl:element name="{if ($v:apart or empty($v:source)) then 'figure' else 'div'}">
      <xsl:sequence select="f:attributes(., 'quotation')"/>
      <xsl:for-each-group select="node()" group-adjacent="$v:apart and exists(. intersect $v:source)
          or $v:apart and self::text()[not(normalize-space())] and exists(preceding-sibling::*[1] intersect $v:source) and exists(following-sibling::*[1] intersect $v:source)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <figcaption>
              <xsl:for-each select="current-group()[self::*]">
                <xsl:element name="{if (last() = 1) then 'span' else 'p'}">
                  <xsl:sequence select="f:attributes(., 'attribution')"/>
                  <xsl:apply-templates mode="m:text"/>
                </xsl:element>
              </xsl:for-each>
            </figcaption>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="m:text"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <!-- `elements` follow one another with nothing between, and `end` is one of them. -->
  <xsl:function name="f:stand-together" as="xs:boolean">
    <xsl:param name="elements" as="element()+"/>
    <xsl:param name="end" as="element()?"/>
    <xsl:sequence select="exists($end intersect $elements)
        and count($elements) - 1 eq count($elements[preceding-sibling::*[1] intersect $elements])"/>
  </xsl:function>

  <xsl:template match="cit" mode="m:text" as="element(h:span)" priority="-1">
    <span>
      <xsl:sequence select="f:attributes(., 'cit')"/>
      <xsl:for-each select="node()">
        <xsl:if test="position() gt 1 and self::*">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="quote[f:is-block(.)] | q[f:is-block(.)] | said[f:is-block(.)][not(parent::quote or parent::sp)]"
      mode="m:text" as="element(h:blockquote)" priority="1">
    <blockquote>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:for-each select="f:web-address((@source, parent::cit/bibl/(., .//ref, .//ptr)/(@source, @target)) ! string())">
        <xsl:attribute name="cite" select="."/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="f:holds-blocks(.)">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:apply-templates mode="m:text"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:inference-mark(.)"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="said[f:is-block(.)][parent::quote or parent::sp]" mode="m:text" as="element(h:div)" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., 'said')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="quote | q | said | soCalled | mentioned" mode="m:text" as="element()+">
    <xsl:element name="{if (self::soCalled or self::mentioned) then 'span' else 'q'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'unmarked'[f:marks-are-left-out(current())]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
    <xsl:sequence select="f:inference-mark(.)"/>
  </xsl:template>

  <!-- The encoder took the quotation marks out, and says so in the header: then, only then, the page sets them. -->
  <xsl:function name="f:marks-are-left-out" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="root($quotation)/*/teiHeader/encodingDesc/editorialDecl/quotation/@marks = 'none'"/>
  </xsl:function>
</xsl:stylesheet>
