<?xml version="1.0" encoding="UTF-8"?>
<!-- A way to the address of each paragraph and speech, to be copied. Lines have an address and no sign for it:
     each sign is one more stop for those who go through a page by keyboard. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="p[@p:address] | ab[@p:address] | (sp | u)[@p:address][not(p or ab)]" mode="m:text" priority="9"
      as="item()*">
    <xsl:variable name="v:made" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="ancestor::note or ancestor::item or ancestor::cell or ancestor::figure or ancestor::ref or ancestor::floatingText">
        <xsl:sequence select="$v:made"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="v:label" as="xs:string" select="f:word('here', f:interface-language(root(.)))"/>
        <xsl:variable name="v:language" as="attribute()*" select="f:interface-attributes(root(.))[name() = 'lang']"/>
        <xsl:for-each select="$v:made">
          <xsl:choose>
            <xsl:when test=". instance of element() and (self::h:p or self::h:div) and @id">
              <xsl:copy>
                <xsl:sequence select="@*, node()"/>
                <a class="here" href="#{@id}" aria-label="{$v:label}">
                  <xsl:sequence select="$v:language"/>
                </a>
              </xsl:copy>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="."/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
