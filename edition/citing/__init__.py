"""How to cite a text of an edition, and the edition: in the styles of citation, and for programs."""

from edition.citing.citing import FILES, Cited, cite_all
from edition.citing.formats import as_bibtex, as_csl_json, as_ris
from edition.citing.markup import citations_of
from edition.citing.reading import work_of
from edition.citing.records import RECORDS, records_of_all
from edition.citing.work import Whole, Work, whole_of

__all__ = [
    "FILES",
    "RECORDS",
    "Cited",
    "Whole",
    "Work",
    "as_bibtex",
    "as_csl_json",
    "as_ris",
    "citations_of",
    "cite_all",
    "records_of_all",
    "whole_of",
    "work_of",
]
