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
  <!-- TEI module verse: stanzas and lines. -->
  <xsl:template match="lg" as="text()*"><xsl:sequence select="f:begins(.)"/>#line-group[<xsl:apply-templates/>];&#10;</xsl:template>
  <xsl:template match="lg/lg" as="text()*" priority="2">#inner-line-group[<xsl:apply-templates/>];&#10;</xsl:template>
  <xsl:template match="sp/lg[../(l | p | ab)] | p/lg" as="text()*" priority="2">#song[<xsl:apply-templates/>];&#10;</xsl:template>
  <xsl:template match="sp/lg[not(../(l | p | ab))]" as="text()*" priority="2">#inner-line-group[<xsl:apply-templates/>];&#10;</xsl:template>

  <xsl:template match="l" as="text()*">
    <xsl:variable name="noted" as="xs:boolean" select="exists(.//(note | app | sic)) and not(ancestor::note)"/>
    <xsl:text>#{('noted(' || f:label(string(f:place(.))) || ', ')[$noted]}verse-line({f:indent(.)}, [</xsl:text>
    <xsl:apply-templates select="f:marks-before(.)" mode="m:mark"/>
    <xsl:variable name="before" as="xs:string" select="f:shared-words(.)"/>
    <xsl:if test="$before"><xsl:text>#after-words({f:literal($before)});</xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:text>]{@n[normalize-space()] ! (', n: ' || f:literal(normalize-space(.)))}){')'[$noted]};&#10;</xsl:text>
  </xsl:template>

  <!-- The words of a shared line (@part) that other speakers said before these; empty if the source has them set otherwise. -->
  <xsl:function name="f:shared-words" as="xs:string">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="if (f:looks($line) = 'indent') then '' else f:said-before($line)"/>
  </xsl:function>
  <xsl:function name="f:said-before" as="xs:string">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="before" as="element(l)?" select="$line[@part = ('M', 'F')]/preceding::l[1][@part = ('I', 'M')]"/>
    <xsl:sequence select="if ($before) then normalize-space(f:said-before($before) || ' ' || f:plain($before)) else ''"/>
  </xsl:function>

  <!-- How far a line is set in, in ems: `indent`, `indent2`, `indent(2)`; the rest of a shared line further. -->
  <xsl:function name="f:indent" as="xs:integer">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="looks" as="xs:string*" select="f:looks($line)"/>
    <xsl:variable name="steps" as="xs:string?" select="$line/@rend[matches(., '\d')] ! replace(., '\D', '') ! substring(., 1, 1)"/>
    <xsl:sequence select="
      if ($looks = 'indent') then 2 * xs:integer(($steps, '1')[1])
      else if (f:shared-words($line)) then 0
      else if ($line/@part = 'M') then 6 else if ($line/@part = 'F') then 10 else 0"/>
  </xsl:function>

  <xsl:template match="caesura" as="text()*"><xsl:text>#h(1.5em);</xsl:text></xsl:template>
  <xsl:template match="rhyme | metDecl" as="text()*"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
