<?xml version="1.0" encoding="UTF-8"?>
<!-- What parts of the text are, for reading systems: epub:type (EPUB Structural Semantics Vocabulary 1.1) and the role that
     says the same to assistive technology (DPUB-ARIA 1.1), where there is one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:e="urn:edition:ebook" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- What an encoder wrote in @type of a division (or the name of an element) | epub:type | role -->
  <xsl:variable name="v:semantics-table" as="xs:string">
    front | frontmatter |
    back | backmatter |
    titlePage | titlepage |
    epigraph | epigraph |
    abstract | abstract | doc-abstract
    acknowledgements | acknowledgments | doc-acknowledgments
    acknowledgments | acknowledgments | doc-acknowledgments
    afterword | afterword | doc-afterword
    appendix | appendix | doc-appendix
    bibliography | bibliography | doc-bibliography
    chapter | chapter | doc-chapter
    colophon | colophon | doc-colophon
    conclusion | conclusion | doc-conclusion
    dedication | dedication | doc-dedication
    epilogue | epilogue | doc-epilogue
    foreword | foreword | doc-foreword
    glossary | glossary | doc-glossary
    index | index | doc-index
    introduction | introduction | doc-introduction
    part | part | doc-part
    preface | preface | doc-preface
    prologue | prologue | doc-prologue
    volume | volume |
  </xsl:variable>

  <xsl:variable name="v:semantics" as="map(xs:string, xs:string*)">
    <xsl:map>
      <xsl:for-each select="tokenize($v:semantics-table, '\n')[normalize-space()]">
        <xsl:variable name="v:cells" as="xs:string*" select="tokenize(., '\|') ! normalize-space()"/>
        <xsl:map-entry key="$v:cells[1]" select="tail($v:cells)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- As for web pages, with what the element is. What has a role has a name: a division without a head is called nothing,
       and an epub:type never stands without the role that says the same. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:variable name="v:classes" as="xs:string*" select="$classes, f:looks($element)"/>
    <xsl:variable name="v:meant" as="xs:string*" select="f:meaning($element)"/>
    <xsl:variable name="v:head" as="element(head)?" select="f:naming-head($element)"/>
    <xsl:for-each select="($element/@p:id[not(matches(., '\s'))] ! string(),
        $element/self::head[exists(f:naming-head(..)[. is $element]) and f:meaning(..)[2] ne ''] ! f:anchor(.))[1]">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:if test="exists($v:classes)">
      <xsl:attribute name="class" select="$v:classes"/>
    </xsl:if>
    <xsl:if test="$v:meant[1] ne '' and ($v:meant[2] eq '' or exists($v:head))">
      <xsl:attribute name="epub:type" select="$v:meant[1]"/>
    </xsl:if>
    <xsl:if test="$v:meant[2] ne '' and exists($v:head)">
      <xsl:attribute name="role" select="$v:meant[2]"/>
      <xsl:attribute name="aria-labelledby" select="f:anchor($v:head)"/>
    </xsl:if>
    <xsl:sequence select="f:language-attributes($element)"/>
  </xsl:function>

  <!-- epub:type and role of an element; nothing for most. -->
  <xsl:function name="f:meaning" as="xs:string*">
    <xsl:param name="element" as="element()?"/>
    <xsl:choose>
      <xsl:when test="empty($element) or $element/ancestor::floatingText or $element/head/@p:role = 'title'"/>
      <xsl:when test="$element/(self::front, self::back)">
        <xsl:sequence select="$v:semantics(local-name($element))[$element/parent::text/parent::TEI]"/>
      </xsl:when>
      <xsl:when test="$element/(self::titlePage, self::epigraph)">
        <xsl:sequence select="$v:semantics(local-name($element))"/>
      </xsl:when>
      <xsl:when test="$element/(self::div, self::div1, self::div2, self::div3, self::div4, self::div5, self::div6, self::div7)">
        <xsl:variable name="v:type" as="xs:string" select="lower-case(string($element/@type))"/>
        <xsl:sequence select="if (map:contains($v:semantics, $v:type)) then $v:semantics($v:type)
            else $v:semantics('chapter')[$element/parent::body/parent::text/parent::TEI][exists($element/head[node()])]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The head that names a division. -->
  <xsl:function name="f:naming-head" as="element(head)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:heads" as="element(head)*" select="$element[starts-with(local-name(), 'div')]/head[node()]"/>
    <xsl:if test="exists($v:heads)">
      <xsl:sequence select="f:main-head($v:heads)"/>
    </xsl:if>
  </xsl:function>

  <!-- The beginning of a page of the source. -->
  <xsl:template match="pb[normalize-space(@n)]" mode="m:text" as="element()">
    <xsl:variable name="v:made" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:for-each select="$v:made">
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <xsl:attribute name="epub:type" select="'pagebreak'"/>
        <xsl:sequence select="node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
