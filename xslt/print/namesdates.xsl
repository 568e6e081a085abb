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
  <!-- TEI module namesdates: names and dates are set as the words they are. -->
  <xsl:template match="persName | placeName | orgName | geogName | country | settlement | region | bloc | district | geogFeat
      | surname | forename | roleName | addName | nameLink | genName | offset | geo | eventName | objectName" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- In a volume a name on record leaves a mark that the registers find, by the pointers as they are written. -->
  <xsl:template match="text//*[self::persName or self::placeName or self::orgName or self::title or self::name or self::rs]
      [@ref or @key][$part]" as="text()*" priority="22">
    <xsl:sequence select="f:mention(., if (@ref) then @ref else '#' || @key)"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="text//said[@who][$part][not(f:is-block(.))]" as="text()*" priority="22">
    <xsl:sequence select="f:mention(., @who)"/>
    <xsl:next-match/>
  </xsl:template>
  <!-- The mark of a speech stands inside it: before it, it could be left on the page before. -->
  <xsl:function name="f:speaker-mark" as="text()*">
    <xsl:param name="speech" as="element()"/>
    <xsl:if test="$part and $speech/@who"><xsl:sequence select="f:mention($speech, $speech/@who)"/></xsl:if>
  </xsl:function>
  <xsl:template match="text//*[self::date or self::time][$part]" as="text()*" priority="22">
    <xsl:text>#mention({f:label('date:' || accumulator-before('m:dates'))}, {exists(ancestor::note)});</xsl:text>
    <xsl:next-match/>
  </xsl:template>
  <xsl:accumulator name="m:dates" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//date | text//time" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:mention" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:for-each select="tokenize($pointers)">
      <xsl:text>#mention({f:label(.)}, {exists($element/ancestor::note)});</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- A date in a reference is not broken at a line end. -->
  <xsl:template match="bibl/date[string-length(normalize-space()) le 24][not(*)]" as="text()*" priority="2">
    <xsl:text>#whole[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text>
  </xsl:template>

  <!-- Records in the text itself, as in a printed register: one paragraph each, its parts in order. -->
  <xsl:template match="listPerson | listPlace | listOrg | listNym | listObject" as="text()*">
    <xsl:apply-templates select="head | desc"/>
    <xsl:text>#plain-list(</xsl:text>
    <xsl:for-each select="* except (head | desc | listRelation | relation)">
      <xsl:text>[</xsl:text><xsl:apply-templates select="."/><xsl:text>], </xsl:text>
    </xsl:for-each>
    <xsl:text>);</xsl:text>
    <xsl:apply-templates select="listRelation | relation"/>
  </xsl:template>
  <xsl:template match="person | personGrp | place | org | nym | object | event | birth | death | occupation | nationality | residence
      | affiliation | education | faith | floruit | state | trait | location | population | sex | gender | age | persona"
    as="text()*">
    <xsl:apply-templates/>
  </xsl:template>
  <!-- Of a relation only what its editor says of it is words. -->
  <xsl:template match="listRelation" as="text()*"><xsl:apply-templates/></xsl:template>
  <xsl:template match="relation" as="text()*">
    <xsl:if test="normalize-space()"><xsl:text>#p[</xsl:text><xsl:apply-templates/><xsl:text>];</xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>
