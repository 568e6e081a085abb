<?xml version="1.0" encoding="UTF-8"?>
<!-- How the source looked, from @rend, @rendition and @style, in our few words for it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="f:rendition" match="rendition[@xml:id]" use="'#' || @xml:id"/>

  <xsl:variable name="v:looks" as="map(xs:string, xs:string)" select="map{
      'italic': '^(i|it|ital|italics?|italique|kursiv|antiqua)$|font-style:\s*(italic|oblique)',
      'bold': '^(b|bf|bold|fett|strong)$|font-weight:\s*(bold|[6-9]00)',
      'small-caps': '^(sc|smcp|smallcaps?|small-caps|smallcapitals)$|font-variant:\s*small-caps',
      'superscript': '^(sup|super|superscript|hoch)$|vertical-align:\s*super',
      'subscript': '^(sub|subscript)$|vertical-align:\s*sub',
      'underline': '^(u|ul|underlined?|underscore)$|text-decoration:\s*underline',
      'strike': '^(s|strike|strikethrough|overstrike|struck)$|text-decoration:\s*line-through',
      'spaced': '^(spaced|g|gesperrt|letterspaced|spaced-out)$|letter-spacing:',
      'centre': '^(c|cent(er|re)(ed)?|middle)$|text-align:\s*center',
      'right': '^(r|right|flushright|align\(right\))$|text-align:\s*right',
      'indent': '^(indent(ed)?.*|et)$|(text-indent|margin-left|padding-left):\s*[1-9]',
      'large': '^(large|larger|big)$|font-size:\s*(larger|large)'}"/>

  <!-- Which of the words in $v:looks hold for `element`, in alphabetical order. -->
  <xsl:function name="f:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:given" as="xs:string*" select="
        $element/@rend ! (tokenize(.), .)[. ne ''],
        $element/@style ! string(),
        $element/@rendition ! tokenize(.) ! (substring-after(., '#'), key('f:rendition', ., root($element)) ! string())"/>
    <xsl:if test="exists($v:given)">
      <xsl:sequence select="sort(distinct-values($v:given ! f:looks-of(.)))"/>
    </xsl:if>
  </xsl:function>

  <!-- The same for one word of an encoder, or a piece of CSS. A text has few of them, and each often. -->
  <xsl:function name="f:looks-of" as="xs:string*" cache="yes">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="map:keys($v:looks)[matches($word, $v:looks(.), 'i')]" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>
</xsl:stylesheet>
