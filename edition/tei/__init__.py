"""TEI documents as XML: names, safe parsing, building, serialising. lxml enters the house here."""

from edition.tei.corpus import is_corpus, texts_of_corpus
from edition.tei.document import TeiDocument, parse, plain_xml, read_back
from edition.tei.names import NS, TEI, XML_ID, XML_LANG, local_name, tei

__all__ = [
    "NS",
    "TEI",
    "XML_ID",
    "XML_LANG",
    "TeiDocument",
    "is_corpus",
    "local_name",
    "parse",
    "plain_xml",
    "read_back",
    "tei",
    "texts_of_corpus",
]
