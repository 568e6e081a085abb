<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts, divisions, heads; what stands at the beginning and at the end of a letter or a book. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="text" mode="m:text" as="element()">
    <article>
      <xsl:sequence select="f:attributes(., 'text')"/>
      <xsl:if test="parent::TEI and empty(preceding-sibling::text) and empty(f:title-in-text(root(.)))">
        <h1 class="editorial-title">{f:page-title(root(.))}</h1>
        <xsl:sequence select="f:contents(root(.))"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </article>
  </xsl:template>

  <xsl:template match="floatingText" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'floating-text')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="front | back | group | group/text | body | floatingText/body | titlePage | div[@type = 'masthead']
      | argument | epigraph | postscript | docTitle[not(@p:role = 'title')]" mode="m:text" as="element()+" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., (local-name(), @type[. = 'masthead']))"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
    <xsl:sequence select="f:contents(root(.))[exists(current()[self::titlePage or self::docTitle[parent::front]]//*[@p:role = 'title'])]"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="m:text" as="element()">
    <xsl:element name="{if (head[node()][not(../head/@p:role = 'title')]) then 'section' else 'div'}">
      <xsl:sequence select="f:attributes(., ('division', @type[. = ('introduction', 'quotation', 'letter', 'dedication')]))"/>
      <xsl:if test="not(@p:id) and head[@p:level ne '1']">
        <xsl:attribute name="id" select="f:anchor(.)"/>
      </xsl:if>
      <xsl:sequence select="f:division-name(.)"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Beside the edition of an inscription or a papyrus, its translation, commentary and so on mostly have no heads. -->
  <xsl:function name="f:division-name" as="element(h:p)?">
    <xsl:param name="division" as="element()"/>
    <xsl:if test="$division[not(head)]/@type = ('apparatus', 'translation', 'commentary', 'bibliography') and $division/../div[@type = 'edition']">
      <p class="editorial division-name">
        <xsl:sequence select="f:interface-attributes(root($division))"/>
        <xsl:value-of select="f:word('division-' || $division/@type, f:interface-language(root($division)))"/>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- Heads: the first brings those along that follow it at once. -->
  <xsl:template match="text//head[following-sibling::*[1][self::head]][not(preceding-sibling::*[1][self::head])]" mode="m:text"
      as="element()+" priority="2">
    <xsl:variable name="v:heads" as="element(head)+" select="., following-sibling::head except following-sibling::*[not(self::head)][1]/following-sibling::head"/>
    <xsl:variable name="v:main" as="element(head)" select="f:main-head($v:heads)"/>
    <hgroup>
      <xsl:for-each select="$v:heads">
        <xsl:choose>
          <xsl:when test=". is $v:main">
            <xsl:sequence select="f:heading(.)"/>
          </xsl:when>
          <xsl:otherwise>
            <p>
              <xsl:sequence select="f:attributes(., if (@type = 'rubric') then 'rubric' else 'subhead')"/>
              <xsl:apply-templates mode="m:text"/>
            </p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </hgroup>
    <xsl:sequence select="f:contents(root(.))[$v:main/@p:role = 'title']"/>
  </xsl:template>

  <xsl:template match="text//head[not(node())]" mode="m:text" as="empty-sequence()" priority="5"/>

  <xsl:template match="text//head[preceding-sibling::*[1][self::head]]" mode="m:text" as="empty-sequence()" priority="1"/>

  <xsl:template match="text//head" mode="m:text" as="element()+">
    <xsl:sequence select="f:heading(.), f:contents(root(.))[current()/@p:role = 'title']"/>
  </xsl:template>

  <xsl:template match="docTitle[@p:role = 'title'] | titlePart[@p:role = 'title']" mode="m:text" as="element()+" priority="2">
    <xsl:sequence select="f:heading(.), f:contents(root(.))[current()[self::docTitle]/parent::front]"/>
  </xsl:template>

  <xsl:template match="docTitle[@p:role = 'title']/titlePart" mode="m:text" as="element(h:span)" priority="3">
    <span>
      <xsl:sequence select="f:attributes(., 'title-part')"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- The head that names its division: the one that says the title, else the first that is no rubric. -->
  <xsl:function name="f:main-head" as="element(head)">
    <xsl:param name="heads" as="element(head)+"/>
    <xsl:sequence select="($heads[@p:role = 'title'], $heads[not(@type = ('rubric', 'sub', 'subtitle'))], $heads)[1]"/>
  </xsl:function>

  <xsl:function name="f:heading" as="element()">
    <xsl:param name="head" as="element()"/>
    <xsl:for-each select="$head">
      <xsl:variable name="v:level" as="xs:integer" select="xs:integer(@p:level)"/>
      <xsl:variable name="v:deep" as="xs:boolean" select="$v:level gt 6 or f:holds-blocks(.)"/>
      <xsl:element name="{if ($v:deep) then 'div' else 'h' || $v:level}">
        <xsl:sequence select="f:attributes(., 'heading')"/>
        <xsl:if test="$v:deep">
          <xsl:attribute name="role" select="'heading'"/>
          <xsl:attribute name="aria-level" select="$v:level"/>
        </xsl:if>
        <xsl:apply-templates select="node()" mode="m:text"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

  <!-- Heads of what is no division in HTML: stanzas, lists, figures, records; and those outside of a text. -->
  <xsl:template match="head[not(parent::*[self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6
      or self::div7 or self::body or self::front or self::back or self::group])] | head[not(ancestor::text)]" mode="m:text" as="element()" priority="3">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (parent::figure[not(f:is-block(.))]) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(., 'subhead')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Letters -->
  <xsl:template match="opener | closer" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | byline | trailer | docAuthor | docDate | docImprint | docEdition
      | titlePart | imprimatur" mode="m:text" as="item()+">
    <!-- Side by side in one line, without a blank in the file. -->
    <xsl:if test="not(f:stands-among-lines(.)) and preceding-sibling::node()[1][self::dateline or self::salute or self::signed or self::byline or self::docAuthor or self::docDate]">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (f:stands-among-lines(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Inside an opener or closer with words of its own these run on in the line. -->
  <xsl:function name="f:stands-among-lines" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:stands-among-blocks($element)
        or exists($element/parent::*[self::opener or self::closer or self::docTitle][not(text()[normalize-space()])])"/>
  </xsl:function>
</xsl:stylesheet>
