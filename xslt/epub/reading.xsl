<?xml version="1.0" encoding="UTF-8"?>
<!-- All that a web page and an e-book have in common: the rules for TEI's elements and the sections that follow the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" exclude-result-prefixes="#all">

  <xsl:import href="../common/messages.xsl"/>
  <xsl:import href="../common/title.xsl"/>
  <xsl:import href="../common/dates.xsl"/>
  <xsl:import href="../common/i18n.xsl"/>
  <xsl:import href="../common/parts.xsl"/>
  <xsl:import href="../common/pointers.xsl"/>
  <xsl:import href="../common/rendition.xsl"/>
  <xsl:include href="../html/unhandled.xsl"/>
  <xsl:include href="../html/attributes.xsl"/>
  <xsl:include href="../html/shapes.xsl"/>
  <xsl:include href="../html/textstructure.xsl"/>
  <xsl:include href="../html/core.xsl"/>
  <xsl:include href="../html/header.xsl"/>
  <xsl:include href="../html/namesdates.xsl"/>
  <xsl:include href="../html/linking.xsl"/>
  <xsl:include href="../html/transcr.xsl"/>
  <xsl:include href="../html/textcrit.xsl"/>
  <xsl:include href="../html/drama.xsl"/>
  <xsl:include href="../html/spoken.xsl"/>
  <xsl:include href="../html/verse.xsl"/>
  <xsl:include href="../html/gaiji.xsl"/>
  <xsl:include href="../html/figures.xsl"/>
  <xsl:include href="../html/analysis.xsl"/>
  <xsl:include href="../html/certainty.xsl"/>
  <xsl:include href="../html/msdescription.xsl"/>
  <xsl:include href="../html/dictionaries.xsl"/>
  <xsl:include href="../html/corpus.xsl"/>
  <xsl:include href="../html/cmc.xsl"/>
  <xsl:include href="../html/tagdocs.xsl"/>
  <xsl:include href="../html/nets.xsl"/>
  <xsl:include href="../html/iso-fs.xsl"/>
  <xsl:include href="../page/shell.xsl"/>
  <xsl:include href="../page/nesting.xsl"/>
  <xsl:include href="../page/metadata.xsl"/>
  <xsl:include href="../page/annotations.xsl"/>
  <xsl:include href="../page/navigation.xsl"/>
  <xsl:include href="../page/notes.xsl"/>
  <xsl:include href="../page/register.xsl"/>
  <xsl:include href="../page/source.xsl"/>
  <xsl:include href="../page/cite.xsl"/>
  <xsl:include href="../page/about.xsl"/>

  <!-- What only web pages are given from outside. -->
  <xsl:param name="style" as="xs:string" select="''"/>
  <xsl:param name="style-hash" as="xs:string" select="''"/>
  <xsl:param name="tei-file" as="xs:string" select="''"/>
  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <xsl:param name="home-file" as="xs:string" select="''"/>
  <xsl:param name="previous-file" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-file" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>
  <xsl:param name="site" as="xs:string" select="''"/>
  <xsl:param name="page-address" as="xs:string" select="''"/>
  <xsl:param name="generator" as="xs:string" select="''"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>
</xsl:stylesheet>
