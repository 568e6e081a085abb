<?xml version="1.0" encoding="UTF-8"?>
<!-- Footnotes as pop-ups: reading systems show the aside that a noteref leads to (EPUB SSV 1.1, notes; DPUB-ARIA 1.1). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:e="urn:edition:ebook" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="f:notes" as="element(h:section)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:notes" as="element(note)*"
        select="$document/*/text//note[@p:role = 'footnote'][not(ancestor::*[@p:role = 'hidden' or f:is-annotation(.)])]"/>
    <xsl:where-populated>
      <section class="notes">
        <xsl:for-each select="$v:notes">
          <aside id="{@p:id}" epub:type="footnote" role="doc-footnote">
            <xsl:sequence select="f:language-attributes(.)"/>
            <xsl:choose>
              <xsl:when test="f:is-in-link(.)">
                <span class="number editorial">
                  <xsl:value-of select="@p:n"/>
                </span>
              </xsl:when>
              <xsl:otherwise>
                <a class="number editorial" href="#call:{@p:id}" role="doc-backlink"
                    aria-label="{f:word('note', $v:language)} {@p:n}: {f:word('back', $v:language)}">
                  <xsl:value-of select="@p:n"/>
                </a>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <div class="note-text">
              <xsl:apply-templates mode="m:text"/>
            </div>
          </aside>
        </xsl:for-each>
      </section>
    </xsl:where-populated>
  </xsl:function>

  <xsl:template match="note[@p:role = 'footnote'][not(@p:called)]" mode="m:text" as="element(h:sup)">
    <sup class="editorial note-call" data-note="{@p:id}">
      <xsl:sequence select="f:call(., @p:id, string(@p:n), string(@p:n))"/>
    </sup>
  </xsl:template>

  <xsl:template match="ref[@p:role = 'call']" mode="m:text" as="element(h:sup)">
    <xsl:variable name="v:words" as="item()*">
      <xsl:apply-templates mode="m:text"/>
    </xsl:variable>
    <sup class="note-call" data-note="{@p:target}">
      <xsl:sequence select="f:call(., @p:target, normalize-space(), $v:words)"/>
    </sup>
  </xsl:template>

  <!-- The words that call a note, as a link where they do not stand in one. -->
  <xsl:function name="f:call" as="item()*">
    <xsl:param name="caller" as="element()"/>
    <xsl:param name="note" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:choose>
      <xsl:when test="$caller/ancestor::*[f:is-link(.)]">
        <xsl:sequence select="$words"/>
      </xsl:when>
      <xsl:otherwise>
        <a id="call:{$note}" href="#{$note}" epub:type="noteref" role="doc-noteref"
            aria-label="{f:word('note', f:interface-language(root($caller)))} {$number}">
          <xsl:sequence select="$words"/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
