<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements of the header where they stand in a text: in descriptions of books, of hands, of correspondence. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="fileDesc | profileDesc | titleStmt | editionStmt | publicationStmt | seriesStmt | notesStmt | sourceDesc | availability
      | correspDesc | correspAction | correspContext | langUsage | textClass | keywords | calendarDesc | listChange | abstract" mode="m:text" as="element()">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="licence | change | creation | calendar | classCode | authority | distributor | funder | principal | sponsor
      | handNote | scriptNote" mode="m:text" as="element()">
    <xsl:call-template name="m:line"/>
  </xsl:template>

  <xsl:template match="edition | extent | idno | language | application | category" mode="m:text" as="element()">
    <xsl:call-template name="m:phrase"/>
  </xsl:template>

  <!-- A pointer into a taxonomy; it has no words. -->
  <xsl:template match="catRef" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
