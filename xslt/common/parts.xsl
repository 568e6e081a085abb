<?xml version="1.0" encoding="UTF-8"?>
<!-- What readers call the parts of a description, in the languages of the interface; a word for each element. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <!-- element | the languages in the order of $v:languages -->
  <xsl:variable name="v:parts-table" as="xs:string">
    summary | Summary | Zusammenfassung | Résumé | Resumen | Sommario | Resumo | Samenvatting
    support | Support | Beschreibstoff | Support | Soporte | Supporto | Suporte | Drager
    foliation | Foliation | Foliierung | Foliotation | Foliación | Cartulazione | Foliação | Foliëring
    collation | Collation | Lagenformel | Structure des cahiers | Colación | Fascicolazione | Colação | Katernopbouw
    condition | Condition | Erhaltungszustand | État | Estado de conservación | Stato di conservazione | Estado de conservação | Staat
    layout | Layout | Seitengestaltung | Mise en page | Disposición | Impaginazione | Disposição | Opmaak
    handDesc | Hands | Hände | Mains | Manos | Mani | Mãos | Handen
    scriptDesc | Script | Schrift | Écriture | Escritura | Scrittura | Escrita | Schrift
    decoDesc | Decoration | Buchschmuck | Décoration | Decoración | Decorazione | Decoração | Versiering
    decoNote | Decoration | Buchschmuck | Décoration | Decoración | Decorazione | Decoração | Versiering
    musicNotation | Musical notation | Notation | Notation musicale | Notación musical | Notazione musicale | Notação musical | Muzieknotatie
    bindingDesc | Binding | Einband | Reliure | Encuadernación | Legatura | Encadernação | Band
    binding | Binding | Einband | Reliure | Encuadernación | Legatura | Encadernação | Band
    sealDesc | Seals | Siegel | Sceaux | Sellos | Sigilli | Selos | Zegels
    seal | Seal | Siegel | Sceau | Sello | Sigillo | Selo | Zegel
    typeDesc | Typefaces | Drucktypen | Caractères | Tipos | Caratteri | Tipos | Lettertypen
    typeNote | Typeface | Drucktype | Caractère | Tipo | Carattere | Tipo | Lettertype
    additions | Additions | Nachträge | Ajouts | Adiciones | Aggiunte | Acréscimos | Toevoegingen
    accMat | Accompanying material | Beilagen | Documents joints | Material anejo | Materiale allegato | Material anexo | Bijlagen
    origin | Origin | Entstehung | Origine | Origen | Origine | Origem | Herkomst
    provenance | Provenance | Provenienz | Provenance | Procedencia | Provenienza | Proveniência | Provenance
    acquisition | Acquisition | Erwerbung | Acquisition | Adquisición | Acquisizione | Aquisição | Verwerving
    custodialHist | Custodial history | Bestandsgeschichte | Historique de la conservation | Historia de la custodia | Storia della custodia | História custodial | Beheersgeschiedenis
    custEvent | Custody | Verwahrung | Conservation | Custodia | Custodia | Custódia | Beheer
    surrogates | Reproductions | Reproduktionen | Reproductions | Reproducciones | Riproduzioni | Reproduções | Reproducties
    source | Source | Quelle | Source | Fuente | Fonte | Fonte | Bron
    filiation | Filiation | Filiation | Filiation | Filiación | Filiazione | Filiação | Filiatie
    rubric | Rubric | Rubrik | Rubrique | Rúbrica | Rubrica | Rubrica | Rubriek
    finalRubric | Final rubric | Schlussrubrik | Rubrique finale | Rúbrica final | Rubrica finale | Rubrica final | Slotrubriek
    incipit | Incipit | Incipit | Incipit | Íncipit | Incipit | Incipit | Incipit
    explicit | Explicit | Explicit | Explicit | Éxplicit | Explicit | Explicit | Explicit
    colophon | Colophon | Kolophon | Colophon | Colofón | Colophon | Colofão | Colofon
  </xsl:variable>

  <xsl:variable name="v:part-names" as="map(xs:string, xs:string*)">
    <xsl:map>
      <xsl:for-each select="tokenize($v:parts-table, '\n')[normalize-space()]">
        <xsl:variable name="v:cells" as="xs:string*" select="tokenize(., '\|') ! normalize-space()"/>
        <xsl:map-entry key="$v:cells[1]" select="tail($v:cells)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The name of a part in `language`, one of $v:languages. -->
  <xsl:function name="f:part-name" as="xs:string">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="$v:part-names($element)[index-of($v:languages, $language)]"/>
  </xsl:function>
</xsl:stylesheet>
