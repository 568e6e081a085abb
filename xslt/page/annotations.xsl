<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said about the text in the text: headings for an index, interpretations, doubts, descriptions of ties. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Elements whose words are about the text, and stand in this section rather than in it. -->
  <xsl:function name="f:is-annotation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::index | self::interp | self::interpGrp | self::span | self::spanGrp | self::certainty
        | self::precision | self::respons | self::alt | self::altGrp | self::link | self::linkGrp | self::join | self::joinGrp
        | self::timeline | self::substJoin | self::listTranspose))"/>
  </xsl:function>

  <xsl:function name="f:annotations" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:said" as="element()*" select="$document/*/text//(index | interp | interpGrp | span | spanGrp | certainty | precision
        | respons | alt | altGrp | link | linkGrp | join | joinGrp | timeline | substJoin | listTranspose)
        [normalize-space()][not(ancestor::*[@p:role = 'hidden' or f:is-annotation(.)])]"/>
    <xsl:variable name="v:content" as="element(h:ul)">
      <ul class="annotation-list">
        <xsl:sequence select="f:text-attributes($document)"/>
        <xsl:for-each select="$v:said">
          <li>
            <xsl:for-each select="@p:id">
              <xsl:attribute name="id" select="."/>
            </xsl:for-each>
            <xsl:value-of select="string-join(.//text()[normalize-space()] ! normalize-space(), ' ')"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:sequence select="f:section('annotations', $v:language, $v:content[h:li])"/>
  </xsl:function>
</xsl:stylesheet>
