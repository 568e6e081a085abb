<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as one web page that needs nothing but itself. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" exclude-result-prefixes="#all">

  <xsl:import href="common/messages.xsl"/>
  <xsl:import href="common/title.xsl"/>
  <xsl:import href="common/dates.xsl"/>
  <xsl:import href="common/i18n.xsl"/>
  <xsl:import href="common/parts.xsl"/>
  <xsl:import href="common/pointers.xsl"/>
  <xsl:import href="common/rendition.xsl"/>
  <xsl:import href="common/margin.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/shapes.xsl"/>
  <xsl:include href="html/textstructure.xsl"/>
  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/linking.xsl"/>
  <xsl:include href="html/transcr.xsl"/>
  <xsl:include href="html/textcrit.xsl"/>
  <xsl:include href="html/drama.xsl"/>
  <xsl:include href="html/spoken.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/gaiji.xsl"/>
  <xsl:include href="html/figures.xsl"/>
  <xsl:include href="page/address.xsl"/>
  <xsl:include href="html/analysis.xsl"/>
  <xsl:include href="html/certainty.xsl"/>
  <xsl:include href="html/msdescription.xsl"/>
  <xsl:include href="html/dictionaries.xsl"/>
  <xsl:include href="html/corpus.xsl"/>
  <xsl:include href="html/cmc.xsl"/>
  <xsl:include href="html/tagdocs.xsl"/>
  <xsl:include href="html/nets.xsl"/>
  <xsl:include href="html/iso-fs.xsl"/>
  <xsl:include href="page/shell.xsl"/>
  <xsl:include href="page/nesting.xsl"/>
  <xsl:include href="page/metadata.xsl"/>
  <xsl:include href="page/annotations.xsl"/>
  <xsl:include href="page/navigation.xsl"/>
  <xsl:include href="page/notes.xsl"/>
  <xsl:include href="page/register.xsl"/>
  <xsl:include href="page/source.xsl"/>
  <xsl:include href="page/cite.xsl"/>
  <xsl:include href="page/about.xsl"/>
  <xsl:include href="page/reading.xsl"/>
  <xsl:include href="page/facsimile.xsl"/>
  <xsl:include href="page/legend.xsl"/>

  <!-- The style sheet of the page, and its SHA-256 in base 64, by which the page lets in this one and no other. -->
  <xsl:param name="style" as="xs:string" select="''"/>
  <xsl:param name="style-hash" as="xs:string" select="''"/>
  <!-- The script of the page (it remembers what a reader chose, and shows notes beside their calls), likewise. -->
  <xsl:param name="script" as="xs:string" select="''"/>
  <xsl:param name="script-hash" as="xs:string" select="''"/>
  <!-- The pictures that the document names (edition/publish/pictures.py): a line an address, with tabs between it, the
       address to use, width and height; empty where nobody has looked for them. -->
  <xsl:param name="pictures" as="xs:string" select="''"/>
  <!-- Name of the TEI file that will stand beside the page. -->
  <xsl:param name="tei-file" as="xs:string" select="''"/>
  <!-- Title of the edition this document is part of; empty for none. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <!-- The front page of the edition, and the pages of the texts before and after this one with their titles;
       empty for none. -->
  <xsl:param name="home-file" as="xs:string" select="''"/>
  <xsl:param name="previous-file" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-file" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>
  <!-- The page that searches all texts of the edition; empty for none. -->
  <xsl:param name="search-file" as="xs:string" select="''"/>
  <!-- The entries of the edition's registers: a line for each pointer that the document has to one, and after a blank
       the address of the entry. -->
  <xsl:param name="registers" as="xs:string" select="''"/>
  <!-- The address that the edition is published at, and that of this page; empty for none. -->
  <xsl:param name="site" as="xs:string" select="''"/>
  <xsl:param name="page-address" as="xs:string" select="''"/>
  <!-- How to cite the text, as edition/citing/markup.py writes it; the genre of the text. Empty for none. -->
  <xsl:param name="citations" as="xs:string" select="''"/>
  <xsl:param name="genre" as="xs:string" select="''"/>
  <!-- The words that open a byline, between strokes ("By|by"): no part of an author's name. -->
  <xsl:param name="bylines" as="xs:string" select="''"/>
  <!-- Program and version that make the page. -->
  <xsl:param name="generator" as="xs:string" select="''"/>

  <!-- Addresses stay as they are written ("#müller"): browsers know, and escaping all of them takes time. -->
  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" escape-uri-attributes="no"/>

  <!-- m:text makes the reading text; what is told about it comes from functions. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="m:place"/>
  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>
</xsl:stylesheet>
