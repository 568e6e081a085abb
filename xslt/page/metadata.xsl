<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the page: what browsers, reference managers and search engines read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:head" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:title" as="xs:string" select="f:page-title($document)"/>
    <xsl:variable name="v:whole" as="xs:string?" select="($edition-title[. ne ''], f:entry($document)/monogr/title[1] ! normalize-space())[. ne ''][1]"/>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <!-- connect-src: Chromium reads robots.txt for its audits under the policy of the page. -->
    <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src '{if ($style-hash ne '') then 'sha256-' || $style-hash else 'none'}'{('; script-src ''sha256-' || $script-hash || '''')[$script-hash ne '']}; img-src 'self' data: file:; connect-src 'self'; base-uri 'none'; form-action 'none'"/>
    <title>{string-join(distinct-values(($v:title, $v:whole)), ' · ')}</title>
    <meta name="color-scheme" content="light dark"/>
    <!-- An icon without a picture: else a browser asks the server for one. -->
    <link rel="icon" href="data:,"/>
    <xsl:if test="$generator ne ''">
      <meta name="generator" content="{$generator}"/>
    </xsl:if>
    <xsl:sequence select="f:metadata($document), f:open-graph($document)"/>
    <xsl:if test="$page-address ne ''">
      <link rel="canonical" href="{$page-address}"/>
    </xsl:if>
    <xsl:if test="$tei-file ne ''">
      <link rel="alternate" type="application/tei+xml" href="{encode-for-uri($tei-file)}"/>
    </xsl:if>
    <xsl:for-each select="f:licence($document)">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <script type="application/ld+json">
      <xsl:value-of select="replace(serialize(f:linked-data($document), map{'method': 'json', 'indent': false()}), '&lt;', '\\u003c')"/>
    </script>
    <style>
      <xsl:value-of select="$style"/>
    </style>
  </xsl:function>

  <!-- The structured description of the source, when there is one. -->
  <xsl:function name="f:entry" as="element(biblStruct)?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="($document/*/teiHeader/fileDesc/sourceDesc/biblStruct)[1]"/>
  </xsl:function>

  <!-- The date of the text: of the source, or of the letter. -->
  <xsl:function name="f:date-of-text" as="xs:string?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(f:entry($document)/monogr/imprint/date[1], $document/*/teiHeader/profileDesc/correspDesc/correspAction[@type = 'sent']/date[1],
        $document/*/teiHeader/profileDesc/creation/date[1], $document/*/teiHeader/fileDesc/sourceDesc/bibl[1]/date[1])
        ! f:html-date(.)[matches(., '^\d{4,}(-|$)')] => head()"/>
  </xsl:function>

  <!-- The address of the licence that the header names. -->
  <xsl:function name="f:licence" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="f:web-address($document/*/teiHeader/fileDesc/publicationStmt/availability/licence/(@target/tokenize(., '\s+'), normalize-space()))[1]"/>
  </xsl:function>

  <!-- Dublin Core, and the names that Zotero and scholarly search engines know. -->
  <xsl:function name="f:metadata" as="element(h:meta)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:entry" as="element(biblStruct)?" select="f:entry($document)"/>
    <xsl:variable name="v:date" as="xs:string?" select="f:date-of-text($document)"/>
    <xsl:variable name="v:language" as="xs:string?" select="f:language($document)[. ne 'und']"/>
    <xsl:variable name="v:title" as="xs:string" select="f:page-title($document)"/>
    <xsl:variable name="v:authors" as="xs:string*" select="f:authors($document)"/>
    <xsl:variable name="v:whole" as="xs:string?" select="$v:entry/monogr/title[normalize-space()][1][$v:entry/analytic] ! normalize-space()"/>
    <xsl:sequence select="f:meta('DC.title', $v:title), f:meta('DC.creator', $v:authors), f:meta('DC.date', $v:date),
        f:meta('DC.language', $v:language), f:meta('DC.type', 'Text'),
        f:meta('DC.source', string-join($v:entry ! f:bibliography(.) ! normalize-space(), ', ')[$v:entry]),
        f:meta('DC.publisher', f:names-of($document/*/teiHeader/fileDesc/publicationStmt/publisher)),
        f:meta('DC.rights', $document/*/teiHeader/fileDesc/publicationStmt/availability/licence ! (string(@target), normalize-space())[. ne ''][1]),
        f:meta('citation_title', $v:title), f:meta('citation_author', $v:authors),
        f:meta('citation_publication_date', $v:date ! substring-before(. || 'T', 'T') ! translate(., '-', '/')),
        f:meta('citation_journal_title', $v:whole),
        f:meta('citation_volume', $v:entry//biblScope[@unit = 'volume'][1] ! (@n, normalize-space())[1] ! string()),
        f:meta('citation_issue', $v:entry//biblScope[@unit = 'issue'][1] ! (@n, normalize-space())[1] ! string()),
        f:meta('citation_language', $v:language),
        f:meta('citation_inbook_title', if (exists($v:whole)) then () else $edition-title),
        f:meta('citation_issn', $v:entry/monogr/idno[upper-case(@type) = 'ISSN'][1] ! normalize-space()),
        f:meta('citation_doi', $document/*/teiHeader/fileDesc/publicationStmt/idno[upper-case(@type) = 'DOI'][1] ! replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '')),
        f:meta('description', f:description($document)),
        f:meta('DC.contributor', f:names-of($document/*/teiHeader/fileDesc/titleStmt/editor)),
        f:meta('DC.relation.isPartOf', $edition-title),
        f:meta('DC.identifier', $page-address),
        f:meta('citation_editor', f:names-of($document/*/teiHeader/fileDesc/titleStmt/editor)),
        f:meta('citation_publisher', f:names-of($document/*/teiHeader/fileDesc/publicationStmt/publisher)),
        f:meta('citation_firstpage', $v:entry//biblScope[@unit = 'page'][1]/@from ! string()),
        f:meta('citation_lastpage', $v:entry//biblScope[@unit = 'page'][1]/@to ! string()),
        f:meta('citation_fulltext_html_url', $page-address),
        f:meta('citation_public_url', $page-address)"/>
  </xsl:function>

  <!-- The first words of the text, for those who see the page in a list. -->
  <xsl:function name="f:description" as="xs:string?" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:first" as="element()?" select="($document/*/text/body//(p | ab | l | u)[normalize-space()])[1]"/>
    <xsl:variable name="v:words" as="xs:string*" select="$v:first ! tokenize(f:words-of(.))"/>
    <xsl:sequence select="string-join(subsequence($v:words, 1, 24), ' ')[. ne ''] || '…'[count($v:words) gt 24]"/>
  </xsl:function>

  <!-- What a link to the page shows where it is passed on (ogp.me). -->
  <xsl:function name="f:open-graph" as="element(h:meta)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:facts" as="map(xs:string, xs:string?)" select="map{
        'og:title': f:page-title($document), 'og:type': 'article', 'og:site_name': $edition-title,
        'og:description': f:description($document), 'og:url': $page-address}"/>
    <xsl:for-each select="'og:title', 'og:type', 'og:site_name', 'og:description', 'og:url'">
      <xsl:if test="$v:facts(.) ne ''">
        <meta property="{.}" content="{$v:facts(.)}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:meta" as="element(h:meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[. ne '']">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The same for search engines, in the words of schema.org. -->
  <xsl:function name="f:linked-data" as="map(*)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:entry" as="element(biblStruct)?" select="f:entry($document)"/>
    <xsl:variable name="v:header" as="element(teiHeader)?" select="$document/*/teiHeader"/>
    <xsl:variable name="v:whole" as="xs:string?" select="$v:entry[analytic]/monogr/title[normalize-space()][1] ! normalize-space()"/>
    <xsl:variable name="v:issue" as="xs:string?" select="$v:entry//biblScope[@unit = 'issue'][1] ! (@n, normalize-space())[1] ! string()"/>
    <xsl:variable name="v:periodical" as="map(*)?" select="$v:whole ! map{'@type': 'Periodical', 'name': .}"/>
    <xsl:variable name="v:parts" as="map(*)*" select="
        $v:periodical ! (if ($v:issue) then map{'@type': 'PublicationIssue', 'issueNumber': $v:issue, 'isPartOf': .} else .),
        $edition-title[. ne ''] ! map:merge((map{'@type': 'Collection', 'name': .}, $site[. ne ''] ! map{'url': .}))"/>
    <xsl:variable name="v:type" as="xs:string" select="f:schema-type($v:whole)"/>
    <xsl:variable name="v:received" as="xs:string*" select="f:names-of($v:header/profileDesc/correspDesc/correspAction[@type = 'received']/(persName, orgName, name))"/>
    <xsl:sequence select="map:merge((
        map{'@context': 'https://schema.org', '@type': $v:type, 'name': f:page-title($document)},
        $v:whole ! map{'headline': f:page-title($document)},
        $page-address[. ne ''] ! map{'url': .},
        f:language($document)[. ne 'und'] ! map{'inLanguage': .},
        f:date-of-text($document) ! map{if ($v:type eq 'Message') then 'dateSent' else if ($v:whole) then 'datePublished' else 'dateCreated': .},
        f:people('author', f:authors($document)), f:people('editor', f:names-of($v:header/fileDesc/titleStmt/editor)),
        f:people('recipient', $v:received[$v:type eq 'Message']),
        f:names-of($v:header/fileDesc/publicationStmt/publisher)[1] ! map{'publisher': map{'@type': 'Organization', 'name': .}},
        array{$v:parts}[exists(?*)] ! map{'isPartOf': if (array:size(.) eq 1) then .(1) else .},
        string-join($v:entry ! f:bibliography(.) ! normalize-space(), ', ')[. ne ''] ! map{'isBasedOn': .},
        f:licence($document) ! map{'license': .},
        f:works-cited($document),
        $tei-file[. ne ''] ! map{'encoding': map{'@type': 'MediaObject', 'encodingFormat': 'application/tei+xml', 'contentUrl': encode-for-uri(.)}}
        ))"/>
  </xsl:function>

  <!-- What kind of work schema.org has for a genre. -->
  <xsl:function name="f:schema-type" as="xs:string">
    <xsl:param name="whole" as="xs:string?"/>
    <xsl:sequence select="if ($genre eq 'letter') then 'Message' else if ($genre eq 'drama') then 'Play'
        else if (exists($whole) or $genre eq 'article') then 'Article' else 'CreativeWork'"/>
  </xsl:function>

  <xsl:function name="f:people" as="map(*)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="array{$names ! map{'@type': 'Person', 'name': .}}[exists(?*)] ! map{$role: .}"/>
  </xsl:function>

  <!-- The records of what the text cites, by the words of their entries. -->
  <xsl:function name="f:works-cited" as="map(*)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="array{$document/*/teiHeader/fileDesc/sourceDesc/listBibl[@type = 'cited']/*[self::bibl or self::biblStruct][.//title[normalize-space()]] ! map:merge((
        map{'@type': 'CreativeWork', 'name': (.//title)[normalize-space()][1] ! normalize-space()},
        f:people('author', f:names-of(.//author))))}[exists(?*)] ! map{'citation': .}"/>
  </xsl:function>
</xsl:stylesheet>
