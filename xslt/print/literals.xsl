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
  <!-- Text as typst string literals. This file alone decides what of a document reaches the typst source. -->

  <!-- A typst string literal: quotation marks and all. Only `\` and `"` mean anything inside one. -->
  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($words, '([\\&quot;])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <!-- A name of a place, unique in a volume of several texts. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:literal(if ($part and $name) then $part || ' ' || $name else $name)"/>
  </xsl:function>

  <!-- The words as content; the semicolon ends the expression, so that nothing after it is taken for arguments. -->
  <xsl:function name="f:words" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="string-join(f:breakable($words) ! ('#' || f:literal(.) || ';'), '#may-break();')"/>
  </xsl:function>

  <!-- What is longer than a word can be (a code, words that no blank parts) in pieces: nothing else would keep it from
       running off the page. Scripts without cases part at any letter, or have a rule of their own. -->
  <xsl:variable name="v:endless" as="xs:string" select="'[^\s\p{Lo}/]{46,}'"/>
  <xsl:function name="f:breakable" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <!-- Lengths are told in a quarter of the time that the expression takes. -->
      <xsl:when test="(some $word in tokenize($words) satisfies string-length($word) gt 45) and matches($words, $v:endless)">
        <xsl:analyze-string select="$words" regex="{$v:endless}">
          <xsl:matching-substring>
            <xsl:sequence select="analyze-string(., '([^\p{M}&#160;]\p{M}*){1,20}&#160;?|&#160;')/* ! string()"/>
          </xsl:matching-substring>
          <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A typst array of strings. -->
  <xsl:function name="f:array" as="xs:string">
    <xsl:param name="members" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($members ! (f:literal(.) || ',')) || ')'"/>
  </xsl:function>

  <!-- The text of an element on one line, without its notes: for titles in metadata and running heads. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
      normalize-space(string-join($element//text()[not(ancestor::note[. >> $element])] ! string()))"/>
  </xsl:function>

  <!-- Blanks at the edges stay outside the literal, where typst folds them as XML readers expect. -->
  <xsl:template match="text()" as="text()*">
    <xsl:variable name="words" as="xs:string" select="normalize-space()"/>
    <xsl:if test="matches(., '^\s')"><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="$words">
      <xsl:sequence select="f:words($words)"/>
      <xsl:if test="matches(., '\s$')"><xsl:text> </xsl:text></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Where blanks matter, each line keeps its own: those before its words unparted, the others where it may be broken. -->
  <xsl:template match="text()[ancestor::*[@xml:space][1]/@xml:space = 'preserve']" as="text()*" priority="2">
    <xsl:for-each select="tokenize(translate(., '&#9;&#13;', '  '), '\n')">
      <xsl:variable name="words" as="xs:string" select="replace(., '^ +', '')"/>
      <xsl:variable name="indent" as="xs:integer" select="string-length() - string-length($words)"/>
      <xsl:variable name="blank" as="xs:string" select="if (position() gt 1) then '&#160;' else ' '"/>
      <xsl:if test="position() gt 1"><xsl:text>#linebreak();</xsl:text></xsl:if>
      <xsl:if test=". ne ''"><xsl:sequence select="f:words(string-join((1 to $indent) ! $blank) || $words)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" as="text()*"/>
</xsl:stylesheet>
