<?xml version="1.0" encoding="UTF-8"?>
<!-- A way to the address of each paragraph and speech, to be copied. Lines have an address and no sign for it:
     each sign is one more stop for those who go through a page by keyboard. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The last child of the HTML of `element`. A speech in paragraphs leaves it to them. -->
  <xsl:function name="f:here" as="element(h:a)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@p:address and not($element[self::sp or self::u][p or ab]) and not(matches($element/@p:id, '\s'))
        and not($element/ancestor::*[self::note or self::item or self::cell or self::figure or self::ref or self::floatingText])">
      <a class="here" href="#{$element/@p:id}" aria-label="{f:word('here', f:interface-language(root($element)))}">
        <xsl:sequence select="f:interface-attributes(root($element))[name() = 'lang']"/>
      </a>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
