"""TEI documents as XML: names, safe parsing, building, serialising. lxml enters the house here."""

from edition.tei.corpus import Records, is_corpus, texts_of_corpus
from edition.tei.document import TeiDocument, parse, plain_xml, read_back
from edition.tei.joining import included, includes, joined
from edition.tei.names import NS, TEI, XML_ID, XML_LANG, local_name, tei

__all__ = [
    "NS",
    "TEI",
    "XML_ID",
    "XML_LANG",
    "Records",
    "TeiDocument",
    "included",
    "includes",
    "is_corpus",
    "joined",
    "local_name",
    "parse",
    "plain_xml",
    "read_back",
    "tei",
    "texts_of_corpus",
]
