<?xml version="1.0" encoding="UTF-8"?>
<!-- What the package of the book says of the document, out of its header (Dublin Core; roles are MARC relators). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:e="urn:edition:ebook" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:facts" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:header" as="element(teiHeader)?" select="$document/*/teiHeader"/>
    <xsl:variable name="v:file" as="element(fileDesc)?" select="$v:header/fileDesc"/>
    <xsl:variable name="v:entry" as="element(biblStruct)?" select="f:entry($document)"/>
    <e:title>{f:page-title($document)}</e:title>
    <xsl:for-each select="$v:file/titleStmt/title[@type = 'sub'][normalize-space()]">
      <e:subtitle>{normalize-space()}</e:subtitle>
    </xsl:for-each>
    <xsl:for-each select="distinct-values(f:authors($document))">
      <e:creator role="aut">{.}</e:creator>
    </xsl:for-each>
    <xsl:for-each select="$v:file/titleStmt/editor">
      <xsl:variable name="v:role" as="xs:string" select="f:relator(string(@role), 'edt')"/>
      <xsl:for-each select="f:names-of(.)">
        <e:contributor role="{$v:role}">{.}</e:contributor>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="$v:file/(titleStmt, editionStmt)/respStmt">
      <xsl:variable name="v:role" as="xs:string" select="f:relator(string-join(resp, ' '), 'ctb')"/>
      <xsl:for-each select="f:names-of((name, persName, orgName))">
        <e:contributor role="{$v:role}">{.}</e:contributor>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="f:names-of($v:file/titleStmt/(principal, funder, sponsor))">
      <e:contributor role="ctb">{.}</e:contributor>
    </xsl:for-each>
    <xsl:for-each select="f:names-of($v:file/publicationStmt/(publisher, distributor, authority))[1]">
      <e:publisher>{.}</e:publisher>
    </xsl:for-each>
    <xsl:for-each select="($v:file/publicationStmt/date[f:html-date(.)])[1]">
      <e:date value="{f:html-date(.)}">{normalize-space()}</e:date>
    </xsl:for-each>
    <xsl:for-each select="f:date-of-text($document)">
      <e:written value="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$v:file/publicationStmt/availability/(licence, p)[normalize-space() or @target]">
      <e:rights>{string-join((normalize-space(), f:web-address(@target ! string())[not(contains(current(), .))])[. ne ''], ' ')}</e:rights>
    </xsl:for-each>
    <xsl:for-each select="($v:entry ! string-join(f:bibliography(.) ! normalize-space(), ', '),
        $v:file/sourceDesc/(bibl, p, msDesc/msIdentifier)[matches(., '[\p{L}\p{N}]')] ! string-join(.//text()[normalize-space()] ! normalize-space(), ' '))[. ne ''][1]">
      <e:source>{.}</e:source>
    </xsl:for-each>
    <xsl:for-each select="$v:file/publicationStmt/idno[normalize-space()][1]">
      <e:identifier type="{@type}">{normalize-space()}</e:identifier>
    </xsl:for-each>
    <xsl:for-each select="$v:header/revisionDesc//change/(@when, date/@when), $v:file/publicationStmt/date/@when">
      <e:changed value="{normalize-space()}"/>
    </xsl:for-each>
    <xsl:for-each select="distinct-values($v:header/profileDesc/textClass/keywords//(term, item[not(term)])[normalize-space()] ! normalize-space())">
      <e:subject>{.}</e:subject>
    </xsl:for-each>
    <xsl:for-each select="f:description($document)[. ne '']">
      <e:description>{.}</e:description>
    </xsl:for-each>
  </xsl:function>

  <!-- The relator that words for a responsibility mean; else `otherwise`. -->
  <xsl:function name="f:relator" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:sequence select="if (matches($words, 'translat|übersetz|traduc|traduz|vertal', 'i')) then 'trl'
        else if (matches($words, 'transcri|transkri|trascri', 'i')) then 'trc'
        else if (matches($words, 'encod|markup|mark-up|kodier|encodage|codifica', 'i')) then 'mrk'
        else if (matches($words, 'annotat|comment|kommentar', 'i')) then 'ann'
        else if (matches($words, '(^|\W)edit|herausg|éditeur|editor|bezorg', 'i')) then 'edt'
        else $otherwise"/>
  </xsl:function>
</xsl:stylesheet>
