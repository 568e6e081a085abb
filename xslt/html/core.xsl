<?xml version="1.0" encoding="UTF-8"?>
<!-- The core module: paragraphs, quotations, emphasis, titles, lists, notes, bibliography in the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="p | ab" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., ('paragraph'[f:holds-blocks(current())]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Quotations. The quotation marks are those of the text; see quotation/@marks for texts without. -->
  <xsl:template match="cit[f:is-block(.)]" mode="m:text" as="element(h:figure)">
    <figure>
      <xsl:sequence select="f:attributes(., 'quotation')"/>
      <xsl:apply-templates select="* except (bibl, biblStruct, ref[not(../bibl)])" mode="m:text"/>
      <xsl:for-each-group select="bibl, biblStruct, ref[not(../bibl)]" group-by="true()">
        <figcaption>
          <xsl:for-each select="current-group()">
            <xsl:element name="{if (last() = 1) then 'span' else 'p'}">
              <xsl:sequence select="f:attributes(., 'attribution')"/>
              <xsl:apply-templates mode="m:text"/>
            </xsl:element>
          </xsl:for-each>
        </figcaption>
      </xsl:for-each-group>
    </figure>
  </xsl:template>

  <xsl:template match="cit" mode="m:text" as="element(h:span)" priority="-1">
    <span>
      <xsl:sequence select="f:attributes(., 'cit')"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <xsl:template match="quote[f:is-block(.)] | q[f:is-block(.)] | said[f:is-block(.)][not(parent::quote or parent::sp)]"
      mode="m:text" as="element(h:blockquote)" priority="1">
    <blockquote>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:for-each select="f:web-address((@source, parent::cit/bibl/(., .//ref, .//ptr)/(@source, @target)) ! string())">
        <xsl:attribute name="cite" select="."/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="f:holds-blocks(.)">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:apply-templates mode="m:text"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:inference-mark(.)"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="said[f:is-block(.)][parent::quote or parent::sp]" mode="m:text" as="element(h:div)" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., 'said')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="quote | q | said | soCalled | mentioned" mode="m:text" as="element()+">
    <xsl:element name="{if (self::soCalled or self::mentioned) then 'span' else 'q'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'unmarked'[f:marks-are-left-out(current())]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
    <xsl:sequence select="f:inference-mark(.)"/>
  </xsl:template>

  <!-- The encoder took the quotation marks out, and says so in the header: then, only then, the page sets them. -->
  <xsl:function name="f:marks-are-left-out" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="root($quotation)/*/teiHeader/encodingDesc/editorialDecl/quotation/@marks = 'none'"/>
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

  <xsl:template match="code | gi | att | val | ident | tag | formula" mode="m:text" as="element(h:code)">
    <code>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </code>
  </xsl:template>

  <xsl:template match="term | gloss | num | measure | measureGrp | unit | email | desc | label | abbr | expan | ex | am | seg | w | c | pc | phr | cl | s | m
      | author | editor | publisher | pubPlace | biblScope | edition | series | imprint | analytic | monogr | idno | extent
      | respStmt | resp | citedRange | textLang | address[not(addrLine)] | addrLine[not(parent::address)] | street | postCode | postBox
      | sic | corr | orig | reg | choice | subst | lem | rdg | meeting | relatedItem" mode="m:text" as="element()+">
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

  <!-- Lists -->
  <xsl:template match="list" mode="m:text" as="element()+">
    <xsl:apply-templates select="head" mode="m:text"/>
    <xsl:variable name="v:ordered" as="xs:boolean"
        select="(@type, @rend) = ('ordered', 'numbered', 'decimal') or matches(@rend, 'number|decimal|roman|alpha')"/>
    <xsl:element name="{if ($v:ordered) then 'ol' else 'ul'}">
      <xsl:sequence select="f:attributes(., ('list', 'plain'[current()/(@type, @rend) = ('simple', 'plain', 'none', 'inline')]))"/>
      <xsl:for-each select="* except head">
        <li>
          <xsl:choose>
            <xsl:when test="self::item">
              <xsl:sequence select="f:attributes(., ())"/>
              <xsl:apply-templates mode="m:text"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:attribute name="class" select="'aside'"/>
              <xsl:apply-templates select="." mode="m:text"/>
            </xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- Pairs of label and item: a list of definitions. -->
  <xsl:template match="list[label][item]" mode="m:text" as="element()+" priority="1">
    <xsl:apply-templates select="head" mode="m:text"/>
    <dl>
      <xsl:sequence select="f:attributes(., 'list')"/>
      <xsl:for-each-group select="* except head" group-starting-with="label[not(preceding-sibling::*[1][self::label])]">
        <div>
          <xsl:for-each select="current-group()">
            <xsl:element name="{if (self::label or (self::headLabel)) then 'dt' else 'dd'}">
              <xsl:sequence select="f:attributes(., ())"/>
              <xsl:choose>
                <xsl:when test="self::label or self::item or self::headLabel or self::headItem">
                  <xsl:apply-templates mode="m:text"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:apply-templates select="." mode="m:text"/>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:element>
          </xsl:for-each>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- Notes: footnotes become a call here and a note at the end of the page; others stand where they are. -->
  <xsl:template match="note[@p:role = 'footnote']" mode="m:text" as="element(h:sup)" priority="1">
    <sup class="editorial note-call">
      <xsl:choose>
        <xsl:when test="ancestor::*[f:is-link(.)]">
          <xsl:value-of select="@p:n"/>
        </xsl:when>
        <xsl:otherwise>
          <a id="call:{@p:id}" href="#{@p:id}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))} {@p:n}">
            <xsl:value-of select="@p:n"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- A footnote that a reference in the text calls: the reference is the call, in the words of the source. -->
  <xsl:template match="note[@p:role = 'footnote'][@p:called]" mode="m:text" as="empty-sequence()" priority="2"/>

  <xsl:template match="ref[@p:role = 'call']" mode="m:text" as="element(h:sup)" priority="1">
    <sup class="note-call">
      <xsl:choose>
        <xsl:when test="ancestor::*[f:is-link(.)]">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <a id="call:{@p:target}" href="#{@p:target}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))} {normalize-space()}">
            <xsl:apply-templates mode="m:text"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template match="note | noteGrp" mode="m:text" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('note', 'phrase'[not(f:is-block(current()))]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Bibliography in the text -->
  <xsl:template match="bibl | biblStruct | biblFull | listBibl | msDesc" mode="m:text" as="element()">
    <xsl:element name="{if (self::listBibl or f:holds-blocks(.)) then 'div' else if (f:stands-among-blocks(.) or parent::listBibl) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Beginnings: lines in prose flow on; elsewhere the break is part of the text's form. -->
  <xsl:template match="lb[not(@break = 'no')]" mode="m:text" as="item()*">
    <xsl:choose>
      <xsl:when test="ancestor::*[self::p or self::note or self::item or self::quote or self::cell][1][not(ancestor::opener or ancestor::closer or ancestor::address)]
          [self::p or self::note or self::item or self::quote]">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <br/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- A word that the end of a line parted is one word: its hyphen and the blank after it are the printer's. -->
  <xsl:template match="pc[@force = 'weak'][f:parts-a-word(.)]" mode="m:text" as="empty-sequence()" priority="1"/>
  <xsl:template match="text()[not(normalize-space())][preceding-sibling::node()[1][self::pc[@force = 'weak'][f:parts-a-word(.)]]]"
      mode="m:text" as="empty-sequence()"/>
  <xsl:function name="f:parts-a-word" as="xs:boolean">
    <xsl:param name="hyphen" as="element(pc)"/>
    <xsl:sequence select="exists($hyphen/following-sibling::node()[normalize-space() or self::*][1][self::lb[@break = 'no']])"/>
  </xsl:function>

  <xsl:template match="lb[@break = 'no'] | cb | gb | milestone" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="milestone[@rend or @unit = ('section', 'absent', 'stars')][f:stands-among-blocks(.)]" mode="m:text"
      as="element(h:hr)" priority="1">
    <hr/>
  </xsl:template>

  <xsl:template match="pb" mode="m:text" as="element()?">
    <xsl:if test="@n[normalize-space()]">
      <xsl:element name="{if (f:stands-among-blocks(.) or parent::list or parent::table or parent::row or parent::listBibl) then 'div' else 'span'}">
        <xsl:attribute name="class" select="'editorial page-beginning'"/>
        <xsl:for-each select="@p:id">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="f:word('page', f:interface-language(root(.))) || ' ' || @n"/>
        <xsl:value-of select="@n"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="index | interp | interpGrp | span | spanGrp | certainty | precision | respons | listTranspose | alt | altGrp | link | linkGrp
      | join | joinGrp | timeline | fs | standOff" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
