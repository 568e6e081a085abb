<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose note it is (Guidelines 3.9.1 and att.global.responsibility): scholarly editions count the notes of the author
     and those of the editor each for themselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What encoders write in @type, @subtype and @resp for the one and the other. -->
  <xsl:variable name="v:authorial" as="xs:string+" select="
      'authorial', 'author', 'auth', 'aut', 'autor', 'auteur', 'autore', 'original', 'auctorial'"/>
  <xsl:variable name="v:by-editors" as="xs:string+" select="
      'editorial', 'editor', 'editors', 'edit', 'ed', 'eds', 'edt', 'editeur', 'éditeur', 'éditoriale', 'herausgeber', 'hrsg', 'hg',
      'editorisch', 'curatore', 'commentary', 'comment', 'commentaire', 'kommentar', 'critical', 'textual', 'translator', 'trl'"/>

  <!-- `editor` or `author`; a note that does not say is the author's, as it stands in the author's text. -->
  <xsl:function name="f:note-series" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="said" as="xs:string*"
      select="tokenize(lower-case(string-join(($note/@type, $note/@subtype, $note/@resp), ' '))) ! replace(., '^#', '')"/>
    <xsl:variable name="responsible" as="element()*" select="
      tokenize($note/@resp)[starts-with(., '#')] ! key('f:responsible', substring(., 2), root($note))"/>
    <xsl:sequence select="
      if ($said = $v:authorial) then 'author'
      else if ($said = $v:by-editors or exists($responsible/ancestor-or-self::*[self::editor or self::respStmt])) then 'editor'
      else 'author'"/>
  </xsl:function>
  <xsl:key name="f:responsible" match="teiHeader//*[@xml:id]" use="string(@xml:id)"/>
</xsl:stylesheet>
