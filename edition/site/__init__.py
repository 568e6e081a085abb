"""What an edition of several texts has beside their pages."""

from edition.site.frame import HOME, address
from edition.site.making import Site, SiteFiles, reserved
from edition.site.ordering import in_order, newest, oldest
from edition.site.search_page import SEARCH, Searchable
from edition.site.sitemap import is_sitemap
from edition.site.text import SiteText, describe, names_on_record

__all__ = [
    "HOME",
    "SEARCH",
    "Searchable",
    "Site",
    "SiteFiles",
    "SiteText",
    "address",
    "describe",
    "in_order",
    "is_sitemap",
    "names_on_record",
    "newest",
    "oldest",
    "reserved",
]
