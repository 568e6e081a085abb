<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which one a document is in, and the words of the interface in the ones we know. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:edition:functions" xmlns:v="urn:edition:variables"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- One line a word: key, then the word in each language of $v:languages, parted by bars. -->
  <xsl:variable name="v:languages" as="xs:string*" select="'en', 'de', 'fr', 'es', 'it', 'pt', 'nl'"/>
  <xsl:variable name="v:words-table" as="xs:string" expand-text="no">
    on-this-page | On this page | Auf dieser Seite | Sur cette page | En esta página | In questa pagina | Nesta página | Op deze pagina
    contents | Contents | Inhalt | Sommaire | Índice | Indice | Índice | Inhoud
    skip | Skip to the text | Zum Text springen | Aller au texte | Ir al texto | Vai al testo | Ir para o texto | Naar de tekst
    front-page | Contents of the edition | Inhalt der Edition | Sommaire de l’édition | Contenido de la edición | Indice dell’edizione | Sumário da edição | Inhoud van de editie
    neighbours | Previous and next text | Voriger und nächster Text | Texte précédent et suivant | Texto anterior y siguiente | Testo precedente e successivo | Texto anterior e seguinte | Vorige en volgende tekst
    previous | Previous | Voriger | Précédent | Anterior | Precedente | Anterior | Vorige
    next | Next | Nächster | Suivant | Siguiente | Successivo | Seguinte | Volgende
    here | Link to this passage | Link zu dieser Stelle | Lien vers ce passage | Enlace a este pasaje | Link a questo passo | Ligação para esta passagem | Link naar deze passage
    addresses | Each paragraph has a lasting address: the sign ¶ in its margin leads to it. | Jeder Absatz hat eine bleibende Adresse: das Zeichen ¶ am Rand führt zu ihr. | Chaque paragraphe a une adresse stable : le signe ¶ en marge y mène. | Cada párrafo tiene una dirección estable: el signo ¶ del margen lleva a ella. | Ogni paragrafo ha un indirizzo stabile: il segno ¶ a margine vi conduce. | Cada parágrafo tem um endereço estável: o sinal ¶ na margem leva a ele. | Elke alinea heeft een blijvend adres: het teken ¶ in de marge leidt ernaartoe.
    text | Text | Text | Texte | Texto | Testo | Texto | Tekst
    notes | Notes | Anmerkungen | Notes | Notas | Note | Notas | Noten
    note | Note | Anmerkung | Note | Nota | Nota | Nota | Noot
    back | Back to the text | Zurück zum Text | Retour au texte | Volver al texto | Torna al testo | Voltar ao texto | Terug naar de tekst
    textual-notes | Textual notes | Textkritische Anmerkungen | Notes critiques | Notas textuales | Note testuali | Notas textuais | Tekstkritische noten
    annotations | Annotations | Annotationen | Annotations | Anotaciones | Annotazioni | Anotações | Annotaties
    in-source | so in the source | so in der Quelle | ainsi dans la source | así en la fuente | così nella fonte | assim na fonte | zo in de bron
    persons | Persons | Personen | Personnes | Personas | Persone | Pessoas | Personen
    places | Places | Orte | Lieux | Lugares | Luoghi | Lugares | Plaatsen
    orgs | Organisations | Körperschaften | Organisations | Organizaciones | Organizzazioni | Organizações | Organisaties
    mention | Mention | Erwähnung | Mention | Mención | Menzione | Menção | Vermelding
    mentions | Mentions | Erwähnungen | Mentions | Menciones | Menzioni | Menções | Vermeldingen
    in-register | Register | Register | Index | Índice | Indice | Índice | Register
    also | In the text as | Im Text als | Dans le texte | En el texto | Nel testo | No texto | In de tekst als
    speaker | speaker | spricht | locuteur | habla | parlante | fala | spreker
    mentioned | mentioned | erwähnt | mention | mención | menzione | menção | genoemd
    sender | sender | Absender | expéditeur | remitente | mittente | remetente | afzender
    addressee | addressee | Empfänger | destinataire | destinatario | destinatario | destinatário | geadresseerde
    sent | Sent | Gesendet | Envoi | Enviada | Inviata | Enviada | Verzonden
    received | Received | Empfangen | Réception | Recibida | Ricevuta | Recebida | Ontvangen
    source | Source | Quelle | Source | Fuente | Fonte | Fonte | Bron
    cited | Sources cited | Zitierte Quellen | Sources citées | Fuentes citadas | Fonti citate | Fontes citadas | Geciteerde bronnen
    cite | Cite this | Zitierempfehlung | Citer ce texte | Cómo citar | Come citare | Como citar | Citeren
    about | About this encoding | Über diese Edition | À propos de cette édition | Sobre esta codificación | Informazioni sulla codifica | Sobre esta codificação | Over deze codering
    responsibility | Responsibility | Verantwortlich | Responsabilité | Responsabilidad | Responsabilità | Responsabilidade | Verantwoordelijkheid
    publication | Publication | Veröffentlichung | Publication | Publicación | Pubblicazione | Publicação | Publicatie
    licence | Licence | Lizenz | Licence | Licencia | Licenza | Licença | Licentie
    practice | Editorial practice | Editorische Praxis | Principes d’édition | Criterios de edición | Criteri editoriali | Critérios de edição | Editieprincipes
    program | Encoded with | Kodiert mit | Encodé avec | Codificado con | Codificato con | Codificado com | Gecodeerd met
    tei-file | TEI encoding of this text | TEI-Kodierung dieses Textes | Encodage TEI de ce texte | Codificación TEI de este texto | Codifica TEI di questo testo | Codificação TEI deste texto | TEI-codering van deze tekst
    inferred | Inferred, not stated in the source | Erschlossen, nicht in der Quelle genannt | Inféré, non indiqué dans la source | Inferido, no consta en la fuente | Dedotto, non indicato nella fonte | Inferido, não consta da fonte | Afgeleid, niet in de bron vermeld
    inferred-mark | Inferred | Erschlossen | Inféré | Inferido | Dedotto | Inferido | Afgeleid
    certainty | certainty | Gewissheit | certitude | certeza | certezza | certeza | zekerheid
    high | high | hoch | élevée | alta | alta | alta | hoog
    medium | medium | mittel | moyenne | media | media | média | gemiddeld
    low | low | gering | faible | baja | bassa | baixa | laag
    unknown | unknown | unbekannt | inconnue | desconocida | sconosciuta | desconhecida | onbekend
    quotation | Quotation | Zitat | Citation | Cita | Citazione | Citação | Citaat
    speech | Speech | Rede | Discours | Discurso | Discorso | Fala | Rede
    date | Date | Datum | Date | Fecha | Data | Data | Datum
    bce | BCE | v. Chr. | av. J.-C. | a. C. | a.C. | a.C. | v.Chr.
    name | Name | Name | Nom | Nombre | Nome | Nome | Naam
    passage | Passage | Stelle | Passage | Pasaje | Passo | Passagem | Passage
    page | Page | Seite | Page | Página | Pagina | Página | Pagina
    gap | Gap in the text | Lücke im Text | Lacune | Laguna en el texto | Lacuna nel testo | Lacuna no texto | Lacune in de tekst
    illegible | illegible | unleserlich | illisible | ilegible | illeggibile | ilegível | onleesbaar
    figure | Figure | Abbildung | Figure | Figura | Figura | Figura | Afbeelding
    link | link | Verweis | lien | enlace | collegamento | ligação | verwijzing
    table | Table | Tabelle | Tableau | Tabla | Tabella | Tabela | Tabel
    untitled | Untitled | Ohne Titel | Sans titre | Sin título | Senza titolo | Sem título | Zonder titel
    encoded-in | Digital edition | Digitale Edition | Édition numérique | Edición digital | Edizione digitale | Edição digital | Digitale editie
    edited-by | edited by | herausgegeben von | édité par | edición de | a cura di | editado por | uitgegeven door
    reading-choices | Reading | Ansicht | Affichage | Lectura | Lettura | Leitura | Weergave
    reading-text | Reading text | Lesetext | Texte de lecture | Texto de lectura | Testo di lettura | Texto de leitura | Leestekst
    diplomatic | Diplomatic | Diplomatisch | Diplomatique | Diplomático | Diplomatico | Diplomático | Diplomatisch
    choose-marks | Names and dates | Namen und Daten | Noms et dates | Nombres y fechas | Nomi e date | Nomes e datas | Namen en data
    marks-links | As links | Als Links | En liens | Como enlaces | Come link | Como ligações | Als links
    marks-all | All marked | Alle markiert | Tous marqués | Todos marcados | Tutti evidenziati | Todos marcados | Alle gemarkeerd
    marks-none | Unmarked | Unmarkiert | Non marqués | Sin marcar | Non evidenziati | Sem marcas | Ongemarkeerd
    dates | Dates | Daten | Dates | Fechas | Date | Datas | Data
    choose-light | Light | Licht | Lumière | Luz | Luce | Luz | Licht
    light-system | As the device | Wie das Gerät | Comme l’appareil | Como el dispositivo | Come il dispositivo | Como o dispositivo | Als het apparaat
    light-light | Light | Hell | Clair | Claro | Chiaro | Claro | Licht
    light-dark | Dark | Dunkel | Sombre | Oscuro | Scuro | Escuro | Donker
    choose-size | Type | Schrift | Caractères | Letra | Caratteri | Letra | Letters
    size-small | Small | Klein | Petits | Pequeña | Piccoli | Pequena | Klein
    size-normal | Normal | Normal | Normaux | Normal | Normali | Normal | Normaal
    size-large | Large | Groß | Grands | Grande | Grandi | Grande | Groot
    size-larger | Very large | Sehr groß | Très grands | Muy grande | Molto grandi | Muito grande | Zeer groot
    parts | Parts of this text | Teile dieses Textes | Parties de ce texte | Partes de este texto | Parti di questo testo | Partes deste texto | Delen van deze tekst
    parts-beside | Previous and next part | Voriger und nächster Teil | Partie précédente et suivante | Parte anterior y siguiente | Parte precedente e successiva | Parte anterior e seguinte | Vorig en volgend deel
    in-parts | Read in parts | In Teilen lesen | Lire en parties | Leer por partes | Leggi in parti | Ler em partes | In delen lezen
    whole | All on one page | Alles auf einer Seite | Tout sur une page | Todo en una página | Tutto in una pagina | Tudo numa página | Alles op één pagina
    continued | continued | Fortsetzung | suite | continuación | continua | continuação | vervolg
    facsimiles | Facsimiles | Faksimiles | Fac-similés | Facsímiles | Facsimili | Fac-símiles | Facsimile’s
    facsimile | Facsimile | Faksimile | Fac-similé | Facsímil | Facsimile | Fac-símile | Facsimile
    facsimile-of | Facsimile of page | Faksimile der Seite | Fac-similé de la page | Facsímil de la página | Facsimile della pagina | Fac-símile da página | Facsimile van pagina
    signs | Signs | Zeichen | Signes | Signos | Segni | Sinais | Tekens
    sign-gap | left out, lost or illegible | ausgelassen, verloren oder unleserlich | omis, perdu ou illisible | omitido, perdido o ilegible | omesso, perduto o illeggibile | omitido, perdido ou ilegível | weggelaten, verloren of onleesbaar
    sign-supplied | supplied by the editor | von der Edition ergänzt | suppléé par l’éditeur | suplido por el editor | integrato dall’editore | suprido pelo editor | aangevuld door de editeur
    sign-unclear | hard to read | schwer lesbar | lecture incertaine | de lectura dudosa | di lettura incerta | de leitura incerta | moeilijk leesbaar
    sign-surplus | superfluous in the source | in der Quelle überzählig | superflu dans la source | superfluo en la fuente | superfluo nella fonte | supérfluo na fonte | overtollig in de bron
    sign-deleted | deleted in the source | in der Quelle gestrichen | biffé dans la source | tachado en la fuente | cancellato nella fonte | riscado na fonte | doorgehaald in de bron
    sign-added | added in the source | in der Quelle hinzugefügt | ajouté dans la source | añadido en la fuente | aggiunto nella fonte | acrescentado na fonte | toegevoegd in de bron
    sign-damage | damaged in the source | in der Quelle beschädigt | endommagé dans la source | dañado en la fuente | danneggiato nella fonte | danificado na fonte | beschadigd in de bron
    sign-variant | leads to another reading | führt zu einer anderen Lesart | mène à une autre leçon | lleva a otra lectura | conduce a un’altra lezione | leva a outra lição | leidt naar een andere lezing
    sign-page | here a page of the source begins | hier beginnt eine Seite der Quelle | début d’une page de la source | aquí comienza una página de la fuente | qui comincia una pagina della fonte | aqui começa uma página da fonte | hier begint een bladzijde van de bron
    sign-inferred | inferred, not stated in the source | erschlossen, nicht in der Quelle genannt | inféré, non indiqué dans la source | inferido, no consta en la fuente | dedotto, non indicato nella fonte | inferido, não consta da fonte | afgeleid, niet in de bron vermeld
    marginal | In the margin | Am Rand | En marge | Al margen | A margine | Na margem | In de marge
    open-quote | “ | „ | « | « | « | “ | ‘
    close-quote | ” | “ | » | » | » | ” | ’
  </xsl:variable>

  <xsl:variable name="v:words" as="map(xs:string, xs:string*)">
    <xsl:map xmlns:map="http://www.w3.org/2005/xpath-functions/map">
      <xsl:for-each select="tokenize($v:words-table, '\n')[normalize-space()]">
        <xsl:variable name="v:cells" as="xs:string*" select="tokenize(., '\|') ! normalize-space()"/>
        <xsl:map-entry key="$v:cells[1]" select="tail($v:cells)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- A word of the interface in `language`, one of $v:languages. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="$v:words($key)[index-of($v:languages, $language)]"/>
  </xsl:function>

  <!-- True for a key of the table: what an encoder wrote in @type may have a word here. -->
  <xsl:function name="f:has-word" as="xs:boolean">
    <xsl:param name="key" as="xs:string?"/>
    <xsl:sequence select="map:contains($v:words, string($key))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- Language of the text as a tag of BCP 47; `und` where the document does not say. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(($document/*/text/@xml:lang, $document/*/@xml:lang,
        $document/*/teiHeader/profileDesc/langUsage/language[1]/@ident)[f:is-language-tag(.)] ! string(), 'und')[1]"/>
  </xsl:function>

  <!-- The languages that are registered have tags of two or three letters (RFC 5646, 2.2.1). -->
  <xsl:function name="f:is-language-tag" as="xs:boolean">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="matches($tag, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$')"/>
  </xsl:function>

  <!-- Language of the interface: the document's if we have words for it, else English. -->
  <xsl:function name="f:interface-language" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="v:primary" as="xs:string" select="lower-case(substring-before(f:language($document) || '-', '-'))"/>
    <xsl:sequence select="($v:languages[. = $v:primary], 'en')[1]"/>
  </xsl:function>

  <!-- Direction of writing of a language: rtl, or nothing for the usual one. -->
  <xsl:function name="f:direction" as="xs:string?">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="'rtl'[matches($language, '^(ar|arc|ckb|dv|fa|he|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr|Syrc|Thaa)(-|$)', 'i')]"/>
  </xsl:function>
</xsl:stylesheet>
