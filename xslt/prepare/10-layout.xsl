<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass: what is layout of the XML file, and not text, goes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes"
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

  <!-- The same between the paragraphs or lines of a quotation, a speech, an item. -->
  <xsl:template match="text()[not(normalize-space())][(parent::quote or parent::q or parent::said or parent::u
      or parent::item or parent::note or parent::cell or parent::stage or parent::ab or parent::bibl[listBibl])
      and (../p, ../lg, ../ab, ../l, ../sp, ../said, ../list)[1] and not(../text()[normalize-space()])]"
      mode="m:identify"/>
</xsl:stylesheet>
