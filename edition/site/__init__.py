"""What an edition of several texts has beside their pages."""

from edition.site.frame import HOME, address
from edition.site.making import Site, SiteFiles, make_site, reserved
from edition.site.ordering import in_order
from edition.site.sitemap import is_sitemap
from edition.site.text import SiteText, describe

__all__ = [
    "HOME",
    "Site",
    "SiteFiles",
    "SiteText",
    "address",
    "describe",
    "in_order",
    "is_sitemap",
    "make_site",
    "reserved",
]
