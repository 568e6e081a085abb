<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcribed speech: utterances and what happens beside them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="f:record" match="person | personGrp | org | place" use="string(@p:id)"/>

  <xsl:template match="u" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., 'utterance')"/>
      <xsl:for-each select="key('f:record', @p:target ! string())[1]">
        <p class="editorial speaker">
          <xsl:value-of select="f:record-name(.)"/>
        </p>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="f:holds-blocks(.)">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:apply-templates mode="m:text"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:here(.)"/>
    </div>
  </xsl:template>

  <xsl:template match="annotationBlock | incident | kinesic | vocal | writing | pause | shift" mode="m:text" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('event'[not(current()/self::annotationBlock)]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="recordingStmt | recording | scriptStmt" mode="m:text" as="element(h:div)">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="equipment | broadcast" mode="m:text" as="element()">
    <xsl:call-template name="m:line"/>
  </xsl:template>
</xsl:stylesheet>
