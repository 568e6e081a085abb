<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates and times as they were marked. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A mention of somebody or something with a record on this page leads to the record, else to the register. -->
  <xsl:template match="persName | placeName | orgName | name | rs" mode="m:text" as="element()+">
    <xsl:variable name="v:blocks" as="xs:boolean" select="f:holds-blocks(.)"/>
    <xsl:variable name="v:address" as="xs:string?" select="if ($v:blocks or f:is-in-link(.)) then () else f:name-address(.)"/>
    <xsl:element name="{if ($v:blocks) then 'div' else if ($v:address) then 'a' else 'span'}">
      <xsl:sequence select="f:attributes(., ('name', f:name-kind(.), f:unbroken(.)))"/>
      <xsl:if test="$v:address">
        <xsl:attribute name="href" select="$v:address"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
    <xsl:sequence select="f:inference-mark(.)"/>
  </xsl:template>

  <!-- Short names and dates stay in one line: “V. I. Lenin”, “8 November 1918”. -->
  <xsl:function name="f:unbroken" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="'unbroken'[string-length($element) le 18][empty($element/*) or empty($element//(lb | note | pb))]"/>
  </xsl:function>

  <xsl:function name="f:name-address" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/@p:kind) then '#' || $name/@p:target
        else (f:registered($name/@ref ! string()), f:web-address($name/@ref ! string()))[1]"/>
  </xsl:function>

  <xsl:function name="f:name-kind" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/@p:kind ! string(), $name[self::persName] ! 'person', $name[self::placeName] ! 'place',
        $name[self::orgName] ! 'org', $name/@type[. = ('person', 'place', 'org')] ! string())[1]"/>
  </xsl:function>

  <xsl:template match="forename | surname | roleName | addName | genName | nameLink | settlement | country | region | district | bloc
      | geogName | geogFeat | geo | objectName | eventName | age | occupation | birth | death | residence | nationality | sex | faith | education
      | affiliation | floruit | trait | state | location | climate | gender | langKnowledge | langKnown | objectIdentifier | offset
      | persPronouns | population | socecStatus | terrain" mode="m:text" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listObject | listRelation | person | personGrp | persona
      | place | org | event | nym | object" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- A date shows what was written; its normalised value travels along where HTML has a form for it. -->
  <xsl:template match="date | time" mode="m:text" as="element()+">
    <xsl:variable name="v:value" as="xs:string?" select="f:html-date(.)"/>
    <xsl:variable name="v:blocks" as="xs:boolean" select="f:holds-blocks(.)"/>
    <xsl:element name="{if ($v:blocks) then 'div' else if ($v:value) then 'time' else 'span'}">
      <xsl:sequence select="f:attributes(., ('date', f:unbroken(.)))"/>
      <xsl:if test="$v:value and not($v:blocks)">
        <xsl:attribute name="datetime" select="$v:value"/>
      </xsl:if>
      <xsl:for-each select="@from, @to, @notBefore, @notAfter, @when[empty($v:value)]">
        <xsl:attribute name="data-{lower-case(replace(name(), '([A-Z])', '-$1'))}" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
    <xsl:sequence select="f:inference-mark(.)"/>
  </xsl:template>

  <!-- Who stands how to whom: the names of the records, where there are records. -->
  <xsl:template match="relation" mode="m:text" as="element(h:div)">
    <xsl:variable name="v:document" as="document-node()" select="root(.)"/>
    <xsl:variable name="v:sides" as="xs:string*" select="(@active, @mutual, @passive) ! string-join(tokenize(.) !
        (key('f:own-id', substring-after(., '#'), $v:document)[1][self::person or self::personGrp or self::place or self::org] ! f:record-name(.), .)[1], ', ')"/>
    <div>
      <xsl:sequence select="f:attributes(., 'relation')"/>
      <xsl:sequence select="f:said-in-attribute(string-join(((@name, @ref)[1], string-join($v:sides, ' → ')), ': '))"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:key name="f:own-id" match="*[@xml:id]" use="string(@xml:id)"/>
</xsl:stylesheet>
