<?xml version="1.0" encoding="UTF-8"?>
<!-- Nothing stands where HTML does not allow it: TEI lets paragraphs and lists stand inside of phrases and heads. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The tree as it is where it is sound, else with phrases and headings that hold blocks made blocks, links in
       links and links to nothing made words, headings in terms and table heads made lines (HTML Living Standard, 3.2.5 Content models). -->
  <xsl:function name="f:nested" as="element()">
    <xsl:param name="tree" as="document-node(element())"/>
    <xsl:choose>
      <xsl:when test="f:is-sound($tree) and (every $address in $tree//h:a/@href[starts-with(., '#')] satisfies exists(key('h:id', substring($address, 2), $tree)))">
        <xsl:sequence select="$tree/*"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$tree/*" mode="m:nest"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The places that links of the page can lead to. -->
  <xsl:key name="h:id" match="h:*[@id]" use="string(@id)"/>

  <xsl:function name="f:is-sound" as="xs:boolean">
    <xsl:param name="tree" as="document-node(element())"/>
    <xsl:sequence select="empty($tree//(h:p | h:div | h:ul | h:ol | h:dl | h:table | h:figure | h:blockquote | h:section | h:article | h:nav | h:hgroup
        | h:pre | h:hr | h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6)
          [not(parent::h:div or parent::h:li or parent::h:section or parent::h:article or parent::h:blockquote or parent::h:td or parent::h:dd
            or parent::h:main or parent::h:figure or parent::h:figcaption or parent::h:nav or parent::h:th or parent::h:dt
            or parent::h:dl or parent::h:hgroup or parent::h:caption)])
        and empty($tree//h:hgroup/(h:div | h:hgroup))
        and empty($tree//(h:th | h:dt | h:caption)//(h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6 | h:hgroup | h:section | h:article | h:nav | h:table))
        and empty($tree//h:a//(h:a | h:div[@tabindex]))"/>
  </xsl:function>

  <xsl:mode name="m:nest" on-no-match="shallow-copy"/>

  <xsl:template match="h:p | h:span | h:i | h:b | h:em | h:cite | h:q | h:sup | h:sub | h:code | h:time | h:pre | h:ruby | h:rt | h:s | h:u"
      mode="m:nest" as="element()">
    <xsl:choose>
      <xsl:when test="f:has-flow(.)">
        <div>
          <xsl:copy-of select="@* except (@class, @datetime, @cite)"/>
          <xsl:attribute name="class" select="@class, $v:class-of(local-name())"/>
          <xsl:apply-templates mode="m:nest"/>
        </div>
      </xsl:when>
      <xsl:when test="self::h:rt[f:has-flow(parent::*)]">
        <span>
          <xsl:apply-templates select="@*, node()" mode="m:nest"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:apply-templates select="@*, node()" mode="m:nest"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a block is called that was made of a phrase. -->
  <xsl:variable name="v:class-of" as="map(xs:string, xs:string?)" select="map{'p': 'paragraph', 'span': (), 'i': 'italic', 'em': 'italic', 'b': 'bold',
      'cite': 'cite', 'q': 'q', 'sup': (), 'sub': (), 'code': 'code', 'time': (), 'pre': 'pre', 'ruby': (), 'rt': (), 's': 'strike', 'u': 'underline'}"/>

  <xsl:template match="h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6" mode="m:nest" as="element()">
    <xsl:variable name="v:in-label" as="xs:boolean" select="exists(ancestor::h:th | ancestor::h:dt | ancestor::h:caption)"/>
    <xsl:element name="{if ($v:in-label or f:has-flow(.)) then 'div' else local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:if test="f:has-flow(.) and not($v:in-label)">
        <xsl:attribute name="role" select="'heading'"/>
        <xsl:attribute name="aria-level" select="substring(local-name(), 2)"/>
      </xsl:if>
      <xsl:apply-templates mode="m:nest"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="h:hgroup[*[f:has-flow(.) or not(self::h:p or self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5 or self::h:h6)]]
      | (h:hgroup | h:section | h:article | h:nav)[ancestor::h:th or ancestor::h:dt or ancestor::h:caption]" mode="m:nest" as="element(h:div)">
    <div>
      <xsl:copy-of select="@* except @class"/>
      <xsl:attribute name="class" select="@class, 'hgroup'[current()/self::h:hgroup]"/>
      <xsl:apply-templates mode="m:nest"/>
    </div>
  </xsl:template>

  <!-- A link within a link, and one to what has no place on the page. -->
  <xsl:template match="h:a" mode="m:nest" as="element()">
    <xsl:choose>
      <xsl:when test="ancestor::h:a or starts-with(@href, '#') and empty(key('h:id', substring(@href, 2), root(.)))">
        <xsl:element name="{if (f:has-flow(.)) then 'div' else 'span'}">
          <xsl:copy-of select="@id, @class, @lang, @dir"/>
          <xsl:apply-templates mode="m:nest"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:apply-templates select="@*, node()" mode="m:nest"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@tabindex[ancestor::h:a] | h:div[@tabindex]/@role[ancestor::h:a] | h:div[@tabindex]/@aria-label[ancestor::h:a]" mode="m:nest"/>

  <!-- Something in `element` is a block in HTML. -->
  <xsl:function name="f:has-flow" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//(h:p | h:div | h:ul | h:ol | h:dl | h:table | h:figure | h:blockquote | h:section | h:article | h:nav | h:hgroup
        | h:pre | h:hr | h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6))"/>
  </xsl:function>
</xsl:stylesheet>
