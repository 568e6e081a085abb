<?xml version="1.0" encoding="UTF-8"?>
<!-- Computer-mediated communication: posts, each with who wrote it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="post" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'post')"/>
      <xsl:for-each select="key('f:record', @p:target ! string())[1]">
        <p class="editorial speaker">
          <xsl:value-of select="f:record-name(.)"/>
        </p>
      </xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
