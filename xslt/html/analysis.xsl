<?xml version="1.0" encoding="UTF-8"?>
<!-- Analysis: clauses, phrases, words, their parts and signs; interpretations stand among the annotations below the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="s | cl | phr | m | c | pc" mode="m:text" as="element()">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- Words that the encoding sets side by side without a blank are still words. -->
  <xsl:template match="w" mode="m:text" as="item()+">
    <xsl:call-template name="m:phrase"/>
    <xsl:if test="following-sibling::node()[1][self::w] and not(@join = ('right', 'both') or @part or parent::w
        or following-sibling::w[1]/(@join = ('left', 'both')))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A blank of the XML file between a word and the sign that closes it. -->
  <xsl:template match="text()[not(normalize-space())][preceding-sibling::node()[1][self::w]]
      [following-sibling::node()[1][self::pc][matches(., '^\s*[,.;:!?)\]}”’»…]')]]" mode="m:text" as="empty-sequence()"/>

  <!-- A word that the end of a line parted is one word: its hyphen and the blank after it are the printer's. -->
  <xsl:template match="pc[@force = 'weak'][f:parts-a-word(.)]" mode="m:text" as="element(h:span)" priority="1">
    <span class="written" hidden="hidden">
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
  <xsl:template match="text()[not(normalize-space())][preceding-sibling::node()[1][self::pc[@force = 'weak'][f:parts-a-word(.)]]]"
      mode="m:text" as="empty-sequence()"/>
  <xsl:function name="f:parts-a-word" as="xs:boolean">
    <xsl:param name="hyphen" as="element(pc)"/>
    <xsl:sequence select="exists($hyphen/following-sibling::node()[normalize-space() or self::*][1][self::lb[@break = 'no']])"/>
  </xsl:function>

  <xsl:template match="interp | interpGrp | span | spanGrp" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
