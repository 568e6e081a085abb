<?xml version="1.0" encoding="UTF-8"?>
<!-- The title of a document: what the header says, and where the text says it itself. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:p="urn:edition:prepared"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The main title in the header; else the first; blanks normalised. Empty when there is none. -->
  <xsl:function name="f:header-title" as="xs:string?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:titles" as="element(title)*"
        select="$document/*/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:sequence select="($v:titles[@type = 'main'], $v:titles)[1] ! normalize-space()"/>
  </xsl:function>

  <!-- The element of the text that says the title: of the candidates the one that reads as the header does. -->
  <xsl:function name="f:title-in-text" as="element()?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:text" as="element(text)?" select="$document/*/text[1]"/>
    <xsl:variable name="v:title" as="xs:string" select="f:letters-of(f:header-title($document))"/>
    <xsl:variable name="v:only-division" as="element()?" select="$v:text/body/(div, div1)[last() = 1]"/>
    <xsl:variable name="v:candidates" as="element()*" select="
        $v:text/front/(., titlePage)/docTitle[count(titlePart) le 1], $v:text/front/titlePage//titlePart, $v:text/front/docTitle/titlePart,
        $v:text/body/head, $v:only-division/head"/>
    <xsl:sequence select="($v:candidates[f:letters-of(string-join(.//text()[not(ancestor::note)])) eq $v:title][$v:title ne ''],
        $v:candidates[$v:title eq ''][normalize-space()])[1]"/>
  </xsl:function>

  <!-- Text of an element without its notes, and once it is prepared, of one reading only. -->
  <xsl:function name="f:words-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(
        if (empty($element/(ancestor-or-self::*, descendant::*)[self::note or @p:role = 'hidden'])) then string($element)
        else string-join($element//text()[not(ancestor::*[self::note or @p:role = 'hidden'])]))"/>
  </xsl:function>

  <!-- Letters and digits only, in lower case: to compare titles by. -->
  <xsl:function name="f:letters-of" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="lower-case(replace($text, '[^\p{L}\p{N}]+', ''))"/>
  </xsl:function>
</xsl:stylesheet>
