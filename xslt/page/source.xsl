<?xml version="1.0" encoding="UTF-8"?>
<!-- What the text was taken from, out of the sourceDesc; letters with sender and addressee. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:source" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:content" as="element()*">
      <xsl:apply-templates select="$document/*/teiHeader/profileDesc/correspDesc/correspAction" mode="m:source">
        <xsl:with-param name="language" select="$v:language" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="$document/*/teiHeader/fileDesc/sourceDesc/(* except listBibl[@type = 'cited'])" mode="m:source">
        <xsl:with-param name="language" select="$v:language" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:section('source', $v:language, $v:content)"/>
  </xsl:function>

  <!-- What the text cites: the records of the header. -->
  <xsl:function name="f:cited" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:content" as="element()*">
      <xsl:apply-templates select="$document/*/teiHeader/fileDesc/sourceDesc/listBibl[@type = 'cited']" mode="m:source">
        <xsl:with-param name="language" select="$v:language" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:section('cited', $v:language, $v:content)"/>
  </xsl:function>

  <!-- A record of author and title only. -->
  <xsl:template match="listBibl[@type = 'cited']/bibl" mode="m:source" as="element(h:p)?" priority="2">
    <p class="bibliography">
      <xsl:for-each select="author[normalize-space()], title[normalize-space()]">
        <xsl:apply-templates select="." mode="m:header"/>
        <xsl:text>{if (position() eq last()) then '.' else ', '}</xsl:text>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:mode name="m:source" on-no-match="shallow-skip"/>

  <!-- Structured: author, title of the piece, title of the whole, numbers, place and publisher, date. -->
  <xsl:template match="biblStruct" mode="m:source" as="element(h:p)">
    <p class="bibliography">
      <xsl:sequence select="f:joined(f:bibliography(.))"/>
      <xsl:for-each select="f:web-address((.//ref/@target, .//ptr/@target, .//idno) ! string())">
        <xsl:text> </xsl:text>
        <a href="{.}">{replace(., '^https?://(www\.)?|/$', '')}</a>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="bibl | p | ab" mode="m:source" as="element(h:p)?">
    <xsl:if test="normalize-space()">
      <p class="bibliography">
        <xsl:apply-templates mode="m:header"/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="msDesc" mode="m:source" as="element(h:p)?">
    <xsl:variable name="v:parts" as="xs:string*" select="msIdentifier/(settlement, institution, repository, collection, idno)[normalize-space()] ! normalize-space()"/>
    <xsl:if test="exists($v:parts)">
      <p class="bibliography">{string-join($v:parts, ', ')}</p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listBibl | biblFull | recordingStmt | recording | scriptStmt" mode="m:source" as="element()*">
    <xsl:choose>
      <xsl:when test="self::listBibl">
        <xsl:apply-templates select="*" mode="m:source"/>
      </xsl:when>
      <xsl:otherwise>
        <p class="bibliography">{string-join(.//text()[normalize-space()] ! normalize-space(), ' ')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="correspAction" mode="m:source" as="element(h:p)">
    <xsl:param name="language" as="xs:string" tunnel="yes"/>
    <p>
      <span class="label">{if (f:has-word(@type)) then f:word(@type, $language) else string(@type)}</span>
      <xsl:text> {string-join(*[not(self::note)] ! (normalize-space(), f:date-in-figures(.))[. ne ''][1], ', ')}</xsl:text>
    </p>
  </xsl:template>

  <!-- What an empty date says, as it is normalised: a day, or from one to another, with strokes for an end that is open. -->
  <xsl:function name="f:date-in-figures" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:for-each select="$date/self::date">
      <xsl:variable name="v:ends" as="xs:string*" select="(@from, @notBefore)[1], (@to, @notAfter)[1]"/>
      <xsl:sequence select="if (@when) then string(@when) else if (exists($v:ends))
          then string-join(((@from, @notBefore, '')[1], (@to, @notAfter, '')[1]), '–') else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The witnesses of the text with the sigla that the textual notes name them by. -->
  <xsl:template match="listWit" mode="m:source" as="element()*">
    <xsl:apply-templates select="*" mode="m:source"/>
  </xsl:template>
  <xsl:template match="witness" mode="m:source" as="element(h:p)+">
    <p class="bibliography">
      <span class="siglum">{(@n, @xml:id, '')[1]}</span>
      <xsl:text> </xsl:text>
      <xsl:value-of select="normalize-space(string-join(.//text()[not(ancestor::witness[1] >> current())]))"/>
    </p>
    <xsl:apply-templates select="listWit, witness" mode="m:source"/>
  </xsl:template>

  <!-- The parts of an entry, in the order a bibliography gives them. -->
  <xsl:function name="f:bibliography" as="element(h:span)*" cache="yes">
    <xsl:param name="entry" as="element(biblStruct)"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language(root($entry))"/>
    <xsl:variable name="v:authors" as="xs:string*" select="($entry/analytic/author, $entry/monogr[not($entry/analytic/author)]/author) ! f:words-of(.)"/>
    <xsl:for-each select="string-join($v:authors, ', ')[. ne '']">
      <span>{.}</span>
    </xsl:for-each>
    <xsl:for-each select="$entry/analytic/title[normalize-space()][1]">
      <span>{f:word('open-quote', $v:language)}<cite class="part">{normalize-space()}</cite>{f:word('close-quote', $v:language)}</span>
    </xsl:for-each>
    <xsl:for-each select="$entry/monogr/title[normalize-space()][1]">
      <span>
        <cite class="whole">{normalize-space()}</cite>
      </span>
    </xsl:for-each>
    <xsl:for-each select="$entry/monogr/imprint/(pubPlace, publisher, biblScope, date)[normalize-space()], $entry/monogr/biblScope[normalize-space()]">
      <span>
        <xsl:choose>
          <xsl:when test="self::date">
            <xsl:apply-templates select="." mode="m:text"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="normalize-space()"/>
          </xsl:otherwise>
        </xsl:choose>
      </span>
    </xsl:for-each>
  </xsl:function>

  <!-- Parts with commas between, a full stop at the end. -->
  <xsl:function name="f:joined" as="node()*">
    <xsl:param name="parts" as="element(h:span)*"/>
    <xsl:for-each select="$parts">
      <xsl:sequence select="node()"/>
      <xsl:text>{if (position() eq last()) then '.'[not(matches(current(), '[.!?]$'))] else if (matches(current(), ',\s*$')) then ' ' else ', '}</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- Prose from the header: words, links, titles, dates. -->
  <xsl:mode name="m:header" on-no-match="text-only-copy"/>

  <xsl:template match="title" mode="m:header" as="element(h:cite)">
    <cite class="{if (@level = ('a', 'u')) then 'part' else 'whole'}">
      <xsl:apply-templates mode="m:header"/>
    </cite>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="m:header" as="item()*">
    <xsl:variable name="v:address" as="xs:string?" select="f:web-address(@target ! string())"/>
    <xsl:choose>
      <xsl:when test="exists($v:address)">
        <a href="{$v:address}">{(string()[normalize-space()], replace($v:address, '^https?://(www\.)?|/$', ''))[1]}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:header"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date[f:html-date(.)]" mode="m:header" as="element(h:time)">
    <time datetime="{f:html-date(.)}">{.}</time>
  </xsl:template>
</xsl:stylesheet>
