<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters that no font or encoding has: as the text shows them, with their name. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="f:character" match="char | glyph" use="'#' || @xml:id"/>

  <xsl:template match="g" mode="m:text" as="element(h:span)">
    <xsl:variable name="v:character" as="element()?" select="key('f:character', string(@ref))[1]"/>
    <xsl:variable name="v:name" as="xs:string?" select="$v:character/(localProp[@name = ('Name', 'name')]/@value, unicodeProp[@name = 'Name']/@value,
        charName, glyphName, desc, unicodeProp/@value)[1] ! normalize-space()"/>
    <span>
      <xsl:sequence select="f:attributes(., 'glyph')"/>
      <xsl:for-each select="$v:name[. ne '']">
        <xsl:attribute name="title" select="."/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="node()">
          <xsl:apply-templates mode="m:text"/>
        </xsl:when>
        <xsl:otherwise>
          <!-- A sign that nobody describes goes by its type; a hyphen at the end of a line, by which early printed books
               are transcribed (char:EOLhyphen), is none inside a line. -->
          <xsl:sequence select="f:editorial((''[matches(current()/@ref, ':EOL(un)?hyphen$')], $v:character/mapping[normalize-space()][1] ! string(), $v:name ! ('[' || . || ']'), @type ! ('[' || . || ']'), '[?]')[1])"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
</xsl:stylesheet>
