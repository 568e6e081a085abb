<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons, places, organisations with a record in the document, and where the text mentions them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:mention" match="text//persName[@p:kind] | text//placeName[@p:kind] | text//orgName[@p:kind]
      | text//name[@p:kind] | text//rs[@p:kind]" use="string(@p:target)"/>

  <xsl:key name="f:speech" match="text//said[@p:kind]" use="string(@p:target)"/>

  <xsl:function name="f:register" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:records" as="element()*" select="$document//(person | personGrp | place | org)[@p:kind = $kind][@p:id]
        [not(ancestor::text)]"/>
    <xsl:variable name="v:content" as="element(h:ul)">
      <ul class="register">
        <xsl:for-each select="$v:records">
          <li id="{@p:id}">
            <p class="record-name">
              <b>
                <xsl:sequence select="f:text-attributes($document)"/>
                <xsl:value-of select="f:record-name(.)"/>
              </b>
              <xsl:sequence select="f:record-facts(., $v:language), f:in-register(., $v:language)"/>
            </p>
            <xsl:sequence select="f:forms(., $v:language), f:mentions(., $v:language), f:speeches(., $v:language)"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:sequence select="f:section($kind || 's', $v:language, $v:content[h:li])"/>
  </xsl:function>

  <!-- The name a record goes by. -->
  <xsl:function name="f:record-name" as="xs:string" cache="yes">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="v:name" as="element()?" select="$record/(persName | placeName | orgName | name | geogName | settlement)[normalize-space()][1]"/>
    <xsl:sequence select="($v:name[not(text())][*] ! string-join(* ! normalize-space(), ' '), $v:name ! normalize-space(),
        $record/(@p:id, @xml:id) ! string(), local-name($record))[. ne ''][1]"/>
  </xsl:function>

  <!-- What is known besides: the kind of list the record is in, dates of life, a note, a link to an authority. -->
  <xsl:function name="f:record-facts" as="item()*">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:role" as="xs:string?" select="($record/@role, $record/parent::*/@type)[f:has-word(.)][1]"/>
    <xsl:variable name="v:life" as="xs:string*" select="$record/(birth, death)
        ! (normalize-space()[. ne ''], (., date) ! f:normalised-date(.) ! f:year-of(., $language))[1]"/>
    <xsl:for-each select="$v:role">
      <xsl:text>, </xsl:text>
      <span class="role">{f:word(., $language)}</span>
    </xsl:for-each>
    <xsl:if test="exists($v:life)">
      <xsl:text> ({string-join($v:life, '–')})</xsl:text>
    </xsl:if>
    <xsl:for-each select="$record/note[normalize-space()][not(@type = 'evidence')][1]">
      <xsl:text>. {normalize-space()}</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="f:web-address(($record/idno ! normalize-space(), $record/(@sameAs, @ref), $record/persName/@ref, $record/placeName/@ref, $record/ref/@target) ! string())">
      <xsl:text> </xsl:text>
      <a class="authority" href="{.}">{replace(., '^https?://(www\.)?|/$', '')}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- The forms of the name in the text, each once, when they are not just the name of the record. -->
  <xsl:function name="f:forms" as="element(h:p)?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:forms" as="xs:string*" select="distinct-values(key('f:mention', $record/@p:id, root($record)) ! f:words-of(.))"/>
    <xsl:if test="exists($v:forms[. ne f:record-name($record)])">
      <p class="forms">
        <xsl:text>{f:word('also', $language)} </xsl:text>
        <xsl:for-each select="$v:forms">
          <span class="form">
            <xsl:sequence select="f:text-attributes(root($record))"/>
            <xsl:value-of select="."/>
          </span>
          <xsl:if test="position() ne last()">, </xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- Ways to what the person is quoted as saying: speeches by their first words, words in running text by number. -->
  <xsl:function name="f:speeches" as="element(h:p)*">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:said" as="element()*"
        select="key('f:speech', $record/@p:id, root($record))[f:has-place(.)][ancestor-or-self::*[@p:id]]"/>
    <xsl:for-each select="$v:said[f:is-block(.)]">
      <p class="speech">
        <xsl:text>{f:word('speech', $language)} </xsl:text>
        <a href="#{ancestor-or-self::*[@p:id][1]/@p:id}">
          <xsl:sequence select="f:text-attributes(root($record))"/>
          <xsl:value-of select="f:beginning(.)"/>
        </a>
      </p>
    </xsl:for-each>
    <xsl:variable name="v:inline" as="element()*" select="$v:said[not(f:is-block(.))]"/>
    <xsl:if test="exists($v:inline)">
      <xsl:variable name="v:name" as="xs:string" select="f:record-name($record)"/>
      <p class="mentions">
        <xsl:text>{f:word('speech', $language)} </xsl:text>
        <xsl:for-each select="$v:inline">
          <a href="#{ancestor-or-self::*[@p:id][1]/@p:id}" aria-label="{position()}: {$v:name}, {f:word('speech', $language)}">{position()}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- The entry in the registers of the edition that one of the pointers means. -->
  <xsl:function name="f:registered" as="xs:string?">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:sequence select="($pointers ! tokenize(.) ! $v:registers(.))[1]"/>
  </xsl:function>

  <xsl:variable name="v:registers" as="map(xs:string, xs:string)" select="map:merge(tokenize($registers, '\n')
      ! map:entry(substring-before(., ' '), substring-after(., ' ')), map{'duplicates': 'use-first'})"/>

  <!-- The way to what the whole edition has on the record. -->
  <xsl:function name="f:in-register" as="item()*">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:for-each select="$record/@xml:id ! f:registered('#' || .)">
      <xsl:text> </xsl:text>
      <a class="in-register" href="{.}" aria-label="{f:word('in-register', $language)}: {f:record-name($record)}">{f:word('in-register', $language)}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- Ways back to every mention. -->
  <xsl:function name="f:mentions" as="element(h:p)?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:mentions" as="element()*" select="key('f:mention', $record/@p:id, root($record))[@p:id][f:has-place(.)]"/>
    <xsl:variable name="v:name" as="xs:string" select="f:record-name($record)"/>
    <xsl:variable name="v:label" as="xs:string" select="': ' || $v:name || ', ' || f:word('mention', $language)"/>
    <xsl:if test="exists($v:mentions)">
      <p class="mentions">
        <xsl:text>{f:word(if (count($v:mentions) = 1) then 'mention' else 'mentions', $language)} </xsl:text>
        <xsl:for-each select="$v:mentions">
          <a href="#{@p:id}" aria-label="{position()}{$v:label}">{position()}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
