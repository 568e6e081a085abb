<?xml version="1.0" encoding="UTF-8"?>
<!-- How a sheet tells of a finding: a d:diagnostic with a code, the place, and the facts that its wording needs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:edition:diagnostics" xmlns:f="urn:edition:functions"
    exclude-result-prefixes="xs f">

  <xsl:import href="place.xsl"/>

  <!-- Reports the context element under `code`; every fact is an attribute with its name. -->
  <xsl:template name="d:report" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="code" as="xs:string" required="yes"/>
    <xsl:param name="facts" as="map(xs:string, xs:string)" select="map{}"/>
    <xsl:message>
      <d:diagnostic code="{$code}" place="{f:place(.)}" element="{name()}">
        <xsl:for-each select="map:keys($facts)" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
          <xsl:attribute name="{.}" select="$facts(.)"/>
        </xsl:for-each>
      </d:diagnostic>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
