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
  <!-- From the teiHeader: the metadata of the PDF, the title over a text that has none, and the colophon. -->

  <!-- What the document is called in metadata and running heads: by the header, else by its first head. -->
  <xsl:function name="f:main-title" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="
      (f:header-title(root($document)), $document//text//head ! f:words-of(.)[.],
       f:word('untitled', f:interface-language(root($document))))[1]"/>
  </xsl:function>

  <!-- Who wrote it, in the order of the header: the electronic text's authors, else the source's. -->
  <xsl:function name="f:authors" as="xs:string*">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="description" as="element(fileDesc)?" select="$document/teiHeader/fileDesc"/>
    <xsl:variable name="own" as="element(author)*" select="$description/titleStmt/author"/>
    <xsl:sequence select="
      distinct-values((if ($own) then $own else f:own-sources($description/sourceDesc)//analytic/author) ! f:plain(.))[.]"/>
  </xsl:function>

  <!-- A full date the header gives for the publication, else for the source; else the epoch, for a PDF/A must
       name some date and none may be invented. -->
  <xsl:function name="f:document-date" as="xs:date">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="dates" as="xs:string*" select="
      $document/teiHeader/fileDesc/(publicationStmt//date/@when, f:own-sources(sourceDesc)//imprint/date/@when, f:own-sources(sourceDesc)//date/@when)
        ! substring(normalize-space(.), 1, 10)"/>
    <xsl:sequence select="
      ($dates[. castable as xs:date] ! xs:date(.)[year-from-date(.) = 1 to 9999], xs:date('1970-01-01'))[1]"/>
  </xsl:function>

  <!-- The call that sets up the book: everything that is not the text itself. -->
  <xsl:function name="f:book-settings" as="text()*">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="text" as="element()" select="($document//text, $document)[1]"/>
    <xsl:variable name="language" as="map(xs:string, xs:string)" select="f:language-at($text)"/>
    <xsl:variable name="date" as="xs:date" select="f:document-date($document)"/>
    <xsl:variable name="title" as="xs:string" select="f:main-title($document)"/>
    <xsl:variable name="periodical" as="xs:string"
      select="f:plain((f:own-sources($document/teiHeader/fileDesc/sourceDesc)//monogr/title[@level = 'j'])[1])"/>
    <xsl:variable name="authors" as="xs:string*" select="f:authors($document)"/>
    <xsl:variable name="keywords" as="xs:string*" select="
      distinct-values($document/teiHeader/profileDesc/textClass/keywords//(term | item[not(.//term)]) ! f:plain(.))[.]"/>
    <xsl:text>#show: book.with(</xsl:text>
    <xsl:text>title: {f:literal($title)}, authors: {f:array($authors)}, keywords: {f:array($keywords)}, </xsl:text>
    <xsl:text>lang: {f:literal($language?lang)}, region: {f:region($language)}, </xsl:text>
    <xsl:text>date: ({year-from-date($date)}, {month-from-date($date)}, {day-from-date($date)}), </xsl:text>
    <!-- Where the right-hand pages tell the section, the left ones tell the title. -->
    <xsl:variable name="sections" as="xs:boolean"
      select="exists($document//text//head[f:is-division-head(.)][not(@p:role = 'title')])"/>
    <xsl:text>verso: {f:literal(f:cut(($periodical[.], $title[$sections], $authors[1], $title)[1], 48))}, </xsl:text>
    <xsl:text>recto: {f:literal(f:cut($title, 60))})&#10;</xsl:text>
  </xsl:function>

  <!-- A text as one of a volume: its words, and what the volume must know of it. -->
  <xsl:function name="f:part-of-volume" as="text()*">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="language" as="map(xs:string, xs:string)" select="f:language-at(($document//text, $document)[1])"/>
    <xsl:text>#text-part({f:literal($part)}, {f:literal(f:main-title($document))}, </xsl:text>
    <xsl:text>lang: {f:literal($language?lang)}, region: {f:region($language)}, [&#10;</xsl:text>
    <xsl:apply-templates select="$document"/>
    <xsl:text>])&#10;</xsl:text>
  </xsl:function>

  <!-- A title cut after a whole word to what one line of a running head holds. -->
  <xsl:function name="f:cut" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="
      if (string-length($title) le $length) then $title
      else replace(replace(substring($title, 1, $length), '\s\S*$', ''), '[\s,;:.–—\-]+$', '') || '…'"/>
  </xsl:function>

  <!-- The header's title, where the text itself opens without one. -->
  <xsl:function name="f:opening-title" as="text()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="title" as="xs:string?" select="f:header-title(root($document))"/>
    <xsl:if test="exists($title) and empty($document//text//*[@p:role = 'title']) and empty($document/text/front/(titlePage | docTitle))">
      <xsl:text>#{if ($part) then 'title-page-heading' else 'document-title'}({string-length($title)})[</xsl:text>
      <xsl:sequence select="f:words($title)"/>
      <xsl:text>];&#10;</xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- What the text is, whence it comes, who answers for it: only what the header states. -->
  <xsl:function name="f:colophon" as="text()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$header/fileDesc"/>
    <xsl:variable name="responsible" as="element()*"
      select="$file/(titleStmt, editionStmt)/(editor | respStmt | principal | sponsor | funder)"/>
    <xsl:variable name="language" as="xs:string" select="f:interface-language(root($header))"/>
    <xsl:text>&#10;#colophon(attached: {f:literal(f:word('tei-file', $language))}</xsl:text>
    <xsl:sequence select="f:statement('source', $language, f:sources($file/sourceDesc))"/>
    <xsl:sequence select="f:statement('responsibility', $language, f:join($responsible, '; '))"/>
    <xsl:sequence select="f:statement('program', $language,
      f:join($header/encodingDesc/appInfo/application[not(f:program(.) = $responsible//name ! f:plain(.))], '; '))"/>
    <xsl:sequence select="f:statement('publication', $language,
      f:join($file/publicationStmt/(* except (availability, idno, ab[@type = 'unstated'])), ', '))"/>
    <xsl:sequence select="f:statement('licence', $language, f:join($file/publicationStmt/availability/(* except ab[@type = 'unstated']), ' '))"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:function>

  <xsl:function name="f:statement" as="text()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:if test="exists($content)">
      <xsl:text>, ({f:literal(f:word($name, $language))}, [</xsl:text>
      <xsl:sequence select="$content"/>
      <xsl:text>])</xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- The elements that say something, one after another with a mark between them. -->
  <xsl:function name="f:join" as="text()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:variable name="telling" as="element()*" select="$elements[normalize-space() or @target]"/>
    <xsl:for-each select="$telling">
      <xsl:variable name="before" as="xs:string" select="normalize-space($telling[current() >> .][last()])"/>
      <!-- A title such as "Dear Tom," brings the mark itself. -->
      <xsl:if test="position() gt 1">
        <xsl:sequence select="f:words(if (matches($before, '[,;:]$')) then ' ' else $mark)"/>
      </xsl:if>
      <xsl:sequence select="f:in-own-language(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A statement of the header, its language named where it is not that of the text. -->
  <xsl:function name="f:in-own-language" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="map(xs:string, xs:string)" select="f:language-at($element)"/>
    <xsl:variable name="differs" as="xs:boolean"
      select="not(deep-equal($own, f:language-at(root($element)/TEI/text)))"/>
    <xsl:if test="$differs"><xsl:text>#in-language({f:literal($own?lang)}, {f:region($own)})[</xsl:text></xsl:if>
    <xsl:apply-templates select="$element" mode="m:reference"/>
    <xsl:if test="$differs"><xsl:text>];</xsl:text></xsl:if>
  </xsl:function>

  <xsl:function name="f:sources" as="text()*">
    <xsl:param name="description" as="element(sourceDesc)*"/>
    <xsl:sequence select="f:join(f:own-sources($description), ' ')"/>
  </xsl:function>

  <!-- Where the text itself comes from. What it cites is a list beside that, and stands in the text. -->
  <xsl:function name="f:own-sources" as="element()*">
    <xsl:param name="description" as="element(sourceDesc)*"/>
    <xsl:sequence select="$description/(* except listBibl[@type = 'cited'])"/>
  </xsl:function>

  <xsl:function name="f:program" as="xs:string">
    <xsl:param name="application" as="element(application)"/>
    <xsl:sequence select="
      normalize-space(string-join((($application/label ! f:plain(.), string($application/@ident))[.][1],
        $application/@version), ' '))"/>
  </xsl:function>

  <!-- References and statements of the header as running words. -->
  <xsl:mode name="m:reference" on-no-match="fail"/>
  <xsl:template match="text()" mode="m:reference" as="text()*">
    <xsl:apply-templates select="." mode="m:print"/>
  </xsl:template>
  <xsl:template match="*" mode="m:reference" as="text()*" priority="-1">
    <xsl:apply-templates mode="m:reference"/>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="m:reference" as="text()*"/>
  <xsl:template match="title[not(@level = ('a', 'u'))]" mode="m:reference" as="text()*">
    <xsl:text>#emph[</xsl:text><xsl:apply-templates mode="m:reference"/><xsl:text>];</xsl:text>
  </xsl:template>
  <xsl:template match="ref[@target] | licence[@target]" mode="m:reference" as="text()*">
    <xsl:sequence select="f:linked(.)"/>
  </xsl:template>
  <xsl:template match="listBibl | msDesc" mode="m:reference" as="text()*">
    <xsl:sequence select="f:join(*, ' ')"/>
  </xsl:template>
  <xsl:template match="msIdentifier" mode="m:reference" as="text()*">
    <xsl:sequence select="f:join(*, ', ')"/>
    <xsl:sequence select="f:words('.')"/>
  </xsl:template>
  <xsl:template match="biblStruct" mode="m:reference" as="text()*">
    <!-- Of the three levels the parts; but a series may be told in running words. -->
    <xsl:variable name="levels" as="element()*" select="analytic | monogr | series[not(text()[normalize-space()])]"/>
    <xsl:variable name="parts" as="element()*" select="
      $levels/((* except imprint) | imprint/*) | series except $levels, * except (analytic | monogr | series)"/>
    <xsl:sequence select="f:join($parts, ', ')"/>
    <!-- A date such as "12 мая 2018 г." brings its own full stop. -->
    <xsl:if test="not(ends-with(normalize-space($parts[normalize-space()][last()]), '.'))">
      <xsl:sequence select="f:words('.')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="respStmt" mode="m:reference" as="text()*">
    <xsl:sequence select="f:join(resp, ', ')"/>
    <xsl:if test="resp[normalize-space()]"><xsl:sequence select="f:words(': ')"/></xsl:if>
    <xsl:sequence select="f:join(* except (resp, note), ', ')"/>
    <xsl:if test="note[normalize-space()]"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="f:join(note, ' ')"/>
  </xsl:template>
  <xsl:template match="application" mode="m:reference" as="text()*">
    <xsl:sequence select="f:words(f:program(.))"/>
  </xsl:template>
</xsl:stylesheet>
