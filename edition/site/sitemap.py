"""The list of pages that search engines ask for (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
SITEMAP = "sitemap"
"""The stem of the file."""


def sitemap(addresses: Iterable[str]) -> bytes:
    """The list of these addresses; without days of change, since what we write knows no clock."""
    listed = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMESPACE}">\n{listed}</urlset>\n'.encode()
    )


def is_sitemap(data: bytes) -> bool:
    """Whether these are the bytes of a list of pages, and no text of the edition."""
    return f'<urlset xmlns="{_NAMESPACE}">'.encode() in data[:200]
