<?xml version="1.0" encoding="UTF-8"?>
<!-- Which kinds of nodes the contexts of rules can match: no others are visited. In doubt a kind is visited. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    exclude-result-prefixes="#all">

  <!-- A pattern that can match nodes of any kind: a variable, a key or id, a bare predicate, node(). -->
  <xsl:variable name="v:any" as="xs:string" select="'\$|(^|[^\w.\-])(key|id|element-with-id|root|node)\s*\(|(^|[|(])\s*\.'"/>

  <!-- The expression that selects all nodes that one of `contexts` (match patterns) may match. -->
  <xsl:function name="f:visited" as="xs:string">
    <xsl:param name="contexts" as="xs:string*"/>
    <xsl:variable name="v:steps" as="xs:string*" select="$contexts ! f:steps(.)"/>
    <xsl:variable name="v:open" as="xs:boolean" select="some $step in $v:steps satisfies matches($step, $v:any)"/>
    <xsl:sequence select="string-join((
        '/', '//*', f:attributes($v:steps, $v:open),
        '//text()'[$v:open or f:named($v:steps, 'text\s*\(')],
        '//comment()'[$v:open or f:named($v:steps, 'comment\s*\(')],
        '//processing-instruction()'[$v:open or f:named($v:steps, 'processing-instruction\s*\(')]), ', ')"/>
  </xsl:function>

  <!-- Attributes by name where every context that ends in an attribute names it, else all; nothing where none does. -->
  <xsl:function name="f:attributes" as="xs:string*">
    <xsl:param name="steps" as="xs:string*"/>
    <xsl:param name="open" as="xs:boolean"/>
    <xsl:variable name="v:alternatives" as="xs:string*" select="$steps ! tokenize(., '\|')[matches(., '@|(^|[^\w.\-])attribute\s*(::|\()')]"/>
    <xsl:variable name="v:names" as="xs:string*" select="$v:alternatives
        ! replace(., '^.*@\s*([\i-[:]][\c]*)[\s)]*$', '$1', 's')[matches(., '^[\i-[:]]\c*$')]"/>
    <xsl:sequence select="if ($open or count($v:names) lt count($v:alternatives)) then '//@*'
        else distinct-values($v:names) ! ('//@' || .)"/>
  </xsl:function>

  <xsl:function name="f:named" as="xs:boolean">
    <xsl:param name="steps" as="xs:string*"/>
    <xsl:param name="test" as="xs:string"/>
    <xsl:sequence select="some $step in $steps satisfies matches($step, $test)"/>
  </xsl:function>

  <!-- A pattern without its literals, comments and predicates. -->
  <xsl:function name="f:steps" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="f:without-predicates(replace($pattern, '&quot;[^&quot;]*&quot;|''[^'']*''|\(:.*?:\)', ' ', 's'))"/>
  </xsl:function>

  <xsl:function name="f:without-predicates" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="v:less" as="xs:string" select="replace($pattern, '\[[^\[\]]*\]', ' ')"/>
    <xsl:sequence select="if ($v:less = $pattern) then $pattern else f:without-predicates($v:less)"/>
  </xsl:function>
</xsl:stylesheet>
