<?xml version="1.0" encoding="UTF-8"?>
<!-- The sheet that checks a document by the rules of a schema.

     One pass over the document serves all patterns. A rule is a template of the one mode `check`, which makes way for
     the next when it is done (next-match), so each pattern fires for itself; but of the rules of one pattern the first
     that matches is the only one to fire (ISO/IEC 19757-3, 6.5). What fails while a rule is evaluated is told of that
     rule, and the others go on; what fails in a context matches nothing, and Saxon warns of it.

     The sheet returns <edition-rules:findings>, in it for each assertion that does not hold, and each report that
     does, a <finding> with
       at       number of the assertion; name, role, see: what is said of it there
       cause    number of the first assertion that asks the same of the same elements, if that can be said
       element  number of the element meant, in document order from 1 (0: the document itself)
       attribute, text, after   an attribute of it by name; a text of it, after the element of that number (or 0)
     and its words in <message> and <diagnostic>; or, for what could not be evaluated, <failed at="" name=""
     element="" code=""> with the reason. Each stands on a line of its own, because that is how an error of Saxon's in
     the sheet is led back to the rule. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:out="urn:edition:compiled"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes"
    xmlns:v="urn:edition:variables" xmlns:edition-rules="urn:edition:rules" exclude-result-prefixes="#all">

  <xsl:import href="message.xsl"/>
  <xsl:import href="visits.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:mode name="m:compile" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:declare" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:check" on-no-match="deep-skip" on-multiple-match="fail"/>

  <!-- Assertions that ask the same of the same elements, in two languages for example. Where a rule or pattern has
       variables, the same words may mean something else. -->
  <xsl:key name="m:cause" match="sch:pattern[not(sch:let)]/sch:rule[not(sch:let)]/(sch:assert | sch:report)"
      use="local-name(), string(../@context), string(@test), string(@role)" composite="yes"/>

  <xsl:key name="m:diagnostic" match="sch:diagnostic" use="string(@id)"/>

  <xsl:template match="/" mode="m:compile" as="element(xsl:stylesheet)">
    <xsl:apply-templates select="sch:schema" mode="m:compile"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="m:compile" as="element(xsl:stylesheet)">
    <xsl:param name="phase" as="xs:string" tunnel="yes"/>
    <xsl:variable name="v:active" as="xs:string*" select="sch:phase[@id = $phase]/sch:active/string(@pattern)"/>
    <xsl:variable name="v:patterns" as="element(sch:pattern)*" select="sch:pattern[$phase = '#ALL' or @id = $v:active][sch:rule]"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all" xml:base="urn:edition:rules">
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each>
      <out:output method="xml" omit-xml-declaration="yes" indent="no"/>
      <out:mode on-no-match="fail" use-accumulators="Q{{urn:edition:rules}}element"/>
      <out:mode name="Q{{urn:edition:rules}}check" on-no-match="deep-skip"/>
      <out:accumulator name="Q{{urn:edition:rules}}element" as="Q{{http://www.w3.org/2001/XMLSchema}}integer"
          initial-value="0">
        <out:accumulator-rule match="*" select="$value + 1"/>
      </out:accumulator>
      <xsl:sequence select="f:place-function()"/>
      <xsl:apply-templates select="xsl:*, sch:pattern/xsl:*, sch:let, sch:phase[@id = $phase]/sch:let, $v:patterns/sch:let" mode="m:declare"/>
      <out:template match="/">
        <edition-rules:findings>
          <out:apply-templates mode="Q{{urn:edition:rules}}check"
              select="{f:visited($v:patterns/sch:rule/string(@context))}"/>
        </edition-rules:findings>
      </out:template>
      <out:template match="/" mode="Q{{urn:edition:rules}}check" priority="0"/>
      <xsl:for-each select="$v:patterns/sch:rule">
        <xsl:sequence select="f:rule(., 1 + last() - position())"/>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <!-- The template of a rule. Rules of one pattern follow one another; the first to fire says so to the others, by the
       number of their pattern. -->
  <xsl:function name="f:rule" as="node()+">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:param name="priority" as="xs:integer"/>
    <xsl:variable name="v:pattern" as="xs:integer" select="1 + count($rule/../preceding-sibling::sch:pattern)"/>
    <xsl:text>&#10;</xsl:text>
    <out:template match="{$rule/@context}" mode="Q{{urn:edition:rules}}check" priority="{$priority}"
        edition-rules:name="{f:name($rule)}">
      <xsl:copy-of select="$rule/@edition-rules:at"/>
      <xsl:choose>
        <xsl:when test="$rule/../sch:rule[2]">
          <out:param name="Q{{urn:edition:rules}}fired" select="0" tunnel="yes"/>
          <out:if test="$Q{{urn:edition:rules}}fired ne {$v:pattern}">
            <xsl:sequence select="f:checks($rule)"/>
          </out:if>
          <out:next-match>
            <out:with-param name="Q{{urn:edition:rules}}fired" select="{$v:pattern}" tunnel="yes"/>
          </out:next-match>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:checks($rule)"/>
          <out:next-match/>
        </xsl:otherwise>
      </xsl:choose>
    </out:template>
  </xsl:function>

  <!-- The assertions of a rule; with variables, whose evaluation may fail too. -->
  <xsl:function name="f:checks" as="node()*">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:choose>
      <xsl:when test="$rule/sch:let">
        <out:try>
          <xsl:apply-templates select="$rule/sch:let, $rule/(sch:assert | sch:report)" mode="m:check"/>
          <xsl:sequence select="f:catch($rule)"/>
        </out:try>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$rule/(sch:assert | sch:report)" mode="m:check"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="sch:assert" mode="m:check" as="node()+">
    <out:try>
      <out:choose>
        <xsl:text>&#10;</xsl:text>
        <out:when test="{@test}">
          <xsl:copy-of select="@edition-rules:at"/>
        </out:when>
        <out:otherwise>
          <xsl:sequence select="f:finding(.)"/>
        </out:otherwise>
      </out:choose>
      <xsl:sequence select="f:catch(.)"/>
    </out:try>
  </xsl:template>

  <xsl:template match="sch:report" mode="m:check" as="node()+">
    <out:try>
      <xsl:text>&#10;</xsl:text>
      <out:if test="{@test}">
        <xsl:copy-of select="@edition-rules:at"/>
        <xsl:sequence select="f:finding(.)"/>
      </out:if>
      <xsl:sequence select="f:catch(.)"/>
    </out:try>
  </xsl:template>

  <!-- Variables: of a rule in its template, of all else at the top of the sheet. -->
  <xsl:template match="sch:let" mode="m:check m:declare" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <out:variable name="{@name}">
      <xsl:copy-of select="@as, @edition-rules:at"/>
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:attribute name="select" select="@value"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="node()" copy-namespaces="no"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <!-- Keys and functions, of which each line may be at fault. -->
  <xsl:template match="xsl:*" mode="m:declare" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:function name="f:finding" as="node()+">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="v:role" as="attribute(role)?"
        select="(($assertion, $assertion/ancestor::sch:rule, $assertion/ancestor::sch:pattern) ! @role)[1]"/>
    <xsl:variable name="v:subject" as="attribute(subject)?"
        select="(($assertion, $assertion/ancestor::sch:rule, $assertion/ancestor::sch:pattern) ! @subject)[1]"/>
    <xsl:variable name="v:see" as="attribute(see)?"
        select="(($assertion, $assertion/ancestor::sch:rule, $assertion/ancestor::sch:pattern) ! @see)[1]"/>
    <edition-rules:finding at="{$assertion/@edition-rules:at}" name="{f:literal(f:name($assertion))}">
      <xsl:for-each select="$assertion[empty(ancestor::sch:pattern//sch:let)]">
        <xsl:attribute name="cause" select="key('m:cause', (local-name(), string(../@context), string(@test),
            string(@role)))[1]/@edition-rules:at"/>
      </xsl:for-each>
      <xsl:for-each select="$v:role, $v:see">
        <xsl:attribute name="{name()}" select="f:literal(.)"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
      <out:sequence select="Q{{urn:edition:rules}}place({if ($v:subject) then '((' || $v:subject || '), .)' else '.'})">
        <xsl:copy-of select="$assertion/@edition-rules:at"/>
      </out:sequence>
      <edition-rules:message>
        <xsl:apply-templates select="$assertion/node()" mode="m:message"/>
      </edition-rules:message>
      <xsl:for-each select="tokenize($assertion/@diagnostics)">
        <edition-rules:diagnostic>
          <xsl:apply-templates select="key('m:diagnostic', ., root($assertion))[1]/node()" mode="m:message"/>
        </edition-rules:diagnostic>
      </xsl:for-each>
    </edition-rules:finding>
  </xsl:function>

  <xsl:function name="f:catch" as="element(xsl:catch)">
    <xsl:param name="of" as="element()"/>
    <out:catch errors="*">
      <edition-rules:failed at="{$of/@edition-rules:at}" name="{f:literal(f:name($of))}">
        <out:sequence select="Q{{urn:edition:rules}}place(.)"/>
        <out:attribute name="code" select="local-name-from-QName($Q{{http://www.w3.org/2005/xqt-errors}}code)"/>
        <out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/>
      </edition-rules:failed>
    </out:catch>
  </xsl:function>

  <!-- What an assertion, or a rule, is called: by the nearest id, else by the context. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="string(($of/@id, $of/ancestor-or-self::sch:rule/@id, $of/ancestor::sch:pattern/@id,
        $of/ancestor-or-self::sch:rule/(@edition-rules:written, @context)[1])[1])"/>
  </xsl:function>

  <!-- A string as it is written in an attribute of the made sheet, whose braces would hold expressions. -->
  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:sequence select="replace($string, '([{}])', '$1$1')"/>
  </xsl:function>

  <!-- Where the first node of a sequence stands. Elements are counted by an accumulator, in one pass over the document
       that is made when the first finding asks for it. -->
  <xsl:function name="f:place-function" as="element(xsl:function)">
    <out:function name="Q{{urn:edition:rules}}place" as="attribute()+">
      <out:param name="meant" as="item()*"/>
      <out:variable name="node" select="$meant[. instance of node()][1]"/>
      <out:variable name="element" select="$node/ancestor-or-self::*[1]"/>
      <out:attribute name="element" select="if ($element) then $element/accumulator-before('Q{{urn:edition:rules}}element') else 0"/>
      <out:choose>
        <out:when test="$node instance of attribute()">
          <out:attribute name="attribute"
              select="('{{' || namespace-uri($node) || '}}')[namespace-uri($node) != ''] || local-name($node)"/>
        </out:when>
        <out:when test="$node instance of text()">
          <out:attribute name="text" select="'yes'"/>
          <out:attribute name="after"
              select="$node/(preceding-sibling::*[1]/accumulator-before('Q{{urn:edition:rules}}element'), 0)[1]"/>
        </out:when>
      </out:choose>
    </out:function>
  </xsl:function>
</xsl:stylesheet>
