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
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="exists(*[@p:role = 'hidden']) and not(ancestor::*[f:is-link(.)])">
        <a class="editorial variant-call" href="#of:{@p:id}" aria-label="{f:word('textual-notes', f:interface-language(root(.)))} {@p:n}">
          <span aria-hidden="true">*</span>
        </a>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rdgGrp | listApp | witDetail | wit | lacunaStart | lacunaEnd" mode="m:text" as="element(h:span)">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
