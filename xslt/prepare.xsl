<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI document as every target wants it. The words and the elements stay what and where they are; what
     the passes find out is written beside them, in attributes of the namespace p:. (But for signs of a typeface,
     _so_, which the pages set as type.)

     p:id      identifier, unique in the document: xml:id where there is one, else e.g. mention:3, note:1
     p:address the same, of a paragraph, speech or line that the edition gave an address
     p:role    title (this head says the title of the document), footnote, call (this reference calls a footnote),
               hidden (not part of the reading text)
     p:form    written: of what is hidden, that which the source has, for the diplomatic text
     p:called  of a footnote: elsewhere, where a call in the text leads to it
     p:level   of a head: 1 for the title, 2 and deeper for the rest
     p:series  of a footnote: author or editor, whose note it is
     p:n       of a footnote or textual note: the number it is called by
     p:target  p:id of the record or element that @ref, @who or @target means, when it is in this document
     p:kind    of a mention and of a record: person, place, org

     Two passes: what an element is called, then what leads to it. (Each pass is a tree, and a tree is dear.) -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" exclude-result-prefixes="#all">

  <xsl:import href="prepare/10-layout.xsl"/>
  <xsl:import href="prepare/10-identify.xsl"/>
  <xsl:import href="prepare/20-editorial.xsl"/>
  <xsl:import href="prepare/20-link.xsl"/>

  <xsl:global-context-item as="document-node()" use="required"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="m:identify" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="m:settle" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="document-node()">
    <xsl:variable name="v:identified" as="document-node()">
      <xsl:apply-templates select="." mode="m:identify"/>
    </xsl:variable>
    <xsl:apply-templates select="$v:identified" mode="m:settle"/>
  </xsl:template>
</xsl:stylesheet>
