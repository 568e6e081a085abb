<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns:v="urn:edition:variables"
  xmlns:p="urn:edition:prepared"
  xmlns:d="urn:edition:diagnostics"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:print"
  expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- TEI module core: paragraphs, highlighted words, notes, lists, references. Quotations have a file of their own. -->

  <!-- Elements in which a paragraph is only a part of something that stands on a line already begun. -->
  <xsl:variable name="v:line-holders" as="xs:string+" select="'note', 'item', 'cell', 'figDesc', 'desc', 'dateline', 'availability'"/>

  <!-- The page mark, or the "P.S.", that stands just before a block goes into its first line. -->
  <xsl:function name="f:marks-before" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/preceding-sibling::*[1][self::pb or self::label[parent::postscript]]"/>
  </xsl:function>

  <!-- `center` or `right` where the source was set so; else empty. -->
  <xsl:function name="f:alignment" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="looks" as="xs:string*" select="f:looks($block)"/>
    <xsl:sequence select="if ($looks = 'centre' or f:is-ornament($block)) then 'center' else if ($looks = 'right') then 'right' else ()"/>
  </xsl:function>

  <!-- Stars and the like on a line of their own. -->
  <xsl:function name="f:is-ornament" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
      empty($block/*) and string-length($block) lt 60 and matches(normalize-space($block), '^([*⁂•·]( [*⁂•·])*|\*{3,})$')"/>
  </xsl:function>

  <xsl:template match="p | ab" as="text()*">
    <xsl:param name="closing" as="element()?" tunnel="yes"/>
    <xsl:param name="closing-at" as="element()?" tunnel="yes"/>
    <xsl:variable name="alignment" as="xs:string?" select="f:alignment(.)"/>
    <xsl:variable name="call" as="xs:string" select="if ($alignment) then 'aligned(' || $alignment || ')[' else 'p['"/>
    <xsl:variable name="noted" as="xs:boolean" select="exists(.//(note | app | sic)) and not(ancestor::note)"/>
    <xsl:text>#{if ($noted) then 'noted(' || f:label(string(f:place(.))) || ', ' else ''}{$call}</xsl:text>
    <xsl:sequence select="parent::said[f:is-block(.)][*[1] is current()] ! f:speaker-mark(.)"/>
    <xsl:sequence select="f:address(.)"/>
    <xsl:apply-templates select="f:marks-before(.)" mode="m:mark"/>
    <xsl:apply-templates/>
    <xsl:if test="$closing-at is .">
      <xsl:text>#closing-attribution[</xsl:text>
      <xsl:apply-templates select="$closing/node()"/>
      <xsl:text>];</xsl:text>
    </xsl:if>
    <xsl:text>]{')'[$noted]};&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="*[local-name() = $v:line-holders]/p | *[local-name() = $v:line-holders]/ab" as="text()*" priority="2">
    <xsl:if test="preceding-sibling::*"><xsl:text>#parbreak();</xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::*"><xsl:text>#parbreak();</xsl:text></xsl:if>
  </xsl:template>

  <!-- The address of a paragraph or speech (edition/tei/addresses.py), as it is on the web. -->
  <xsl:function name="f:address" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$numbered and matches($element/@p:id, '^[ps]:') and not($element/(ancestor::sp | ancestor::note))">
      <xsl:text>#address({f:literal(substring($element/@p:id, 3))});</xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- Words set otherwise than those around them -->

  <xsl:template match="emph | foreign | mentioned | term | distinct" as="text()*">
    <xsl:text>#{f:italic(.)}[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:function name="f:italic" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:holds-blocks($element)) then 'slanted' else 'emph'"/>
  </xsl:function>
  <xsl:template match="title" as="text()*">
    <xsl:text>#{f:italic(.)}[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:template match="title[@level = ('a', 'u')] | head/title | title/title" as="text()*"><xsl:apply-templates/></xsl:template>
  <!-- Quotation marks distinguish these already. -->
  <xsl:template match="title[matches(preceding-sibling::node()[1][self::text()], '[“„‟«»‹›‘‚&quot;'']\s?$')]
      | mentioned[matches(., '^[“„‟«»‹›‘‚&quot;'']')]" as="text()*" priority="1">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="gloss | soCalled | num | measure | measureGrp | unit | w | pc | c | s | seg | cl | phr | m | expan | abbr | ex
      | am | orig | reg | sic | corr | email | q[not(f:is-block(.))] | said[not(f:is-block(.))] | quote[not(f:is-block(.))]
      | cit[not(f:is-block(.))] | rs | name | date | time | author | editor | publisher | pubPlace | biblScope
      | citedRange | edition | idno | bibl | resp | respStmt | imprint | analytic | monogr | series | street | postCode | postBox
      | meeting | desc" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The call of book.typ for each look; what is highlighted without a word on how is italic. -->
  <xsl:variable name="v:calls" as="map(xs:string, xs:string)" select="map {
    'bold': 'bold', 'small-caps': 'capitals', 'superscript': 'raised', 'subscript': 'lowered',
    'underline': 'underlined', 'strike': 'struck', 'spaced': 'spaced' }"/>
  <xsl:template match="hi" as="text()*">
    <xsl:variable name="highlighted" as="element(hi)" select="."/>
    <xsl:variable name="calls" as="xs:string*"
      select="f:looks(.) ! (if (. = 'italic') then f:italic($highlighted) else $v:calls(.)),
        f:italic($highlighted)[not($highlighted/(@rend | @rendition | @style))]"/>
    <!-- One line at most, and none where lines are drawn already. -->
    <xsl:variable name="lines" as="xs:string*" select="$calls[. = ('underlined', 'struck')]"/>
    <xsl:variable name="calls" as="xs:string*"
      select="$calls[not(. = $lines)][not(. = ('raised', 'lowered') and f:holds-blocks($highlighted))],
        head($lines)[f:takes-a-line($highlighted)]"/>
    <xsl:text>{string-join($calls ! ('#' || . || '['))}</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>{string-join($calls ! '];')}</xsl:text>
  </xsl:template>
  <xsl:template match="code | gi | att | val | tag | ident | eg | egXML | formula" as="text()*">#typed[<xsl:apply-templates/>];</xsl:template>

  <!-- Lines and pages of the source -->

  <!-- A new line of the source begins; in running words that is a blank, unless it falls within a word. -->
  <xsl:template match="lb" as="text()*"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="lb[@break = 'no']" as="text()*"/>
  <!-- A word that the end of a line parted is one word: its hyphen and the blank after it are the printer's. -->
  <xsl:template match="pc[@force = 'weak'][f:parts-a-word(.)]" as="text()*" priority="1"/>
  <xsl:template match="text()[not(normalize-space())][preceding-sibling::node()[1][self::pc[@force = 'weak'][f:parts-a-word(.)]]]"
    as="text()*" priority="3"/>
  <xsl:function name="f:parts-a-word" as="xs:boolean">
    <xsl:param name="hyphen" as="element(pc)"/>
    <xsl:sequence select="exists($hyphen/following-sibling::node()[normalize-space() or self::*][1][self::lb[@break = 'no']])"/>
  </xsl:function>
  <xsl:template match="(head | titlePart | byline | signed | salute | dateline | trailer | docImprint | docAuthor | docEdition
      | imprimatur | stage | address | addrLine | cell | opener | closer)//lb[preceding-sibling::node()[normalize-space()]]"
    as="text()*" priority="2">
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>
  <xsl:template match="pb" as="text()*"><xsl:apply-templates select="." mode="m:mark"/></xsl:template>
  <xsl:template match="pb[following-sibling::*[1][self::p or self::ab or self::l]][not(parent::p or parent::ab or parent::l)]"
    as="text()*" priority="2"/>
  <xsl:mode name="m:mark" on-no-match="fail"/>
  <xsl:template match="pb[@n]" mode="m:mark" as="text()*">
    <xsl:text>#milestone[</xsl:text><xsl:sequence select="f:words('[' || normalize-space(@n) || ']')"/><xsl:text>]; </xsl:text>
  </xsl:template>
  <xsl:template match="pb[not(@n)]" mode="m:mark" as="text()*"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="label" mode="m:mark" as="text()*">#slanted[<xsl:apply-templates/>]; </xsl:template>
  <xsl:template match="postscript/label[following-sibling::*[1][self::p or self::ab]]" as="text()*" priority="3"/>
  <xsl:template match="cb | gb | anchor | index | handShift | milestone[not(@rend)]" as="text()*"/>
  <!-- Running heads, catchwords and the like of the source: small, as its page numbers are. -->
  <xsl:template match="fw" as="text()*">#milestone[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="fw[f:stands-alone(.)]" as="text()*" priority="1">#in-block(milestone[<xsl:apply-templates/>]);</xsl:template>
  <xsl:template match="milestone[@rend][f:stands-alone(.)]" as="text()*">#ornament();</xsl:template>
  <xsl:template match="milestone[@rend][not(f:stands-alone(.))]" as="text()*"/>

  <!-- Notes -->

  <!-- A footnote that a reference in the text calls stands where it is called. -->
  <xsl:template match="note[@p:called] | ab[note[@p:called]][not(text()[normalize-space()])][not(* except note[@p:called])]" as="text()*" priority="4"/>
  <xsl:template match="ref[@p:role = 'call']" as="text()*" priority="4">
    <xsl:variable name="note" as="element()?" select="key('f:noted', @p:target, root(.))[1]"/>
    <xsl:text>#{f:note-function($note)}({f:note-place(.)}, {f:literal(string($note/@p:n))})[</xsl:text>
    <xsl:apply-templates select="$note/node()"/>
    <xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:key name="f:noted" match="note[@p:called]" use="string(@p:id)"/>

  <xsl:template match="note | noteGrp" as="text()*">{f:note-call(.)}[<xsl:apply-templates/>];</xsl:template>
  <xsl:function name="f:note-call" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="'#' || f:note-function($note) || '(' || f:note-place($note) || ', ' || f:literal(string($note/@p:n)) || ')'"/>
  </xsl:function>
  <xsl:function name="f:note-function" as="xs:string">
    <xsl:param name="note" as="element()?"/>
    <xsl:sequence select="if ($note/@p:series = 'editor') then 'editors-note' else 'note'"/>
  </xsl:function>
  <!-- The paragraph that a note is called in. -->
  <xsl:function name="f:note-place" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="f:label(string($note/ancestor::*[self::p or self::ab or self::item or self::l][1] ! f:place(.)))"/>
  </xsl:function>
  <!-- What begins with a paragraph, line or item that calls notes may have to begin a page with it. -->
  <xsl:function name="f:begins" as="text()?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="first" as="element()?" select="$block/descendant::*[self::p or self::ab or self::l or self::item][1]"/>
    <xsl:if test="$first//(note | app | sic) and not($block/ancestor::note)">
      <xsl:value-of select="'#begins(' || f:label(string(f:place($first))) || ');'"/>
    </xsl:if>
  </xsl:function>
  <xsl:template match="note[@place = ('inline', 'block')]" as="text()*" priority="2">
    <xsl:text>#inline-note[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <!-- Nor in an entry of the apparatus: typst 0.15 lets a page grow where notes call notes. -->
  <xsl:template match="(note[not(@p:called)] | noteGrp | label[f:fits-the-margin(.)] | fw[f:fits-the-margin(.)])
      [ancestor::note or ancestor::noteGrp or f:in-entry(.)]" as="text()*" priority="7">
    <xsl:variable name="alone" as="xs:boolean" select="self::note[not(@place)] and f:stands-alone(.)"/>
    <xsl:text>#{'in-block('[$alone]}inline-note[</xsl:text><xsl:apply-templates/><xsl:text>]{')'[$alone]};</xsl:text>
  </xsl:template>
  <xsl:template match="ref[@p:role = 'call'][ancestor::note or ancestor::noteGrp or f:in-entry(.)]" as="text()*" priority="7">
    <xsl:text>#inline-note[</xsl:text><xsl:apply-templates select="key('f:noted', @p:target, root(.))[1]/node()"/><xsl:text>];</xsl:text>
  </xsl:template>
  <!-- What is long, or more than words, has no room in the margin, where nothing goes on to the next page. -->
  <xsl:function name="f:fits-the-margin" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:is-marginal($element) and string-length($element) le 600
      and empty($element//(table | figure | list | lg | sp | quote | floatingText))"/>
  </xsl:function>
  <xsl:template match="note[f:fits-the-margin(.)] | label[f:fits-the-margin(.)] | fw[f:fits-the-margin(.)]" as="text()*" priority="5">
    <xsl:text>#margin-note({f:label(string(f:place(.)))}, [</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>]);</xsl:text>
  </xsl:template>
  <!-- A note that belongs to no word stands in its place, small. -->
  <xsl:template match="note[f:stands-alone(.)][not(@place = ('foot', 'bottom', 'end', 'margin'))]" as="text()*" priority="3">
    <xsl:text>#in-block(inline-note[</xsl:text><xsl:apply-templates/><xsl:text>]);</xsl:text>
  </xsl:template>

  <!-- Lists -->

  <xsl:template match="list | listBibl | listEvent" as="text()*">
    <xsl:apply-templates select="head | desc | (* except (head | desc | item | bibl | biblStruct | biblFull | event | listBibl | list | trailer))"/>
    <xsl:sequence select="f:begins(.)"/>
    <xsl:text>#{f:list-call(.)}(</xsl:text>
    <xsl:for-each select="item | bibl | biblStruct | biblFull | event | listBibl | list">
      <xsl:text>[</xsl:text>
      <xsl:choose>
        <xsl:when test="self::item[.//(note | app | sic)]">
          <xsl:text>#noted({f:label(string(f:place(.)))}, [</xsl:text><xsl:apply-templates/><xsl:text>]);</xsl:text>
        </xsl:when>
        <xsl:when test="self::item"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>], </xsl:text>
    </xsl:for-each>
    <xsl:text>);</xsl:text>
    <xsl:apply-templates select="trailer"/>
  </xsl:template>
  <xsl:template match="list[label] | list[item/@n]" as="text()*" priority="2">
    <xsl:apply-templates select="* except (item | label | trailer)"/>
    <xsl:text>#labelled(</xsl:text>
    <!-- A label that no item follows has a line of its own. -->
    <xsl:for-each select="item | label[not(following-sibling::*[1][self::item])]">
      <xsl:variable name="label" as="element(label)?" select="self::label, preceding-sibling::*[1]/self::label[current()/self::item]"/>
      <xsl:text>([</xsl:text>
      <xsl:apply-templates select="$label/node()"/>
      <xsl:if test="not($label)"><xsl:sequence select="f:words(string(@n))"/></xsl:if>
      <xsl:text>], [</xsl:text>
      <xsl:apply-templates select="self::item/node()"/>
      <xsl:text>]), </xsl:text>
    </xsl:for-each>
    <xsl:text>);</xsl:text>
    <xsl:apply-templates select="trailer"/>
  </xsl:template>
  <!-- Labels with blocks in them cannot stand before anything on a line. -->
  <xsl:template match="list[label[f:holds-blocks(.)]]" as="text()*" priority="3">
    <xsl:apply-templates select="* except (item | label | trailer)"/>
    <xsl:text>#plain-list(</xsl:text>
    <xsl:for-each select="label | item">
      <xsl:text>[</xsl:text>
      <xsl:apply-templates select="node()"/>
      <xsl:text>], </xsl:text>
    </xsl:for-each>
    <xsl:text>);</xsl:text>
    <xsl:apply-templates select="trailer"/>
  </xsl:template>
  <xsl:template match="list[@type = 'inline' or @rend = 'inline']" as="text()*" priority="6"><xsl:apply-templates/></xsl:template>
  <!-- Text where the TEI allows none: no item to put it in, and no reason to lose it. -->
  <xsl:template match="*[self::list or self::listBibl or self::listEvent or self::listPerson or self::listPlace or self::listOrg
      or self::listNym or self::listObject or self::table][text()[normalize-space()]]" as="text()*" priority="5">
    <xsl:text>#in-block[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:template match="item" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:function name="f:list-call" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="kinds" as="xs:string*" select="($list/@type, $list/@rend) ! tokenize(.)"/>
    <xsl:sequence select="
      if ($kinds = ('ordered', 'numbered')) then 'numbered'
      else if ($list[not(self::list)] or $kinds = ('simple', 'plain', 'none') or f:brings-its-signs($list)) then 'plain-list'
      else 'bulleted'"/>
  </xsl:function>
  <!-- Whether every item begins with a number, a letter or a dash of its own. -->
  <xsl:function name="f:brings-its-signs" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="
      exists($list/item) and (every $item in $list/item
      satisfies matches(f:plain($item), '^(\(?(\d{1,3}|\p{L}|[ivxlc]+)[.)]|[–—•*·-])\s'))"/>
  </xsl:function>
  <xsl:template match="label" as="text()*">#slanted[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="label[f:stands-alone(.)]" as="text()*" priority="2">#minor-head{'(sticky: false)'[f:is-loose(current())]}[<xsl:apply-templates/>];</xsl:template>

  <!-- References that stand alone -->
  <xsl:template match="bibl[f:stands-alone(.)]" as="text()*" priority="2">#attribution[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="biblStruct" as="text()*"><xsl:apply-templates select="." mode="m:reference"/></xsl:template>
  <xsl:template match="biblFull" as="text()*"><xsl:apply-templates/></xsl:template>

  <xsl:template match="address" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="addrLine" as="text()*">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::addrLine"><xsl:text>#linebreak();</xsl:text></xsl:if>
  </xsl:template>

  <!-- Two readings of one place: print has the reading text in the line, and an error of the source in a note. -->
  <xsl:template match="choice" as="text()*">
    <xsl:variable name="error" as="element(sic)?" select="sic[@p:role = 'hidden'][normalize-space()][1]"/>
    <xsl:apply-templates select="*[not(@p:role = 'hidden')]"/>
    <xsl:if test="$error and f:in-entry(.)">
      <xsl:text> #inline-note[</xsl:text><xsl:apply-templates select="$error/node()"/><xsl:text> #emph[#"(sic)";];];</xsl:text>
    </xsl:if>
    <xsl:if test="$error and not(ancestor::note or f:in-entry(.))">
      <xsl:text>{f:variant-call(., *[not(@p:role = 'hidden')][1])}[</xsl:text><xsl:apply-templates select="$error/node()"/><xsl:text> #emph[#"(sic)";];];</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="gap" as="text()*">
    <xsl:choose>
      <xsl:when test="desc">
        <xsl:sequence select="f:words('[')"/><xsl:apply-templates select="desc"/><xsl:sequence select="f:words(']')"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:words('[…]')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="unclear[f:takes-a-line(.)]" as="text()*">#unclear[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="del[f:takes-a-line(.)]" as="text()*">#struck[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="unclear | del" as="text()*" priority="-1"><xsl:apply-templates/></xsl:template>
  <xsl:template match="add | ellipsis | metamark" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="ruby | rb" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="rt" as="text()*">#raised[<xsl:apply-templates/>];</xsl:template>
</xsl:stylesheet>
