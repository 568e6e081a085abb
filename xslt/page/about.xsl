<?xml version="1.0" encoding="UTF-8"?>
<!-- Who encoded the text, by which rules, under which licence; what the encoding adds to its source. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:about" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:header" as="element(teiHeader)?" select="$document/*/teiHeader"/>
    <xsl:variable name="v:facts" as="element(h:div)*">
      <xsl:sequence select="f:fact('responsibility', $v:language, f:responsibility($v:header))"/>
      <xsl:sequence select="f:fact('publication', $v:language, f:paragraphs($v:header/fileDesc/publicationStmt/(p, publisher, distributor, authority, pubPlace, date)))"/>
      <xsl:sequence select="f:fact('licence', $v:language, f:paragraphs($v:header/fileDesc/publicationStmt/availability/(licence, p)))"/>
      <xsl:sequence select="f:fact('practice', $v:language, f:paragraphs($v:header/encodingDesc/(p, projectDesc/p, samplingDecl/p, editorialDecl/p, editorialDecl/*/p)))"/>
      <xsl:sequence select="f:fact('program', $v:language, f:programs($v:header))"/>
      <xsl:sequence select="f:fact('inferred', $v:language, f:inferences($document, $v:language))"/>
    </xsl:variable>
    <xsl:variable name="v:content" as="element()*">
      <xsl:if test="$v:facts">
        <dl class="facts">
          <xsl:sequence select="$v:facts"/>
        </dl>
      </xsl:if>
      <xsl:if test="$tei-file ne ''">
        <p class="tei-file">
          <a href="{encode-for-uri($tei-file)}" type="application/tei+xml">{f:word('tei-file', $v:language)}</a>
        </p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:section('about', $v:language, $v:content)"/>
  </xsl:function>

  <xsl:function name="f:fact" as="element(h:div)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:if test="exists($content)">
      <div>
        <dt>{f:word($key, $language)}</dt>
        <dd>
          <xsl:sequence select="$content"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:responsibility" as="element(h:p)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each select="$header/fileDesc/titleStmt/respStmt, $header/fileDesc/editionStmt/respStmt">
      <p>
        <xsl:sequence select="f:own-language(.)"/>
        <xsl:value-of select="string-join((resp[normalize-space()] ! normalize-space() => string-join('; '),
            (name, persName, orgName)[normalize-space()] ! normalize-space() => string-join(', '))[. ne ''], ': ')"/>
      </p>
    </xsl:for-each>
    <xsl:for-each select="string-join(f:names-of($header/fileDesc/titleStmt/(editor, principal, funder, sponsor)), ', ')[. ne '']">
      <p>{.}</p>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:paragraphs" as="element(h:p)*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each select="$parts[matches(., '[\p{L}\p{N}]') or @target]">
      <p>
        <xsl:sequence select="f:own-language(.)"/>
        <xsl:if test="not(self::licence and normalize-space() eq normalize-space(@target))">
          <xsl:apply-templates mode="m:header"/>
        </xsl:if>
        <xsl:for-each select="self::licence ! f:web-address(@target ! string())">
          <xsl:text> </xsl:text>
          <a href="{.}">{.}</a>
        </xsl:for-each>
      </p>
    </xsl:for-each>
  </xsl:function>

  <!-- The language of an element of the header, where it is not that of the words around it on the page. -->
  <xsl:function name="f:own-language" as="attribute(lang)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/ancestor-or-self::*[@xml:lang][1]/@xml:lang[f:is-language-tag(.)]
        [not(. = f:interface-language(root($element)))]">
      <xsl:attribute name="lang" select="."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:programs" as="element(h:p)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each select="$header/encodingDesc/appInfo/application">
      <p>{string-join(((label[normalize-space()], @ident)[1] ! normalize-space(), @version), ' ')}</p>
    </xsl:for-each>
  </xsl:function>

  <!-- Everything in the text that the encoding says on its own responsibility: what, on whose, how certain. -->
  <xsl:function name="f:inferences" as="element()?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="v:inferred" as="element()*" select="$document/*/text//*[@resp or @cert][f:is-in-doubt(.)][@p:id][not(ancestor-or-self::*/@p:role = 'hidden')]"/>
    <xsl:if test="exists($v:inferred)">
      <ul class="inferences">
        <xsl:for-each select="$v:inferred">
          <li id="of:{@p:id}">
            <a href="#{@p:id}" role="doc-backlink">{f:what-it-is(.)}: {f:beginning(.)}</a>
            <xsl:variable name="v:certainty" as="xs:string?" select="@cert ! (f:word('certainty', $language) || ': '
                || (if (f:has-word(.)) then f:word(., $language) else .))"/>
            <xsl:value-of select="string-join((f:responsible(.), $v:certainty), ', ')[. ne ''] ! (' (' || . || ')')"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- The names of those whom @resp points to, when the header has them. -->
  <xsl:function name="f:responsible" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@resp ! tokenize(.)[starts-with(., '#')]
        ! key('f:identified', substring(., 2), root($element))
        ! ((name, persName, orgName)[normalize-space()], .[not(self::respStmt)])[1] ! f:names-of(.)"/>
  </xsl:function>

  <!-- The first words of an element, enough to know it by. -->
  <xsl:function name="f:beginning" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="v:words" as="xs:string*" select="tokenize(f:words-of($element))"/>
    <xsl:sequence select="string-join(subsequence($v:words, 1, 6), ' ') || '…'[count($v:words) gt 6]"/>
  </xsl:function>
</xsl:stylesheet>
