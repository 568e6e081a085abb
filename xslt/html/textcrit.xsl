<?xml version="1.0" encoding="UTF-8"?>
<!-- Apparatus: the lemma stands in the text, the other readings among the textual notes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="choice | app" mode="m:text" as="element()" priority="1">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., 'variant')"/>
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="@p:form">
            <!-- The form of the source stands beside that of the reading text; reading.css shows one of them. -->
            <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
              <xsl:attribute name="class" select="'written'"/>
              <xsl:attribute name="hidden" select="'hidden'"/>
              <xsl:apply-templates select="." mode="m:text"/>
            </xsl:element>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="m:text"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="exists(*[@p:role = 'hidden']) and not(ancestor::*[f:is-link(.) or @p:role = 'hidden'])">
        <a class="editorial variant-call" href="#readings:{@p:id}" aria-label="{f:word('textual-notes', f:interface-language(root(.)))} {@p:n}">
          <span aria-hidden="true">*</span>
        </a>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lem | rdg | rdgGrp | witDetail | wit | lacunaStart | lacunaEnd | witStart | witEnd" mode="m:text" as="element(h:span)">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- An apparatus that stands apart from its text is a list of places: the reading of the text, then the others. -->
  <xsl:template match="listApp | listWit" mode="m:text" as="element(h:div)">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="listApp//app" mode="m:text" as="element(h:div)" priority="2">
    <div>
      <xsl:sequence select="f:attributes(., 'app')"/>
      <xsl:sequence select="f:said-in-attribute((@n, @loc)[1])"/>
      <xsl:for-each select="f:own-readings(.)">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:sequence select="f:said-in-attribute(self::*[not(self::wit)]/@wit ! replace(., '#', ''))"/>
        <xsl:if test="self::lem">
          <xsl:sequence select="f:editorial(']')"/>
        </xsl:if>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="witness" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., 'witness')"/>
      <xsl:sequence select="f:said-in-attribute((@n, @xml:id)[1])"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
