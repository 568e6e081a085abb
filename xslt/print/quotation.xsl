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
  <!-- Quotations: set apart as a book sets them, with the marks the text has and no others. -->

  <xsl:variable name="v:structures" as="xs:string+" select="
    'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'body', 'front', 'back', 'group', 'argument', 'epigraph',
    'postscript', 'sp', 'castList', 'titlePage', 'floatingText', 'figure'"/>

  <!-- True of an element that is a block of its own rather than a part of a line. -->
  <xsl:function name="f:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" as="element()?" select="$element/.."/>
    <xsl:sequence select="
      local-name($around) = $v:structures
      or exists($around[self::cit or self::quote or self::q or self::said][f:is-block(.)])"/>
  </xsl:function>

  <!-- True of an element with a block of its own inside it: no line can be drawn under it, no link be laid over it. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element//(p | ab | l | lg | list | table | figure | sp | u | div | castList | castGroup | listBibl | listPerson
        | listPlace | listOrg | head | opener | closer | signed | dateline | salute | postscript | trailer | byline | argument
        | epigraph | floatingText | quote[f:is-block(.)] | q[f:is-block(.)] | *[local-name() = $v:blocks][f:stands-alone(.)])
        [not(ancestor::note[. >> $element])])"/>
  </xsl:function>
  <xsl:variable name="v:blocks" as="xs:string+" select="'stage', 'label', 'bibl', 'note', 'milestone'"/>

  <!-- True where a line is drawn already: two lines on the same words cannot be told to those who hear the page. -->
  <xsl:function name="f:takes-a-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      not(f:holds-blocks($element))
      and empty($element/ancestor::*[self::del or self::unclear or self::hi[f:looks(.) = ('underline', 'strike')]])"/>
  </xsl:function>

  <!-- True of a quotation that is a block: by where it stands or by the blocks it holds. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="
      exists($quotation//(p | lg | l | ab | list | table | sp)[not(ancestor::note[. >> $quotation])])
      or local-name($quotation/..) = $v:structures
      or exists($quotation/parent::cit[local-name(..) = $v:structures])"/>
  </xsl:function>

  <xsl:template match="quote[f:is-block(.)] | q[f:is-block(.)]" as="text()*">
    <xsl:sequence select="f:begins(.)"/>
    <xsl:text>#quotation[</xsl:text><xsl:apply-templates/><xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <!-- Only the outermost is set in: a quotation within one keeps its own marks, and an epigraph is set in already. -->
  <xsl:template match="quote/q[f:is-block(.)] | q/q[f:is-block(.)] | q/quote[f:is-block(.)] | epigraph/quote | epigraph/q
      | epigraph/cit/quote | epigraph/cit/q" as="text()*" priority="2">
    <xsl:text>#in-block[</xsl:text><xsl:apply-templates/><xsl:text>];&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="said[f:is-block(.)]" as="text()*"><xsl:apply-templates/></xsl:template>

  <!-- The encoder took the quotation marks out, and says so in the header: then, only then, they are set, as the language
       of the words has them. -->
  <xsl:template match="q[f:wants-marks(.)] | said[f:wants-marks(.)] | quote[f:wants-marks(.)]" as="text()*" priority="3">
    <xsl:text>#in-marks[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:function name="f:wants-marks" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="
      root($quotation)/*/teiHeader/encodingDesc/editorialDecl/quotation/@marks = 'none' and not(f:is-block($quotation))"/>
  </xsl:function>

  <!-- The reference after a quotation closes the quotation's last paragraph, so that no page can part them. -->
  <xsl:template match="cit[f:is-block(.)]" as="text()*">
    <xsl:variable name="quotation" as="element()?" select="(quote | q)[1]"/>
    <xsl:variable name="reference" as="element()?"
      select="$quotation/following-sibling::*[1][self::bibl or self::ref][not(following-sibling::*)]"/>
    <xsl:variable name="last" as="element()?" select="f:last-paragraph($quotation)"/>
    <xsl:variable name="close" as="xs:boolean" select="exists($last) and exists($reference[string-length() le 300])"/>
    <xsl:apply-templates select="node() except $reference[$close]">
      <xsl:with-param name="closing" select="$reference[$close]" tunnel="yes"/>
      <xsl:with-param name="closing-at" select="$last[$close]" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The paragraph that ends a quotation, if a paragraph does. -->
  <xsl:function name="f:last-paragraph" as="element()?">
    <xsl:param name="quotation" as="element()?"/>
    <xsl:variable name="last" as="element()?" select="$quotation/*[last()]"/>
    <xsl:variable name="trailing" as="text()?" select="$quotation/text()[normalize-space()][last()][. >> $last]"/>
    <xsl:sequence select="
      if ($trailing) then ()
      else if ($last[self::p or self::ab][not(f:alignment(.))]) then $last
      else if ($last[self::said or self::q or self::quote][f:is-block(.)]) then f:last-paragraph($last)
      else ()"/>
  </xsl:function>
</xsl:stylesheet>
