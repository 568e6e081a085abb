<?xml version="1.0" encoding="UTF-8"?>
<!-- What this edition shows otherwise than others. Its templates win; what they do not match is shown as ever. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:edition:modes"
    xmlns:f="urn:edition:functions" xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Sums of money, which this edition marks as measures, with their unit in full on demand. -->
  <xsl:template match="measure[@type = 'currency'][@unit]" mode="m:text">
    <abbr title="{@quantity} {@unit}">
      <xsl:apply-templates mode="m:text"/>
    </abbr>
  </xsl:template>

  <!-- A closing salutation as ever, and a line above it. -->
  <xsl:template match="closer" mode="m:text">
    <hr/>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
