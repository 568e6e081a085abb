<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes at the end of the page: footnotes of the text, and the readings that are not in it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:notes" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:notes" as="element(note)*" select="$document/*/text//note[@p:role = 'footnote'][not(ancestor::*[@p:role = 'hidden' and not(@p:form) or f:is-annotation(.)])]"/>
    <xsl:variable name="v:content" as="element()*">
      <xsl:where-populated>
        <ol class="notes">
          <xsl:sequence select="f:text-attributes($document)"/>
          <xsl:for-each select="$v:notes">
            <li id="{@p:id}">
              <!-- A note on the form of the source shows with it. -->
              <xsl:if test="ancestor::*[@p:form]">
                <xsl:attribute name="hidden" select="'hidden'"/>
              </xsl:if>
              <xsl:sequence select="f:language-attributes(.)"/>
              <xsl:choose>
                <xsl:when test="f:is-in-link(.)">
                  <span class="number editorial">{@p:n}</span>
                </xsl:when>
                <xsl:otherwise>
                  <a class="number editorial" href="#call:{@p:id}" role="doc-backlink" aria-label="{f:word('note', $v:language)} {@p:n}: {f:word('back', $v:language)}">{@p:n}</a>
                </xsl:otherwise>
              </xsl:choose>
              <div class="note-text">
                <xsl:apply-templates mode="m:text"/>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </xsl:where-populated>
    </xsl:variable>
    <xsl:sequence select="f:section('notes', $v:language, $v:content[h:li])"/>
  </xsl:function>

  <!-- For each place with several readings: what the text shows, then what else there is. -->
  <xsl:function name="f:textual-notes" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:content" as="element(h:ul)">
      <ul class="textual-notes-list">
        <xsl:sequence select="f:text-attributes($document)"/>
        <xsl:for-each select="$document/*/text//(choice | app)[.//*[@p:role = 'hidden']][not(ancestor::*[@p:role = 'hidden' or f:is-annotation(.)])]
            [f:own-hidden(.)]">
          <li id="readings:{@p:id}">
            <xsl:variable name="v:shown" as="element()?" select="f:own-readings(.)[not(@p:role = 'hidden')][1]"/>
            <a href="#{@p:id}" role="doc-backlink">
              <xsl:variable name="v:words" as="xs:string?" select="($v:shown ! f:words-of(.), self::app[@from] ! f:words-between-ends(.))[. ne ''][1]"/>
              <xsl:if test="empty($v:words)">
                <xsl:attribute name="aria-label" select="f:word('back', $v:language)"/>
              </xsl:if>
              <xsl:value-of select="($v:words, '—')[1]"/>
            </a>
            <xsl:text>] </xsl:text>
            <xsl:for-each select="f:own-hidden(.)">
              <span class="reading">
                <xsl:value-of select="if (normalize-space()) then normalize-space(string-join(f:spaced-words(.))) else '—'"/>
              </span>
              <xsl:text> </xsl:text>
              <span class="siglum">
                <xsl:sequence select="f:interface-attributes($document)[empty(current()/@wit)]"/>
                <xsl:value-of select="(@wit ! replace(., '#', ''), f:word('in-source', $v:language)[current()/parent::choice], '')[1]"/>
              </span>
              <xsl:if test="position() ne last()">; </xsl:if>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:sequence select="f:section('textual-notes', $v:language, $v:content[h:li])"/>
  </xsl:function>

  <!-- The readings of one place, those in groups too; not what stands inside a reading. -->
  <xsl:function name="f:own-readings" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="$variant/* ! (if (self::rdgGrp) then f:own-readings(.) else .)"/>
  </xsl:function>

  <!-- What the text has in a place that is told by its two ends (Guidelines, 13.2.2): the lemma, else the words between
       them, as far as they have one parent; the second end may be the entry itself. -->
  <xsl:function name="f:words-between-ends" as="xs:string">
    <xsl:param name="place" as="element(app)"/>
    <xsl:variable name="v:from" as="element()?" select="key('f:identified', substring-after($place/@from, '#'), root($place))[1]"/>
    <xsl:variable name="v:to" as="element()" select="($place/@to ! key('f:identified', substring-after(., '#'), root($place)), $place)[1]"/>
    <xsl:sequence select="normalize-space(string-join(if ($place/lem[normalize-space()]) then $place/lem[1]
        else $v:from/../descendant::text()[. >> $v:from][. &lt;&lt; $v:to][not(ancestor::note)]))"/>
  </xsl:function>

  <!-- The words of a reading, a blank before what is said of its witness. -->
  <xsl:function name="f:spaced-words" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="for $text in $reading//text() return (' '[$text/parent::witDetail[node()[1] is $text]], string($text))"/>
  </xsl:function>

  <xsl:function name="f:own-hidden" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="f:own-readings($variant)[not(self::lem and $variant/@from)][ancestor-or-self::*[. >> $variant]/@p:role = 'hidden']"/>
  </xsl:function>

  <!-- lang and dir for words of the text inside the interface, where the two differ. -->
  <xsl:function name="f:text-attributes" as="attribute()*" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:if test="exists(f:interface-attributes($document))">
      <xsl:attribute name="lang" select="f:language($document)"/>
      <xsl:for-each select="f:direction(f:language($document))">
        <xsl:attribute name="dir" select="."/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
