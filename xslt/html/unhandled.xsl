<?xml version="1.0" encoding="UTF-8"?>
<!-- What is no TEI, or no other sheet knows: mathematics; text; and elements whose words stay, and which are reported. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:edition:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:p="urn:edition:prepared"
    xmlns="http://www.w3.org/1999/xhtml" xmlns:mm="http://www.w3.org/1998/Math/MathML" xmlns:d="urn:edition:diagnostics" xmlns:f="urn:edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="*" mode="m:text" as="item()*" priority="-10">
    <xsl:call-template name="d:report">
      <xsl:with-param name="code" select="'PUBLISH-ELEMENT-UNKNOWN'"/>
    </xsl:call-template>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., 'unhandled')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Mathematics as browsers set it. -->
  <xsl:template match="mm:math | mm:math//mm:*" mode="m:text" as="element()" priority="1">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@display[. = ('block', 'inline')], @mathvariant, @stretchy[. = ('true', 'false')]"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="m:text" as="text()">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="*[@p:role = 'hidden'][not(@p:form)]" mode="m:text" as="empty-sequence()" priority="20"/>
</xsl:stylesheet>
