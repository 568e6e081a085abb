<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures of the source: which picture a pointer means, and all of them below the text, where page beginnings lead. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- For each address that the document names: the address that the page is to use, width, height; nothing where
       there is no such picture. Without a table, all are taken to be there. -->
  <xsl:variable name="v:pictures" as="map(xs:string, xs:string*)" select="map:merge(tokenize($pictures, '\n')
      ! (let $v:cells := tokenize(., '\t') return map:entry($v:cells[1], tail($v:cells))))"/>

  <!-- The address of a picture that the page shows: a file beside it that is there. -->
  <xsl:function name="f:picture-address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:variable name="v:beside" as="xs:string?" select="f:followable($pointer)[not(matches(., '^[a-z][a-z0-9+.\-]*:', 'i'))]"/>
    <xsl:sequence select="$v:beside ! (if (map:contains($v:pictures, .)) then $v:pictures(.)[1] else .[$pictures eq ''])"/>
  </xsl:function>

  <!-- A picture, if the page shows it, with its size where that is known. -->
  <xsl:function name="f:image" as="element(h:img)?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:for-each select="f:picture-address($pointer)">
      <img src="{.}" alt="{$words}" loading="lazy">
        <xsl:for-each select="$v:pictures(f:followable($pointer))[2]">
          <xsl:attribute name="width" select="."/>
        </xsl:for-each>
        <xsl:for-each select="$v:pictures(f:followable($pointer))[3]">
          <xsl:attribute name="height" select="."/>
        </xsl:for-each>
      </img>
    </xsl:for-each>
  </xsl:function>

  <!-- The addresses of the pictures that @facs means: its own, or those of the surface or zone it points to (Guidelines, 12.1). -->
  <xsl:function name="f:facsimiles-of" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="tokenize($element/@facs)">
      <xsl:sequence select="if (starts-with(., '#')) then key('f:identified', substring(., 2), root($element))[1] ! f:pictured(.) else ."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:pictured" as="xs:string*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/(self::graphic, graphic, ancestor::surface[1]/graphic)[1]/@url ! string(), $place/self::facsimile/surface ! f:pictured(.)"/>
  </xsl:function>

  <!-- Whether a reader can be led to a picture of this: on this page, or on the web. -->
  <xsl:function name="f:has-facsimile" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(f:facsimiles-of($element) ! (f:picture-address(.), f:web-address(.)))"/>
  </xsl:function>

  <xsl:function name="f:facsimile-label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root($element))"/>
    <xsl:sequence select="if ($element/@n[normalize-space()]) then f:word('facsimile-of', $v:language) || ' ' || normalize-space($element/@n)
        else f:word('facsimile', $v:language)"/>
  </xsl:function>

  <!-- The way from a page beginning to its picture. -->
  <xsl:function name="f:facsimile-call" as="element(h:a)?">
    <xsl:param name="beginning" as="element()"/>
    <xsl:if test="f:has-facsimile($beginning) and not(f:is-in-link($beginning))">
      <a class="editorial facsimile-call" href="#facsimile:{f:place($beginning)}">
        <xsl:text>facs.</xsl:text>
        <span class="unseen">
          <xsl:sequence select="f:interface-attributes(root($beginning))"/>
          <xsl:text> {f:facsimile-label($beginning)}</xsl:text>
        </span>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- Pages in the order of the text, then surfaces that no page beginning names. -->
  <xsl:function name="f:facsimiles" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:pages" as="element(pb)*" select="$document/*/text//pb[@facs][f:has-facsimile(.)][not(ancestor::*[@p:role = 'hidden'])]"/>
    <xsl:variable name="v:named" as="xs:string*" select="$v:pages ! f:facsimiles-of(.)"/>
    <xsl:variable name="v:others" as="element(surface)*" select="$document/*/facsimile//surface[f:pictured(.)[not(. = $v:named)] ! (f:picture-address(.), f:web-address(.))]"/>
    <xsl:variable name="v:content" as="element(h:figure)*">
      <xsl:for-each select="$v:pages, $v:others">
        <xsl:variable name="v:label" as="xs:string" select="f:facsimile-label(.)"/>
        <xsl:variable name="v:pointers" as="xs:string*" select="if (self::pb) then f:facsimiles-of(.) else f:pictured(.)"/>
        <figure class="facsimile" id="facsimile:{f:place(.)}">
          <xsl:for-each select="$v:pointers">
            <xsl:choose>
              <xsl:when test="exists(f:picture-address(.))">
                <a href="{f:picture-address(.)}">
                  <xsl:sequence select="f:image(., $v:label)"/>
                </a>
              </xsl:when>
              <xsl:when test="exists(f:web-address(.))">
                <a href="{.}">{$v:label} ({replace(., '^https?://(www\.)?([^/?#]+).*$', '$2', 'i')})</a>
              </xsl:when>
            </xsl:choose>
          </xsl:for-each>
          <figcaption>
            <xsl:choose>
              <xsl:when test="self::pb and not(f:is-in-link(.))">
                <a href="#{f:anchor(.)}" role="doc-backlink">{string-join((f:word('page', $v:language), @n), ' ')}</a>
              </xsl:when>
              <xsl:otherwise>{string-join((f:word('page', $v:language), @n), ' ')}</xsl:otherwise>
            </xsl:choose>
          </figcaption>
        </figure>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="v:list" as="element(h:div)?">
      <xsl:where-populated>
        <div class="facsimile-list">
          <xsl:sequence select="$v:content"/>
        </div>
      </xsl:where-populated>
    </xsl:variable>
    <xsl:sequence select="f:section('facsimiles', $v:language, $v:list)"/>
  </xsl:function>
</xsl:stylesheet>
