<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which one a document is in, and the words of the interface in the ones we know. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- words.txt: the languages in its first line, then a line a word. Read when the sheets are compiled, once for all pages. -->
  <xsl:variable name="v:word-rows" as="array(xs:string)+" static="yes"
      select="tokenize(unparsed-text('words.txt'), '\n')[normalize-space()] ! array{tokenize(., '\|') ! normalize-space()}"/>
  <xsl:variable name="v:languages" as="xs:string+" static="yes" select="tail($v:word-rows[1]?*)"/>
  <xsl:variable name="v:words" as="map(xs:string, xs:string+)" static="yes" select="map:merge(tail($v:word-rows) ! map{?1: tail(?*)})"/>

  <!-- A word of the interface in `language`, one of $v:languages. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="$v:words($key)[index-of($v:languages, $language)]"/>
  </xsl:function>

  <!-- True for a key of the table: what an encoder wrote in @type may have a word here. -->
  <xsl:function name="f:has-word" as="xs:boolean">
    <xsl:param name="key" as="xs:string?"/>
    <xsl:sequence select="map:contains($v:words, string($key))"/>
  </xsl:function>

  <!-- Language of the text as a tag of BCP 47; `und` where the document does not say. -->
  <xsl:function name="f:language" as="xs:string" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(($document/*/text/@xml:lang, $document/*/@xml:lang,
        $document/*/teiHeader/profileDesc/langUsage/language[1]/@ident)[f:is-language-tag(.)] ! string(), 'und')[1]"/>
  </xsl:function>

  <!-- The languages that are registered have tags of two or three letters (RFC 5646, 2.2.1). -->
  <xsl:function name="f:is-language-tag" as="xs:boolean" cache="yes">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="matches($tag, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$')"/>
  </xsl:function>

  <!-- Language of the interface: the document's if we have words for it, else English. -->
  <xsl:function name="f:interface-language" as="xs:string" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:primary" as="xs:string" select="lower-case(substring-before(f:language($document) || '-', '-'))"/>
    <xsl:sequence select="($v:languages[. = $v:primary], 'en')[1]"/>
  </xsl:function>

  <!-- Direction of writing of a language: rtl, or nothing for the usual one. -->
  <xsl:function name="f:direction" as="xs:string?" cache="yes">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="'rtl'[matches($language, '^(ar|arc|ckb|dv|fa|he|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr|Syrc|Thaa)(-|$)', 'i')]"/>
  </xsl:function>
</xsl:stylesheet>
