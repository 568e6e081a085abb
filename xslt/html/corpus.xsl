<?xml version="1.0" encoding="UTF-8"?>
<!-- Corpora: where, when, by whom and for what a text came about, where a description of it stands in a text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="textDesc | particDesc | settingDesc | setting" mode="m:text" as="element()">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="activity | channel | constitution | derivation | domain | factuality | interaction | locale
      | preparedness | purpose" mode="m:text" as="element()">
    <xsl:call-template name="m:line"/>
  </xsl:template>
</xsl:stylesheet>
