<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 1: every element gets its place; what is layout of the XML file, and not text, goes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" xmlns:p="urn:edition:prepared"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="m:resolve" on-no-match="shallow-copy" use-accumulators="m:place"/>

  <xsl:accumulator name="m:place" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="*" mode="m:resolve" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@* except @p:*"/>
      <xsl:attribute name="p:place" select="accumulator-before('m:place')"/>
      <xsl:apply-templates mode="m:resolve"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:resolve"/>

  <!-- Blank text between elements of which the TEI Guidelines allow no text around. -->
  <xsl:template match="text()[not(normalize-space())][parent::TEI or parent::text or parent::front or parent::body
      or parent::back or parent::group or parent::floatingText or parent::div or parent::div1 or parent::div2
      or parent::div3 or parent::div4 or parent::div5 or parent::div6 or parent::div7 or parent::lg or parent::sp
      or parent::list or parent::table or parent::row or parent::castList or parent::castGroup or parent::cit
      or parent::listBibl or parent::listPerson or parent::listPlace or parent::listOrg or parent::figure
      or parent::choice or parent::subst or parent::app or parent::rdgGrp or parent::titlePage or parent::docTitle
      or parent::spGrp or parent::postscript or parent::annotationBlock or parent::epigraph or parent::argument
      or parent::biblStruct or parent::analytic or parent::monogr or parent::series or parent::imprint
      or parent::respStmt or parent::person or parent::place or parent::org]" mode="m:resolve"/>

  <!-- The same between the paragraphs or lines of a quotation, a speech, an item. -->
  <xsl:template match="text()[not(normalize-space())][(parent::quote or parent::q or parent::said or parent::u
      or parent::item or parent::note or parent::cell or parent::stage or parent::ab or parent::bibl[listBibl])
      and (../p, ../lg, ../ab, ../l, ../sp, ../said, ../list)[1] and not(../text()[normalize-space()])]"
      mode="m:resolve"/>
</xsl:stylesheet>
