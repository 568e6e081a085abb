<?xml version="1.0" encoding="UTF-8"?>
<!-- Ways through the page: contents of a longer text, sections after the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Divisions with heads, when there are three or more to choose from. -->
  <xsl:function name="f:contents" as="element(h:nav)?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:heads" as="element()*" select="$document/*/text//head[@p:level = '2'][parent::*[starts-with(local-name(), 'div')]]
        [. is f:main-head(../head)]"/>
    <xsl:if test="count($v:heads) ge 3">
      <nav class="contents" aria-labelledby="page:contents">
        <p id="page:contents" class="label">
          <xsl:sequence select="f:interface-attributes($document)"/>
          <xsl:value-of select="f:word('contents', f:interface-language($document))"/>
        </p>
        <ol>
          <xsl:for-each select="$v:heads">
            <li>
              <a href="#{f:anchor(..)}">{f:words-of(.)}</a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The title of the edition; it leads to the front page, if there is one. -->
  <xsl:function name="f:home" as="element(h:p)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:choose>
      <xsl:when test="$home-file ne ''">
        <p class="edition-title">
          <xsl:sequence select="f:interface-attributes($document)[$edition-title eq '']"/>
          <a href="{$home-file}">{($edition-title[. ne ''], f:word('front-page', $v:language))[1]}</a>
        </p>
      </xsl:when>
      <xsl:when test="$edition-title ne ''">
        <p class="edition-title">{$edition-title}</p>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The way to the search of the edition, if it has one. -->
  <xsl:function name="f:search" as="element(h:p)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:if test="$search-file ne ''">
      <p class="to-search">
        <xsl:sequence select="f:interface-attributes($document)"/>
        <a rel="search" href="{$search-file}">{f:word('search', f:interface-language($document))}</a>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- The texts before and after this one in the edition. -->
  <xsl:function name="f:neighbours" as="element(h:nav)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:if test="$previous-file ne '' or $next-file ne ''">
      <nav class="neighbours" aria-label="{f:word('neighbours', $v:language)}">
        <xsl:sequence select="f:interface-attributes($document)"/>
        <xsl:if test="$previous-file ne ''">
          <a rel="prev" href="{$previous-file}"><span class="label">{f:word('previous', $v:language)}</span> <bdi>{$previous-title}</bdi></a>
        </xsl:if>
        <xsl:if test="$next-file ne ''">
          <a rel="next" href="{$next-file}"><span class="label">{f:word('next', $v:language)}</span> <bdi>{$next-title}</bdi></a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:on-this-page" as="element(h:nav)?">
    <xsl:param name="sections" as="element(h:section)*"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:if test="$sections">
      <nav class="on-this-page" aria-label="{f:word('on-this-page', f:interface-language($document))}">
        <xsl:sequence select="f:interface-attributes($document)"/>
        <ul>
          <xsl:for-each select="$sections">
            <li>
              <a href="#{h:h2/@id}">{h:h2}</a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
