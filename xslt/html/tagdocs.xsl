<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentation of markup: names of elements and attributes in prose, examples, specifications. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="code | gi | att | val | ident | tag | altIdent | defaultVal" mode="m:text" as="element(h:code)">
    <code>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </code>
  </xsl:template>

  <xsl:template match="eg" mode="m:text" as="element(h:pre)">
    <xsl:call-template name="m:preformatted"/>
  </xsl:template>

  <!-- Markup that is itself the matter: shown with its tags. -->
  <xsl:template match="eg:egXML | content | datatype | constraint | model | modelGrp | modelSequence | alternate | sequence
      | interleave | anyElement | textNode | empty | elementRef | classRef | macroRef | dataRef | dataFacet | param | outputRendition"
      mode="m:text" as="element(h:pre)">
    <pre>
      <xsl:sequence select="f:attributes(., ('markup-shown', local-name()))"/>
      <xsl:apply-templates select="if (self::eg:egXML) then node() else ." mode="m:markup"/>
    </pre>
  </xsl:template>

  <xsl:mode name="m:markup" on-no-match="fail"/>

  <xsl:template match="*" mode="m:markup" as="item()*">
    <xsl:variable name="v:attributes" as="xs:string*" select="@*[not(namespace-uri() = 'urn:edition:prepared')] !
        (' ' || name() || '=&quot;' || replace(replace(., '&amp;', '&amp;amp;'), '&quot;', '&amp;quot;') || '&quot;')"/>
    <span class="editorial tag-shown">
      <xsl:value-of select="'&lt;' || name() || string-join($v:attributes) || '/'[not(current()/node())] || '&gt;'"/>
    </span>
    <xsl:if test="node()">
      <xsl:apply-templates mode="m:markup"/>
      <span class="editorial tag-shown">
        <xsl:value-of select="'&lt;/' || name() || '&gt;'"/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="m:markup" as="text()">
    <xsl:copy/>
  </xsl:template>

  <!-- Specifications, each under its name. -->
  <xsl:template match="schemaSpec | moduleSpec | elementSpec | classSpec | macroSpec | dataSpec | constraintSpec | constraintDecl | paramSpec | specGrp
      | attList | attDef | valList | valItem | valDesc | exemplum | remarks | listRef | classes | paramList | specList" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., ('specification', local-name()))"/>
      <xsl:sequence select="f:said-in-attribute((@ident, @name)[1])"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- Pointers to specifications, which have no words. -->
  <xsl:template match="specDesc | specGrpRef | moduleRef | memberOf | attRef | equiv" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., ('specification-named', local-name()))"/>
      <xsl:sequence select="f:said-in-attribute((@key, @target, @name, @uri)[1])"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
