"""anyURI: texts that are a URI reference once what a URI cannot hold is escaped (XSD 1.0, 3.2.17).

That is lenient by intention (spaces, accents and brackets are escaped), and nearly everything passes. What
jing, by way of Java's `java.net.URI` (RFC 2396, RFC 2732), does refuse: a percent sign that is no escape, a
second number sign, square brackets in a path, nothing after a scheme or after two slashes, a colon in the
first segment that follows no scheme, and an address in brackets that is none.
"""

from __future__ import annotations

import re

_ESCAPED = r"%[0-9A-Fa-f]{2}"
_IN_PATH = rf"(?:[^\[\]%?#]|{_ESCAPED})"
_IN_URI = rf"(?:[^%#]|{_ESCAPED})"
_HIERARCHICAL = rf"(?:(?://(?P<authority>[^/?#]*))?(?P<path>{_IN_PATH}*))(?P<query>\?{_IN_URI}*)?"
_REFERENCE = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]*:(?=[^#])(?:(?=/){_HIERARCHICAL.replace('P<', 'P<s_')}|(?!/){_IN_URI}+)"
    rf"|(?![^/?#]*:){_HIERARCHICAL})(?P<fragment>#{_IN_URI}*)?",
    re.DOTALL,
)
_ESCAPES_ONLY = re.compile(rf"(?:[^\[\]%]|{_ESCAPED})*", re.DOTALL)
_BRACKETED = re.compile(
    rf"(?:(?:[A-Za-z0-9\-_.!~*'();:&=+$,]|{_ESCAPED})*@)?\[(?P<address>[^\]%]*)(?:%[A-Za-z0-9\-_.:%]+)?\](?::[0-9]*)?"
)


def is_uri(text: str) -> bool:
    """Whether `text` is a URI reference or can be made one by escaping."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return False
    authority = match["authority"] if match["authority"] is not None else match["s_authority"]
    if authority is None:
        return True
    if not authority:
        prefix = "s_" if match["s_authority"] is not None else ""
        return bool(
            match[f"{prefix}path"] or match[f"{prefix}query"] is not None or match["fragment"] is not None
        )
    if _ESCAPES_ONLY.fullmatch(authority):
        return True
    bracketed = _BRACKETED.fullmatch(authority)
    return bracketed is not None and _is_address(bracketed["address"])


def _is_address(text: str) -> bool:
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415 - addresses in brackets are rare

    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True
