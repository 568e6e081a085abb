<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass: what is layout of the XML file, and not text, goes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" xmlns:p="urn:edition:prepared"
    xmlns:v="urn:edition:variables" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="comment() | processing-instruction()" mode="m:identify"/>

  <!-- Blank text between elements of which the TEI Guidelines allow no text around. (A map: a row of tests is slow.) -->
  <xsl:variable name="v:without-text" as="map(xs:string, xs:boolean)" select="map:merge((
      'TEI', 'text', 'front', 'body', 'back', 'group', 'floatingText', 'div', 'div1', 'div2', 'div3',
      'div4', 'div5', 'div6', 'div7', 'lg', 'sp', 'list', 'table', 'row', 'castList', 'castGroup', 'cit',
      'listBibl', 'listPerson', 'listPlace', 'listOrg', 'figure', 'choice', 'subst', 'app', 'rdgGrp',
      'titlePage', 'docTitle', 'spGrp', 'postscript', 'annotationBlock', 'epigraph', 'argument',
      'biblStruct', 'analytic', 'monogr', 'series', 'imprint', 'respStmt', 'person', 'place', 'org') ! map:entry(., true()))"/>

  <xsl:template match="text()[not(normalize-space())][parent::t:*[map:contains($v:without-text, local-name())]]" mode="m:identify"/>

  <!-- Where a line, column or page begins within a word (Guidelines, 3.11.3), a blank of the file is none of the text.
       So it is after a hyphen at the end of a line, where the encoding does not say. -->
  <xsl:variable name="v:begins-lines" as="xs:boolean" select="exists(//text//(lb, pb, cb, gb))"/>
  <xsl:template match="text()[$v:begins-lines][following-sibling::node()[1][self::lb or self::pb or self::cb or self::gb]/@break = 'no']
      | text()[$v:begins-lines][preceding-sibling::node()[1][self::lb or self::pb or self::cb or self::gb][m:is-within-word(.)]]" mode="m:identify" as="text()?" priority="2">
    <xsl:variable name="v:after" as="xs:string" select="if (preceding-sibling::node()[1][self::lb or self::pb or self::cb or self::gb][m:is-within-word(.)])
        then replace(., '^\s+', '') else string(.)"/>
    <xsl:value-of select="if (following-sibling::node()[1][self::lb or self::pb or self::cb or self::gb]/@break = 'no') then replace($v:after, '\s+$', '') else $v:after"/>
  </xsl:template>

  <xsl:function name="m:is-within-word" as="xs:boolean">
    <xsl:param name="beginning" as="element()"/>
    <xsl:sequence select="$beginning/@break = 'no' or exists($beginning/self::lb[not(@break)][m:follows-hyphen(.)])"/>
  </xsl:function>

  <xsl:function name="m:follows-hyphen" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="exists($beginning[preceding-sibling::node()[1][self::text()][matches(., '\p{L}[-‐⸗¬]$')]]
        [following-sibling::node()[1][self::text()][matches(., '^\s*\p{Ll}')]])"/>
  </xsl:function>

  <!-- Such a line begins within a word as one does that is said to. -->
  <xsl:template match="text//lb[not(@break)][m:follows-hyphen(.)]" mode="m:identify" as="element()" priority="2">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:attribute name="break" select="'no'"/>
      <xsl:for-each select="@xml:id">
        <xsl:attribute name="p:id" select="."/>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <!-- The same between the paragraphs or lines of a quotation, a speech, an item. -->
  <xsl:template match="text()[not(normalize-space())][(parent::quote or parent::q or parent::said or parent::u
      or parent::item or parent::note or parent::cell or parent::stage or parent::ab or parent::bibl[listBibl])
      and (../p, ../lg, ../ab, ../l, ../sp, ../said, ../list)[1] and not(../text()[normalize-space()])]"
      mode="m:identify"/>
</xsl:stylesheet>
