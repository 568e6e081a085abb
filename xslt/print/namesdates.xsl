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

  <!-- In a volume a name on record leaves a mark that the registers find, by the pointers as they are written. It stands
       after the first word: before a word that begins a page, typst could leave it on the page before. -->
  <xsl:template match="text//*[f:leaves-a-mark(.)][$part]" as="text()*" priority="22">
    <xsl:if test="empty(f:first-words(.))"><xsl:sequence select="f:marks(.)"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="text()[$part][normalize-space()][f:marks-after(.)]" as="text()*" priority="1">
    <xsl:variable name="rest" as="xs:string" select="substring-after(normalize-space(), ' ')"/>
    <xsl:if test="matches(., '^\s')"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="f:words(tokenize(.)[1]), f:marks-after(.)"/>
    <xsl:if test="$rest"><xsl:text> </xsl:text><xsl:sequence select="f:words($rest)"/></xsl:if>
    <xsl:if test="matches(., '\s$')"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:function name="f:leaves-a-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element[self::persName or self::placeName or self::orgName or self::title or self::name or self::rs][@ref or @key])
      or exists($element[self::date or self::time]) or exists($element[self::said][@who][not(f:is-block(.))])"/>
  </xsl:function>
  <!-- The text that a marked element begins with, where a mark can stand in it. -->
  <xsl:function name="f:first-words" as="text()?">
    <xsl:param name="marked" as="element()"/>
    <xsl:variable name="first" as="text()?" select="($marked//text()[normalize-space()])[1]"/>
    <xsl:sequence select="
      $first[not(ancestor::*[@xml:space][1]/@xml:space = 'preserve')]
        [every $element in ancestor::*[. >> $marked] satisfies local-name($element) = $v:parts-of-names]"/>
  </xsl:function>
  <xsl:variable name="v:parts-of-names" as="xs:string+" select="
    'persName', 'placeName', 'orgName', 'name', 'rs', 'title', 'forename', 'surname', 'roleName', 'addName', 'nameLink', 'genName',
    'settlement', 'region', 'country', 'date', 'time', 'hi', 'emph', 'seg', 'foreign', 'q', 'quote', 'soCalled'"/>
  <xsl:function name="f:marks-after" as="text()*">
    <xsl:param name="words" as="text()"/>
    <xsl:sequence select="$words/ancestor::*[f:leaves-a-mark(.)][f:first-words(.) is $words] ! f:marks(.)"/>
  </xsl:function>
  <xsl:function name="f:marks" as="text()*">
    <xsl:param name="marked" as="element()"/>
    <xsl:choose>
      <xsl:when test="$marked[self::date or self::time]">
        <xsl:text>#mention({f:label('date:' || $marked/accumulator-before('m:dates'))}, {exists($marked/ancestor::note)});</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:mention($marked, if ($marked/self::said) then $marked/@who else if ($marked/@ref) then $marked/@ref else '#' || $marked/@key)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <!-- The mark of a speech stands inside it: before it, it could be left on the page before. -->
  <xsl:function name="f:speaker-mark" as="text()*">
    <xsl:param name="speech" as="element()"/>
    <xsl:if test="$part and $speech/@who"><xsl:sequence select="f:mention($speech, $speech/@who)"/></xsl:if>
  </xsl:function>
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
