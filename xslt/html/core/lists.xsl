<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, and what stands in them beside their items. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Lists. What stands before the first item and after the last one stands around the list. -->
  <xsl:template match="list" mode="m:text" as="item()+">
    <xsl:variable name="v:items" as="element()*" select="item, label, headLabel, headItem"/>
    <xsl:variable name="v:first" as="element()?" select="$v:items => sort((), function($e) { f:place($e) }) => head()"/>
    <xsl:variable name="v:last" as="element()?" select="(*[. intersect $v:items])[last()]"/>
    <xsl:variable name="v:before" as="node()*" select="node()[empty($v:first) or . &lt;&lt; $v:first]"/>
    <xsl:variable name="v:after" as="node()*" select="node()[exists($v:last) and . >> $v:last]"/>
    <xsl:apply-templates select="$v:before" mode="m:text"/>
    <xsl:choose>
      <xsl:when test="label and f:is-list-of-pairs(.)">
        <xsl:sequence select="f:pairs(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="v:ordered" as="xs:boolean"
            select="(@type, @rend) = ('ordered', 'numbered', 'decimal') or matches(@rend, 'number|decimal|roman|alpha')"/>
        <xsl:element name="{if ($v:ordered) then 'ol' else 'ul'}">
          <xsl:sequence select="f:attributes(., ('list', 'plain'[current()[label] or current()/(@type, @rend) = ('simple', 'plain', 'none', 'inline')]))"/>
          <xsl:for-each select="node() except ($v:before, $v:after)">
            <xsl:choose>
              <xsl:when test="self::item">
                <li>
                  <xsl:sequence select="f:attributes(., ())"/>
                  <xsl:apply-templates mode="m:text"/>
                </li>
              </xsl:when>
              <xsl:otherwise>
                <xsl:sequence select="f:aside-item(.)"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="$v:after" mode="m:text"/>
  </xsl:template>

  <xsl:template match="list[f:runs-on(.)]" mode="m:text" as="element(h:span)" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'list-in-line')"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:value-of select="' '[current()/self::item/following-sibling::node()[1][self::item]]"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- What stands among items and is none, if it shows anything. -->
  <xsl:function name="f:aside-item" as="element(h:li)?">
    <xsl:param name="content" as="node()"/>
    <xsl:variable name="v:shown" as="item()*">
      <xsl:apply-templates select="$content" mode="m:text"/>
    </xsl:variable>
    <xsl:if test="exists($v:shown[normalize-space() or self::element()])">
      <li class="aside">
        <xsl:sequence select="$v:shown"/>
      </li>
    </xsl:if>
  </xsl:function>

  <!-- Pairs of label and item throughout: a list of definitions. -->
  <xsl:function name="f:is-list-of-pairs" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="v:parts" as="element()*" select="$list/(label | item | headLabel | headItem)"/>
    <xsl:sequence select="exists($v:parts) and empty($list/text()[normalize-space()])
        and (every $part in $v:parts satisfies if ($part/(self::label, self::headLabel))
          then exists($part/following-sibling::*[1]/(self::item, self::headItem))
          else exists($part/preceding-sibling::*[1]/(self::label, self::headLabel)))
        and empty($list/*[. >> $v:parts[1]][. &lt;&lt; $v:parts[last()]] except $v:parts)"/>
  </xsl:function>

  <xsl:function name="f:pairs" as="element(h:dl)">
    <xsl:param name="list" as="element(list)"/>
    <dl>
      <xsl:sequence select="f:attributes($list, 'list')"/>
      <xsl:for-each select="$list/(label, headLabel)">
        <xsl:sort select="f:place(.)"/>
        <div>
          <dt>
            <xsl:sequence select="f:attributes(., ())"/>
            <xsl:apply-templates mode="m:text"/>
          </dt>
          <xsl:for-each select="following-sibling::*[1]">
            <dd>
              <xsl:sequence select="f:attributes(., ())"/>
              <xsl:apply-templates mode="m:text"/>
            </dd>
          </xsl:for-each>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:function>
</xsl:stylesheet>
