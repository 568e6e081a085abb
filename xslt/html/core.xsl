<?xml version="1.0" encoding="UTF-8"?>
<!-- The core module: paragraphs, emphasis, titles, terms, addresses, bibliography in the text, ruby. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="core/quotations.xsl"/>
  <xsl:include href="core/lists.xsl"/>
  <xsl:include href="core/notes.xsl"/>
  <xsl:include href="core/beginnings.xsl"/>

  <xsl:template match="p | ab" mode="m:text" as="element()">
    <xsl:variable name="v:blocks" as="xs:boolean" select="f:holds-blocks(.)"/>
    <xsl:element name="{if ($v:blocks) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., 'paragraph'[$v:blocks])"/>
      <xsl:sequence select="f:counted(.) ! f:count(.)"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:notes-on(.), f:here(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- The number that a paragraph or verse is cited by; of the first in divisions without heads, theirs before it. -->
  <xsl:function name="f:counted" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="v:divisions" as="element()*" select="f:counted-divisions($block[empty(preceding-sibling::*[not(self::pb or self::lb or self::cb or self::milestone)])]/..)"/>
    <xsl:variable name="v:numbers" as="xs:string*" select="($v:divisions, $block[not(node()[normalize-space() or self::*][1][self::milestone]/@n = @n)]) ! @n[matches(., '^\d+[a-z]?$')]"/>
    <xsl:sequence select="string-join($v:numbers, '.')[. ne '']"/>
  </xsl:function>

  <!-- `division` and those around it, out to the one that has a head. -->
  <xsl:function name="f:counted-divisions" as="element()*">
    <xsl:param name="division" as="element()?"/>
    <xsl:sequence select="$division[self::div or self::div1 or self::div2 or self::div3 or self::div4][not(head)]
        ! (f:counted-divisions(..), .)"/>
  </xsl:function>

  <!-- Emphasis and other words set apart -->
  <xsl:template match="hi" mode="m:text" as="element()">
    <xsl:variable name="v:looks" as="xs:string*" select="f:looks(.)"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if ($v:looks = 'superscript') then 'sup'
        else if ($v:looks = 'subscript') then 'sub' else if ($v:looks = 'italic') then 'i'
        else if ($v:looks = 'bold') then 'b' else 'span'}">
      <xsl:sequence select="f:attributes(., 'hi'[empty($v:looks)])"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph" mode="m:text" as="element(h:em)">
    <em>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
    </em>
  </xsl:template>

  <xsl:template match="foreign | distinct" mode="m:text" as="element(h:i)">
    <i>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </i>
  </xsl:template>

  <xsl:template match="title" mode="m:text" as="element(h:cite)">
    <cite>
      <xsl:sequence select="f:attributes(., if (@level = ('a', 'u') or f:stands-in-marks(.)) then 'part' else 'whole')"/>
      <xsl:apply-templates mode="m:text"/>
    </cite>
  </xsl:template>

  <!-- Whether quotation marks around it distinguish a title already. -->
  <xsl:function name="f:stands-in-marks" as="xs:boolean">
    <xsl:param name="title" as="element(title)"/>
    <xsl:sequence select="matches($title/preceding-sibling::node()[1][self::text()] ! string(), $v:opening-mark)"/>
  </xsl:function>
  <xsl:variable name="v:opening-mark" as="xs:string" select="'[“„‟«»‹›‘‚&quot;'']\s?$'"/>

  <xsl:template match="term | gloss | num | measure | measureGrp | unit | email | desc | label | headLabel | headItem | abbr | expan
      | author | editor | publisher | pubPlace | biblScope | series | imprint | analytic | monogr
      | respStmt | resp | citedRange | textLang | address[not(addrLine)] | addrLine[not(parent::address)] | street | postCode | postBox
      | sic | corr | orig | reg | meeting | relatedItem | item" mode="m:text" as="element()+">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
    <xsl:sequence select="f:inference-mark(.)"/>
  </xsl:template>

  <xsl:template match="address[addrLine]" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'address')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="address/addrLine" mode="m:text" as="element(h:div)" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- Bibliography in the text -->
  <xsl:template match="bibl | biblStruct | biblFull | listBibl" mode="m:text" as="element()">
    <xsl:element name="{if (self::listBibl or f:holds-blocks(.)) then 'div' else if (f:stands-among-blocks(.) or parent::listBibl) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Ruby: small signs beside the characters that they explain. -->
  <xsl:template match="ruby" mode="m:text" as="element(h:ruby)">
    <ruby>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
    </ruby>
  </xsl:template>

  <xsl:template match="rb" mode="m:text" as="node()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="rt" mode="m:text" as="element()">
    <xsl:element name="{if (parent::ruby) then 'rt' else 'span'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A heading for an index: it stands among the annotations below the text. -->
  <xsl:template match="index" mode="m:text" as="empty-sequence()"/>

  <!-- The place of a list that a program is to make; the page has its own table of contents and registers. -->
  <xsl:template match="divGen" mode="m:text" as="item()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>
</xsl:stylesheet>
