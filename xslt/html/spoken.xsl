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
      <xsl:sequence select="f:who-speaks(.)"/>
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

  <!-- Who speaks, where the text has no words for it: by the record, or by the role in the list of the cast, else by
       the pointer, whose record is in another file. -->
  <xsl:function name="f:who-speaks" as="element(h:p)?">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="v:who" as="element()?" select="($speech[@who], $speech/parent::annotationBlock[@who])[1]"/>
    <xsl:if test="exists($v:who) and empty($speech/speaker)">
      <xsl:variable name="v:record" as="element()?" select="key('f:record', $v:who/@p:target ! string(), root($speech))[1]"/>
      <xsl:variable name="v:role" as="element()?" select="key('f:identified', $v:who/@p:target ! string(), root($speech))/(self::role, self::castItem/role)[1]"/>
      <xsl:variable name="v:announced" as="xs:string?" select="f:announced($speech) ! f:letters-of(.)"/>
      <xsl:variable name="v:name" as="xs:string" select="if (exists($v:record)) then f:record-name($v:record)
          else ($v:role ! f:words-of(.), string-join(tokenize($v:who/@who) ! replace(., '^.*[#:/]', ''), ', '))[1]"/>
      <xsl:if test="empty($v:announced) or exists($v:record)
          and (some $part in tokenize($v:name) satisfies not(contains($v:announced, f:letters-of($part))))">
        <p class="editorial speaker">
          <xsl:value-of select="$v:name"/>
        </p>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The note before an utterance that says whose it is, as the minutes of parliaments have it. -->
  <xsl:function name="f:announced" as="element(note)?">
    <xsl:param name="speech" as="element()"/>
    <xsl:sequence select="$speech/self::u/preceding-sibling::*[1][self::note][@type = 'speaker']"/>
  </xsl:function>

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
