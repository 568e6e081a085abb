<?xml version="1.0" encoding="UTF-8"?>
<!-- What the signs of the edition mean: those that stand on the page, each shown as the text shows it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes">

  <!-- In the order of the legend; the words of each are in common/words.txt, as `sign-` and its name. -->
  <xsl:variable name="v:signs" as="xs:string*" select="'gap', 'supplied', 'unclear', 'surplus', 'deleted', 'added', 'damage', 'variant', 'page', 'inferred'"/>

  <xsl:function name="f:legend" as="element(h:details)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="main" as="element(h:main)"/>
    <xsl:variable name="v:language" as="xs:string" select="f:interface-language($document)"/>
    <xsl:variable name="v:found" as="xs:string*" select="distinct-values($main//@class) ! tokenize(.), 'deleted'[$main//h:del], 'added'[$main//h:ins]"/>
    <xsl:variable name="v:shown" as="xs:string*" select="$v:signs[. = $v:found or (. eq 'surplus' and $v:found = 'secl')
        or (. eq 'variant' and $v:found = 'variant-call') or (. eq 'page' and $v:found = 'page-beginning')]"/>
    <xsl:if test="exists($v:shown)">
      <details class="legend">
        <xsl:sequence select="f:interface-attributes($document)"/>
        <summary>{f:word('signs', $v:language)}</summary>
        <dl>
          <xsl:for-each select="$v:shown">
            <div>
              <dt>
                <xsl:sequence select="f:sign(.)"/>
              </dt>
              <dd>{f:word('sign-' || ., $v:language)}</dd>
            </div>
          </xsl:for-each>
        </dl>
      </details>
    </xsl:if>
  </xsl:function>

  <!-- A sign by itself, or letters that bear it. -->
  <xsl:function name="f:sign" as="node()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$name eq 'supplied'"><span class="editorial">[</span>abc<span class="editorial">]</span></xsl:when>
      <xsl:when test="$name eq 'unclear'">abc<span class="editorial">[?]</span></xsl:when>
      <xsl:when test="$name eq 'surplus'"><span class="editorial">{{</span>abc<span class="editorial">}}</span></xsl:when>
      <xsl:when test="$name eq 'deleted'"><del>abc</del></xsl:when>
      <xsl:when test="$name eq 'added'"><span class="editorial">\</span><ins>abc</ins><span class="editorial">/</span></xsl:when>
      <xsl:when test="$name eq 'damage'"><span class="damage">xyz</span></xsl:when>
      <xsl:otherwise>
        <span class="editorial">{map{'gap': '[…]', 'variant': '*', 'page': '[1]', 'inferred': '°'}($name)}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
