<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as the matter of an e-book (EPUB 3.3): what is to be known of it, then its pages in XHTML, in one
     piece; edition/ebook divides them into files, finds the places that links lead to and packs the book. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:edition:modes" exclude-result-prefixes="#all">

  <!-- The web page; the sheets below overrule it where an e-book differs. -->
  <xsl:import href="html.xsl"/>
  <xsl:include href="epub/book.xsl"/>
  <xsl:include href="epub/facts.xsl"/>
  <xsl:include href="epub/semantics.xsl"/>
  <xsl:include href="epub/notes.xsl"/>

  <!-- Title of the edition this document is part of, its publisher and its licence; empty for none. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>

  <xsl:output method="xml" version="1.0" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="m:place"/>
  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>
</xsl:stylesheet>
