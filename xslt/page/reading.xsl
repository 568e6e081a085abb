<?xml version="1.0" encoding="UTF-8"?>
<!-- How a reader wants the page: reading text or diplomatic, names and dates marked or not, light or dark, size of type.
     Each choice is a radio button; reading.css does what it says, reading.js remembers it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The choices that there are on a page with this main part; what a text has nothing of is not offered. -->
  <xsl:function name="f:reading-choices" as="element()+">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="main" as="element(h:main)"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:written" as="xs:boolean" select="exists($main//*[@hidden][self::h:br or self::h:span or self::h:div])"/>
    <xsl:variable name="v:marked" as="element()*" select="$document/*/text//(persName | placeName | orgName | rs | name | date | time)"/>
    <details class="reading-choices">
      <xsl:sequence select="f:interface-attributes($document)"/>
      <summary>{f:word('reading-choices', $v:language)}</summary>
      <div class="choices">
        <xsl:sequence select="f:choice('text', ('reading-text', 'diplomatic'), $v:language)[$v:written]"/>
        <xsl:sequence select="f:choice('marks', ('marks-links', 'marks-all', 'marks-none'), $v:language)[exists($v:marked)]"/>
        <xsl:sequence select="f:choice('light', ('light-system', 'light-light', 'light-dark'), $v:language)"/>
        <xsl:sequence select="f:choice('size', ('size-normal', 'size-small', 'size-large', 'size-larger'), $v:language)"/>
        <xsl:if test="exists($v:marked)">
          <p class="key-of-marks" hidden="hidden">
            <xsl:variable name="v:kinds" as="xs:string*" select="distinct-values($v:marked[not(self::date or self::time)] ! f:name-kind(.))"/>
            <xsl:for-each select="('person', 'place', 'org')[. = $v:kinds]">
              <span class="name {.}">{f:word(. || 's', $v:language)}</span>
              <xsl:text> </xsl:text>
            </xsl:for-each>
            <xsl:if test="$v:marked[self::date or self::time]">
              <span class="date">{f:word('dates', $v:language)}</span>
            </xsl:if>
          </p>
        </xsl:if>
      </div>
    </details>
    <xsl:if test="$script ne ''">
      <script>
        <xsl:value-of select="$script"/>
      </script>
    </xsl:if>
  </xsl:function>

  <!-- One question with its answers; the first is the usual one, of sizes the second in order. -->
  <xsl:function name="f:choice" as="element(h:fieldset)">
    <xsl:param name="question" as="xs:string"/>
    <xsl:param name="answers" as="xs:string+"/>
    <xsl:param name="language" as="xs:string"/>
    <fieldset>
      <legend>{f:word(if ($question eq 'text') then 'text' else 'choose-' || $question, $language)}</legend>
      <xsl:for-each select="if ($question eq 'size') then ($answers[2], $answers[1], $answers[position() gt 2]) else $answers">
        <label>
          <input type="radio" name="reading-{$question}" id="reading:{.}" value="{.}">
            <xsl:if test=". eq $answers[1]">
              <xsl:attribute name="checked" select="'checked'"/>
            </xsl:if>
          </input>
          <span>{f:word(., $language)}</span>
        </label>
      </xsl:for-each>
    </fieldset>
  </xsl:function>
</xsl:stylesheet>
