<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns:v="urn:edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:print"
  expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- How deep one thing may stand in another: each level of a list or a quotation takes room from the line until none
       is left, and typst 0.15 sets no list in the sixteenth. No text that was written comes near. What lies deeper than
       that is set in lines of its own, without a form. -->
  <xsl:variable name="v:with-a-form" as="xs:string+" select="
    'list', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'item', 'label', 'table', 'row', 'cell', 'figure', 'quote', 'q', 'cit',
    'lg', 'l', 'p', 'ab', 'sp', 'speaker', 'stage', 'floatingText', 'castList', 'castGroup', 'castItem', 'div', 'div1', 'div2', 'div3', 'div4',
    'div5', 'div6', 'div7', 'head', 'argument', 'epigraph', 'postscript', 'opener', 'closer', 'trailer'"/>
  <xsl:variable name="v:with-a-look" as="xs:string+" select="'emph', 'foreign', 'hi', 'title', 'term', 'mentioned', 'distinct'"/>

  <xsl:template match="text//*[local-name() = $v:with-a-form][ancestor::*[24]]" as="text()*" priority="30">
    <xsl:text>#linebreak();</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>
  <xsl:template match="text//*[local-name() = $v:with-a-look][ancestor::*[24]]" as="text()*" priority="30"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
