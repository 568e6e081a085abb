<?xml version="1.0" encoding="UTF-8"?>
<!-- Graphs, networks and trees: what stands at each node, and what leads where. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:p="urn:edition:prepared" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="listForest | forest | graph | tree | triangle" mode="m:text" as="element()">
    <xsl:call-template name="m:block"/>
  </xsl:template>

  <xsl:template match="eTree | eLeaf" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., ('branch', local-name()))"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- A node says what its label says, and to which other nodes it leads. -->
  <xsl:template match="node | arc | root | iNode | leaf" mode="m:text" as="element(h:div)">
    <div>
      <xsl:sequence select="f:attributes(., ('net-node', local-name()))"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:variable name="v:from" as="xs:string*" select="@from ! f:labels-of(., root(current()))"/>
      <xsl:variable name="v:to" as="xs:string*" select="(@to, @adjTo, @adj, @children) ! f:labels-of(., root(current()))"/>
      <xsl:if test="exists(($v:from, $v:to))">
        <xsl:text> </xsl:text>
        <xsl:sequence select="f:editorial(string-join((string-join($v:from, ', '), string-join($v:to, ', ')), ' → ') ! normalize-space())"/>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:key name="f:net" match="node | root | iNode | leaf | eTree | eLeaf | triangle" use="string(@xml:id)"/>

  <!-- The labels of the nodes that pointers name; the pointer itself where a node has none. -->
  <xsl:function name="f:labels-of" as="xs:string*">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="for $pointer in tokenize($pointers) return
        (key('f:net', substring-after($pointer, '#'), $document)[1]/label[1]/normalize-space()[. ne ''], $pointer)[1]"/>
  </xsl:function>
</xsl:stylesheet>
