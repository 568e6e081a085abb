<?xml version="1.0" encoding="UTF-8"?>
<!-- Second pass: which of several readings is the reading text. The others stay, as hidden, for the textual notes; of a
     choice the one that the source has is written, and stands in the diplomatic text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:edition:modes"
    xmlns:f="urn:edition:functions" xmlns:p="urn:edition:prepared" xmlns:v="urn:edition:variables"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:accumulator name="m:variants" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//choice | text//app" select="$value + 1"/>
  </xsl:accumulator>

  <!-- An apparatus that stands apart from its text (listApp) shows all its readings. -->
  <xsl:template match="text//choice | text//app[not(ancestor::listApp)]" mode="m:settle" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="f:ties(.)"/>
      <xsl:if test="not(@p:id)">
        <xsl:attribute name="p:id" select="'variant:' || accumulator-before('m:variants')"/>
      </xsl:if>
      <xsl:attribute name="p:n" select="accumulator-before('m:variants')"/>
      <xsl:sequence select="f:readings(., f:shown(.))"/>
    </xsl:copy>
  </xsl:template>

  <!-- The readings of a place or of a group of readings; a group that holds the shown one is shown with it alone. -->
  <xsl:function name="f:readings" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:param name="shown" as="element()?"/>
    <xsl:for-each select="$variant/*">
      <xsl:choose>
        <xsl:when test=". is $shown">
          <xsl:apply-templates select="." mode="m:settle"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <xsl:sequence select="f:ties(.)"/>
            <xsl:choose>
              <xsl:when test="exists(self::rdgGrp intersect $shown/ancestor::*)">
                <xsl:sequence select="f:readings(., $shown)"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:attribute name="p:role" select="'hidden'"/>
                <xsl:if test=". is f:written($variant)">
                  <xsl:attribute name="p:form" select="'written'"/>
                </xsl:if>
                <xsl:apply-templates mode="m:settle"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:copy>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Signs that stand for a typeface the page has itself (_so_, =so=): the reading text shows the typeface. -->
  <xsl:template match="text//hi//text()[f:highlighted(.)[self::hi][f:signed(.)]]
      | text//castItem//text()[f:highlighted(.)[self::castItem][f:signed(.)]]" mode="m:settle" as="text()?">
    <xsl:variable name="v:within" as="text()+" select="f:highlighted(.)//text()"/>
    <xsl:variable name="v:first" as="xs:integer" select="if (. is $v:within[1]) then 2 else 1"/>
    <xsl:variable name="v:last" as="xs:integer" select="string-length(.) - (if (. is $v:within[last()]) then 1 else 0)"/>
    <xsl:value-of select="substring(., $v:first, $v:last - $v:first + 1)"/>
  </xsl:template>

  <!-- What a text stands in that may have a typeface of its own: an item of a cast list may be in one as a whole. -->
  <xsl:function name="f:highlighted" as="element()?">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="$text/ancestor::*[self::hi or self::castItem][1]"/>
  </xsl:function>

  <xsl:function name="f:signed" as="xs:boolean">
    <xsl:param name="highlighted" as="element()"/>
    <xsl:variable name="v:sign" as="xs:string?" select="map{'italic': '_', 'bold': '='}(string($highlighted/@rend))"/>
    <xsl:sequence select="exists($v:sign) and string-length($highlighted) gt 2
        and starts-with($highlighted, $v:sign) and ends-with($highlighted, $v:sign)"/>
  </xsl:function>

  <!-- The reading text corrects, regularises and expands, and follows the lemma; none where the place is told by its two ends
       (Guidelines, 13.2.2): there the lemma repeats what stands in the text. -->
  <xsl:function name="f:shown" as="element()?">
    <xsl:param name="variant" as="element()"/>
    <xsl:variable name="v:readings" as="element()*" select="f:ungrouped($variant)"/>
    <xsl:sequence select="if ($variant[self::app][@from]) then () else ($v:readings[self::corr or self::reg or self::expan or self::ex or self::lem], $v:readings[not(self::note or self::noteGrp or self::wit or self::witDetail)])[1]"/>
  </xsl:function>

  <!-- What stands in the source, of the forms that one choice offers (Guidelines, 3.5 and 12.3.1.2). -->
  <xsl:function name="f:written" as="element()?">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="$variant/self::choice/(sic, orig, abbr, am)[1]"/>
  </xsl:function>

  <xsl:function name="f:ungrouped" as="element()*">
    <xsl:param name="variant" as="element()"/>
    <xsl:sequence select="$variant/* ! (if (self::rdgGrp) then f:ungrouped(.) else .)"/>
  </xsl:function>
</xsl:stylesheet>
