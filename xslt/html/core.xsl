<?xml version="1.0" encoding="UTF-8"?>
<!-- The core module: paragraphs, quotations, emphasis, titles, lists, notes, bibliography in the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

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

  <!-- Quotations. The quotation marks are those of the text; see quotation/@marks for texts without. What says the
       source is the caption, if it stands together at the end or at the beginning. -->
  <xsl:template match="cit[f:is-block(.)]" mode="m:text" as="element()">
    <xsl:variable name="v:source" as="element()*" select="bibl, biblStruct, ref[not(../bibl)]"/>
    <xsl:variable name="v:apart" as="xs:boolean" select="exists($v:source) and exists(* except $v:source)
        and (f:stand-together($v:source, (*[last()])) or f:stand-together($v:source, *[1]))"/>
    <xsl:element name="{if ($v:apart or empty($v:source)) then 'figure' else 'div'}">
      <xsl:sequence select="f:attributes(., 'quotation')"/>
      <xsl:for-each-group select="node()" group-adjacent="$v:apart and exists(. intersect $v:source)
          or $v:apart and self::text()[not(normalize-space())] and exists(preceding-sibling::*[1] intersect $v:source) and exists(following-sibling::*[1] intersect $v:source)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <figcaption>
              <xsl:for-each select="current-group()[self::*]">
                <xsl:element name="{if (last() = 1) then 'span' else 'p'}">
                  <xsl:sequence select="f:attributes(., 'attribution')"/>
                  <xsl:apply-templates mode="m:text"/>
                </xsl:element>
              </xsl:for-each>
            </figcaption>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="m:text"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <!-- `elements` follow one another with nothing between, and `end` is one of them. -->
  <xsl:function name="f:stand-together" as="xs:boolean">
    <xsl:param name="elements" as="element()+"/>
    <xsl:param name="end" as="element()?"/>
    <xsl:sequence select="exists($end intersect $elements)
        and count($elements) - 1 eq count($elements[preceding-sibling::*[1] intersect $elements])"/>
  </xsl:function>

  <xsl:template match="cit" mode="m:text" as="element(h:span)" priority="-1">
    <span>
      <xsl:sequence select="f:attributes(., 'cit')"/>
      <xsl:for-each select="node()">
        <xsl:if test="position() gt 1 and self::*">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
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

  <!-- Lists. What stands before the first item and after the last one stands around the list. -->
  <xsl:template match="list" mode="m:text" as="item()+">
    <xsl:variable name="v:items" as="element()*" select="item, label, headLabel, headItem"/>
    <xsl:variable name="v:first" as="element()?" select="$v:items => sort((), function($e) { f:place($e) }) => head()"/>
    <xsl:variable name="v:last" as="element()?" select="(*[. intersect $v:items])[last()]"/>
    <xsl:variable name="v:before" as="node()*" select="node()[empty($v:first) or . &lt;&lt; $v:first]"/>
    <xsl:variable name="v:after" as="node()*" select="node()[exists($v:last) and . >> $v:last]"/>
    <xsl:apply-templates select="$v:before" mode="m:text"/>
    <xsl:choose>
      <xsl:when test="label and f:is-list-of-pairs(.)">
        <xsl:sequence select="f:pairs(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="v:ordered" as="xs:boolean"
            select="(@type, @rend) = ('ordered', 'numbered', 'decimal') or matches(@rend, 'number|decimal|roman|alpha')"/>
        <xsl:element name="{if ($v:ordered) then 'ol' else 'ul'}">
          <xsl:sequence select="f:attributes(., ('list', 'plain'[current()[label] or current()/(@type, @rend) = ('simple', 'plain', 'none', 'inline')]))"/>
          <xsl:for-each select="node() except ($v:before, $v:after)">
            <xsl:choose>
              <xsl:when test="self::item">
                <li>
                  <xsl:sequence select="f:attributes(., ())"/>
                  <xsl:apply-templates mode="m:text"/>
                </li>
              </xsl:when>
              <xsl:otherwise>
                <xsl:sequence select="f:aside-item(.)"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="$v:after" mode="m:text"/>
  </xsl:template>

  <xsl:template match="list[f:runs-on(.)]" mode="m:text" as="element(h:span)" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'list-in-line')"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:value-of select="' '[current()/self::item/following-sibling::node()[1][self::item]]"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- What stands among items and is none, if it shows anything. -->
  <xsl:function name="f:aside-item" as="element(h:li)?">
    <xsl:param name="content" as="node()"/>
    <xsl:variable name="v:shown" as="item()*">
      <xsl:apply-templates select="$content" mode="m:text"/>
    </xsl:variable>
    <xsl:if test="exists($v:shown[normalize-space() or self::element()])">
      <li class="aside">
        <xsl:sequence select="$v:shown"/>
      </li>
    </xsl:if>
  </xsl:function>

  <!-- Pairs of label and item throughout: a list of definitions. -->
  <xsl:function name="f:is-list-of-pairs" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="v:parts" as="element()*" select="$list/(label | item | headLabel | headItem)"/>
    <xsl:sequence select="exists($v:parts) and empty($list/text()[normalize-space()])
        and (every $part in $v:parts satisfies if ($part/(self::label, self::headLabel))
          then exists($part/following-sibling::*[1]/(self::item, self::headItem))
          else exists($part/preceding-sibling::*[1]/(self::label, self::headLabel)))
        and empty($list/*[. >> $v:parts[1]][. &lt;&lt; $v:parts[last()]] except $v:parts)"/>
  </xsl:function>

  <xsl:function name="f:pairs" as="element(h:dl)">
    <xsl:param name="list" as="element(list)"/>
    <dl>
      <xsl:sequence select="f:attributes($list, 'list')"/>
      <xsl:for-each select="$list/(label, headLabel)">
        <xsl:sort select="f:place(.)"/>
        <div>
          <dt>
            <xsl:sequence select="f:attributes(., ())"/>
            <xsl:apply-templates mode="m:text"/>
          </dt>
          <xsl:for-each select="following-sibling::*[1]">
            <dd>
              <xsl:sequence select="f:attributes(., ())"/>
              <xsl:apply-templates mode="m:text"/>
            </dd>
          </xsl:for-each>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:function>

  <!-- Notes: footnotes become a call here and a note at the end of the page; others stand where they are. -->
  <xsl:template match="note[@p:role = 'footnote']" mode="m:text" as="element(h:sup)" priority="1">
    <sup class="editorial note-call">
      <xsl:choose>
        <xsl:when test="f:is-in-link(.)">
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
        <xsl:when test="f:is-in-link(.)">
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

  <!-- In the margin; where the text goes on around it, blanks keep its words from the words around. -->
  <xsl:template match="note[f:is-marginal(.)] | label[f:is-marginal(.)]" mode="m:text" as="element()" priority="0.9">
    <xsl:variable name="v:is-block" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:element name="{if ($v:is-block) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'marginal', f:margin-side(.)))"/>
      <xsl:if test="self::note">
        <xsl:attribute name="role" select="'note'"/>
        <xsl:attribute name="aria-label" select="f:word('marginal', f:interface-language(root(.)))"/>
      </xsl:if>
      <xsl:value-of select="' '[not($v:is-block)]"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:value-of select="' '[not($v:is-block)]"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="note | noteGrp" mode="m:text" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('note', 'speaker'[current()[@type = 'speaker']/following-sibling::*[1][self::u]], 'phrase'[not(f:is-block(current()))]))"/>
      <xsl:sequence select="f:way-back(.)"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- References to a note that stands as a block, and notes of that kind on an element. -->
  <xsl:key name="f:note-reference" match="text//ref[not(@p:role)] | text//ptr" use="string(@p:target)"/>
  <xsl:key name="f:note-on" match="text//note[not(@p:role)][@target][@p:id]" use="string(@p:target)"/>

  <!-- From a note back to the reference that leads to it, or to what it is about. -->
  <xsl:function name="f:way-back" as="item()*">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="v:reference" as="element()?" select="f:first-reference($note)"/>
    <xsl:variable name="v:place" as="xs:string?" select="if (exists($v:reference)) then f:call-id($v:reference)
        else $note[@target][f:is-shown(.)][empty(ancestor::*[@p:id = $note/@p:target])]/@p:target"/>
    <xsl:if test="exists($v:place) and not(f:is-in-link($note))">
      <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root($note))"/>
      <xsl:variable name="v:number" as="xs:string?" select="$note/@n[normalize-space()][not(starts-with(normalize-space($note), normalize-space(.)))] ! normalize-space()"/>
      <a class="editorial way-back" href="#{$v:place}" role="doc-backlink" aria-label="{string-join((f:word('note', $v:language), $v:number), ' ')}: {f:word('back', $v:language)}">
        <xsl:value-of select="($v:number, '↑')[1]"/>
      </a>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:first-reference" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note[@p:id] ! key('f:note-reference', @p:id, root($note))[not(ancestor::*[@p:role = 'hidden'])][not(f:is-in-link(.))][not(f:holds-blocks(.))][1]"/>
  </xsl:function>

  <!-- The identifier of a reference that leads to a note. -->
  <xsl:function name="f:call-id" as="xs:string">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="($reference/@p:id ! string(), 'call:' || $reference/@p:target)[1]"/>
  </xsl:function>

  <!-- The note that a reference is the first to lead to, where that stands as a block. -->
  <xsl:function name="f:called-note" as="element()?">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="$reference[@p:target] ! key('f:identified', @p:target, root($reference))[self::note][not(@p:role)][f:first-reference(.) is $reference]"/>
  </xsl:function>

  <!-- Stars that lead to the notes on an element, which stand elsewhere. -->
  <xsl:function name="f:notes-on" as="element(h:sup)*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[@p:id][not(f:is-in-link(.))] ! key('f:note-on', @p:id, root($element))[f:has-place(.)][empty(f:first-reference(.))][empty(ancestor::*[. is $element])]">
      <sup class="editorial note-ref">
        <a href="#{@p:id}" role="doc-noteref" aria-label="{f:word('note', f:interface-language(root(.)))}">*</a>
      </sup>
    </xsl:for-each>
  </xsl:function>

  <!-- Bibliography in the text -->
  <xsl:template match="bibl | biblStruct | biblFull | listBibl" mode="m:text" as="element()">
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
        <br hidden="hidden"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- The first line of a block has begun already. -->
        <xsl:if test="not(f:begins-inscription(.))">
          <br/>
        </xsl:if>
        <xsl:sequence select="f:line-count(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lines of an inscription or a papyrus, which has its text in anonymous blocks and counts its lines. -->
  <xsl:function name="f:is-line-of-block" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="exists($beginning[@n]/ancestor::*[self::p or self::ab or self::l or self::head or self::note or self::item or self::quote or self::cell or self::speaker][1][self::ab])"/>
  </xsl:function>

  <xsl:function name="f:begins-inscription" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="f:is-line-of-block($beginning) and empty($beginning/preceding-sibling::node()[normalize-space() or self::*]) and exists($beginning/parent::ab)"/>
  </xsl:function>

  <!-- The number of every fifth line, in the margin. -->
  <xsl:function name="f:line-count" as="element(h:span)?">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:if test="f:is-line-of-block($beginning) and matches($beginning/@n, '^\d+$') and number($beginning/@n) mod 5 = 0">
      <span class="editorial line-count">
        <xsl:value-of select="$beginning/@n"/>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:template match="lb[@break = 'no'][f:is-line-of-block(.)]" mode="m:text" as="element()+" priority="1">
    <span class="{string-join(('line-end', 'parted'[not(f:has-hyphen-before(current()))]), ' ')}">
      <br/>
    </span>
    <xsl:sequence select="f:line-count(.)"/>
  </xsl:template>

  <xsl:function name="f:has-hyphen-before" as="xs:boolean">
    <xsl:param name="beginning" as="element(lb)"/>
    <xsl:sequence select="exists($beginning/preceding-sibling::node()[normalize-space() or self::*][1]
        [self::pc or self::text()[matches(., '[-‐‑⸗=¬]\s*$')]])"/>
  </xsl:function>

  <!-- A line that begins within a word; the diplomatic text shows it, with a sign where the source has none. -->
  <xsl:template match="lb[@break = 'no']" mode="m:text" as="element()?">
    <xsl:if test="not(ancestor::*[self::l or self::head or self::speaker])">
      <span hidden="hidden">
        <xsl:attribute name="class" select="'line-end', 'parted'[not(f:has-hyphen-before(current()))]"/>
        <br/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cb | gb | milestone" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="milestone[@rend or @unit = ('section', 'absent', 'stars')][f:stands-among-blocks(.)]" mode="m:text"
      as="element(h:hr)" priority="1">
    <hr/>
  </xsl:template>

  <!-- Verses, sections, pages of another edition: what a text is cited by. -->
  <xsl:template match="milestone[@n[normalize-space()]][not(f:stands-among-blocks(.))]" mode="m:text" as="element(h:span)" priority="0.9">
    <xsl:sequence select="f:count(@n)"/>
  </xsl:template>

  <xsl:function name="f:count" as="element(h:span)">
    <xsl:param name="count" as="xs:string"/>
    <span class="editorial count">
      <xsl:value-of select="normalize-space($count)"/>
    </span>
  </xsl:function>

  <!-- A page beginning that leads to a picture of the page. -->
  <xsl:template match="pb[@facs][f:has-facsimile(.)]" mode="m:text" as="element()" priority="1">
    <xsl:element name="{if (f:stands-among-blocks(.) or parent::list or parent::table or parent::row or parent::listBibl) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'editorial', 'page-with-facsimile'[f:stands-among-blocks(current())]"/>
      <span class="page-beginning" id="{f:anchor(.)}">
        <xsl:if test="@n[normalize-space()]">
          <xsl:attribute name="role" select="'doc-pagebreak'"/>
          <xsl:attribute name="aria-label" select="f:word('page', f:interface-language(root(.))) || ' ' || @n"/>
          <xsl:value-of select="@n"/>
        </xsl:if>
      </span>
      <xsl:sequence select="f:facsimile-call(.)"/>
    </xsl:element>
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
