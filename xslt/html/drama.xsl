<?xml version="1.0" encoding="UTF-8"?>
<!-- Plays: speeches, speakers, stage directions, cast. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="sp | spGrp" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., local-name()), self::sp[not(speaker)] ! f:who-speaks(.)"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:here(.)"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" mode="m:text" as="element(h:p)">
    <p>
      <xsl:sequence select="f:attributes(., 'speaker')"/>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>

  <xsl:template match="stage | set | prologue | epilogue | performance | actor | role | roleDesc | view | camera | caption | sound | tech" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (f:stands-among-blocks(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'stage'[current()[self::view or self::camera or self::caption or self::sound or self::tech]], 'as-marked'[current()[self::stage]//hi[f:looks(.) = 'italic']]))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Where somebody goes on the stage: it has no words. -->
  <xsl:template match="move" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="castList | castGroup" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="castItem" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., 'cast-item')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
