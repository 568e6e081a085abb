<?xml version="1.0" encoding="UTF-8"?>
<!-- How to refer to the page: composed from the header, nothing else. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:cite" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:file" as="element(fileDesc)?" select="$document/*/teiHeader/fileDesc"/>
    <xsl:variable name="v:parts" as="element(h:span)+">
      <xsl:for-each select="string-join(f:authors($document), ', ')[. ne '']">
        <span>{.}</span>
      </xsl:for-each>
      <span>{f:word('open-quote', $v:language)}{replace(f:page-title($document), '[\s,;:]+$', '')}{f:word('close-quote', $v:language)}</span>
      <xsl:for-each select="string-join(f:names-of($v:file/titleStmt/editor), ', ')[. ne '']">
        <span>{f:word('edited-by', $v:language)} {.}</span>
      </xsl:for-each>
      <xsl:for-each select="$v:file/sourceDesc/biblStruct[1]">
        <xsl:sequence select="f:bibliography(.)[not(h:cite[@class = 'part'])][not(. = f:authors($document))]"/>
      </xsl:for-each>
      <xsl:if test="$edition-title ne ''">
        <span>
          <cite class="whole">{$edition-title}</cite>
        </span>
      </xsl:if>
      <xsl:for-each select="$v:file/publicationStmt/(publisher, distributor, authority)[normalize-space()][1], $v:file/publicationStmt/date[normalize-space()][1]">
        <span>{normalize-space()}</span>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="v:address" as="xs:string?"
        select="(f:web-address($v:file/publicationStmt/(idno, ptr/@target, ref/@target) ! normalize-space()), $page-address[. ne ''])[1]"/>
    <xsl:variable name="v:house" as="element(h:p)">
      <p class="bibliography">
        <xsl:sequence select="f:joined($v:parts)"/>
        <xsl:text> {f:word('encoded-in', $v:language)}.</xsl:text>
        <xsl:for-each select="$v:address">
          <xsl:text> </xsl:text>
          <a href="{.}">{.}</a>
        </xsl:for-each>
      </p>
    </xsl:variable>
    <xsl:variable name="v:content" as="element()+">
      <xsl:sequence select="if ($citations ne '') then f:citations($v:language) else $v:house"/>
      <xsl:if test="exists($document/*/text//(p | ab | sp | u)/@p:address)">
        <p class="addresses">{f:word('addresses', $v:language)}</p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:section('cite', $v:language, $v:content)"/>
  </xsl:function>

  <!-- The references that were set in styles, and the records for programs. -->
  <xsl:function name="f:citations" as="element()+">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:given" as="element(h:div)" select="parse-xml($citations)/*"/>
    <dl class="citations" data-copy="{f:word('copy', $language)}" data-copied="{f:word('copied', $language)}" data-save="{f:word('save', $language)}" data-passage="{f:word('passage', $language)}">
      <xsl:if test="$language ne 'en'">
        <xsl:attribute name="lang" select="'en'"/>
      </xsl:if>
      <xsl:for-each select="$v:given/h:p">
        <div>
          <dt>{@title}</dt>
          <dd data-name="{@title}">
            <xsl:sequence select="node()"/>
          </dd>
        </div>
      </xsl:for-each>
    </dl>
    <details class="records">
      <summary>{string-join($v:given/h:pre/@title, ', ')}</summary>
      <xsl:for-each select="$v:given/h:pre">
        <h3>{@title}</h3>
        <pre data-name="{@title}" data-file="{@id}">{replace(., '\s+$', '')}</pre>
      </xsl:for-each>
    </details>
  </xsl:function>

  <!-- The authors the header names: of the document, else of the piece it was made from. -->
  <xsl:function name="f:authors" as="xs:string*" cache="yes">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:file" as="element(fileDesc)?" select="$document/*/teiHeader/fileDesc"/>
    <xsl:variable name="v:own" as="xs:string*" select="f:names-of($v:file/titleStmt/author)"/>
    <xsl:variable name="v:names" as="xs:string*" select="if (exists($v:own)) then $v:own
        else f:names-of(($v:file/sourceDesc/biblStruct[1]/(analytic, monogr)/author))"/>
    <xsl:sequence select="if ($bylines eq '') then $v:names else $v:names ! replace(., '^(' || $bylines || ') (\p{Lu})', '$2')"/>
  </xsl:function>

  <xsl:function name="f:names-of" as="xs:string*">
    <xsl:param name="people" as="element()*"/>
    <xsl:sequence select="$people[normalize-space()] ! string-join(.//text()[normalize-space()] ! normalize-space(), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
