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
  <!-- TEI module gaiji: characters outside Unicode or outside XML; what stands for them in the text is printed. -->
  <xsl:template match="g" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="g[not(node())]" as="text()*">
    <xsl:variable name="record" as="element()?" select="key('m:xml-id', substring-after(@ref, '#'))[1]"/>
    <xsl:sequence select="f:words((
      ($record/mapping[@type = ('standard', 'Unicode')], $record/mapping)[1] ! f:plain(.)[.],
      ('[' || ($record/(charName | glyphName | localProp[@name = 'name']/@value)[1] ! normalize-space()) || ']')[$record],
      '[' || substring-after(@ref, '#') || ']')[1])"/>
  </xsl:template>
</xsl:stylesheet>
