"""Records for programs that keep references: BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from edition.bibliography import Entry, Name
from edition.bibliography.formats import csl_name
from edition.citing.dates import Date, date_parts
from edition.citing.work import Work

_CSL = {
    "letter": "personal_communication", "speech": "speech", "interview": "interview", "edition": "book",
}  # fmt: skip


_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


def as_csl_json(works: Sequence[Work]) -> str:
    """Records in the schema of the Citation Style Language (csl-data.json)."""
    records = (
        ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in _csl(work).items()) for work in works
    )
    return "[" + ",\n".join(f"{{\n{record}\n}}" for record in records) + "]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _csl(work: Work) -> dict[str, Any]:
    whole, source = work.whole, work.source
    record: dict[str, Any] = {"id": work.key, "type": _csl_type(work)}
    for role, names in (("author", work.authors), ("editor", whole.editors)):
        if names:
            record[role] = [csl_name(name) for name in names]
    issued, original = _issued(work)
    fields = {
        "title": work.title,
        "container-title": work.periodical or (whole.title if work.genre != "edition" else ""),
        "source": whole.title if work.periodical else "",
        "publisher": whole.publisher,
        "publisher-place": whole.place,
        "issued": _csl_date(issued),
        "original-date": _csl_date(original),
        "volume": source.volume if source and work.periodical else "",
        "issue": source.issue if source and work.periodical else "",
        "page": source.pages if source and work.periodical else "",
        "language": work.language,
        "URL": work.address,
    }
    return record | {name: value for name, value in fields.items() if value}


def _csl_type(work: Work) -> str:
    if work.genre in _CSL:
        return _CSL[work.genre]
    if work.periodical and work.source:
        return "article-newspaper" if work.source.kind == "newspaper" else "article-journal"
    if work.whole.title:
        return "chapter"
    return "book" if work.genre in ("drama", "verse", "prose") else "document"


def _issued(work: Work) -> tuple[Date, Date]:
    """When it was published, and when written, where the text is older than the edition it stands in."""
    year = work.whole.year
    published = Date(year, year) if year else Date()
    if work.genre == "edition":
        return published, Date()
    if work.periodical or work.genre in _CSL or not year:
        return work.date or published, Date()
    return published, work.date


def _csl_date(date: Date) -> dict[str, Any]:
    if not date:
        return {}
    first, last = date_parts(date.first), date_parts(date.last)
    if not date.single and not (first and last):
        return {"literal": date.words or date.value}
    parts = [first] if date.single else [first, last]
    return {
        "date-parts": parts,
        **({"circa": True} if date.circa or not (date.single or date.lasting) else {}),
    }


def as_bibtex(works: Sequence[Work]) -> str:
    """All works as one database: Unicode as it is, TeX's own signs escaped, but not in addresses."""
    return "\n".join(
        f"@{_bibtex_type(work)}{{{work.key},\n"
        + "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work))
        + "}\n"
        for work in works
    )


def _tex(words: str) -> str:
    """Words for TeX: its signs escaped; braces, which BibTeX counts, and backslashes in other shape."""
    return " ".join(words.split()).translate(_TEX)


_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%#_$"}
    | {"{": "(", "}": ")", "\\": "/", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


def _bibtex_names(names: Sequence[Name]) -> str:
    """Names with their commas; in braces where there is no given name to tell."""
    return " and ".join(_tex(name.sorted) if name.given else f"{{{_tex(name.sorted)}}}" for name in names)


def _bibtex_type(work: Work) -> str:
    if work.genre == "edition":
        return "book"
    if work.periodical:
        return "article"
    if work.whole.title:
        return "incollection"
    return "book" if work.genre == "drama" and work.whole.publisher else "misc"


def _fields(work: Work) -> list[tuple[str, str]]:
    source: Entry = work.source if work.source is not None and work.periodical else Entry("", "other")
    issued, original = _issued(work)
    within = work.whole.title if work.genre != "edition" else ""
    fields = [
        ("author", _bibtex_names(work.authors)),
        ("editor", _bibtex_names(work.whole.editors)),
        ("title", f"{{{_tex(work.title)}}}"),  # in braces of its own no style changes its capitals
        ("journal", _tex(work.periodical)),
        ("booktitle", "" if work.periodical else _tex(within)),
        ("volume", _tex(source.volume)),
        ("number", _tex(source.issue)),
        ("pages", _tex(source.pages.replace("-", "--"))),
        ("publisher", _tex(work.whole.publisher)),
        ("address", _tex(work.whole.place)),
        ("year", _year(issued)),
        ("date", _iso(issued)),
        ("origdate", _iso(original)),
        ("note", f"In: {_tex(within)}" if work.periodical and within else ""),
        ("url", quote(work.address, safe=_ADDRESS)),
    ]
    return [(name, value) for name, value in fields if value]


def _year(date: Date) -> str:
    parts = date_parts(date.value)
    return "" if not parts else str(parts[0]) if parts[0] > 0 else f"{-parts[0]} BCE"


def _iso(date: Date) -> str:
    """A date in biblatex's form (ISO 8601-2): bounds with a stroke, about right with a tilde."""
    if not date:
        return ""
    said = date.first if date.single else f"{date.first}/{date.last}"
    return f"{said}~" if date.circa and date.single else said


def as_ris(works: Sequence[Work]) -> str:
    """Records in the RIS format: a tag a line, ended by ER."""
    lines: list[str] = []
    for work in works:
        source: Entry = work.source if work.source is not None and work.periodical else Entry("", "other")
        first, _, last = source.pages.partition("-")
        issued, original = _issued(work)
        rows = [
            ("TY", _ris_type(work)),
            ("ID", work.key),
            *(("AU", _sorted(name)) for name in work.authors),
            *(("A2", _sorted(name)) for name in work.whole.editors),
            ("TI", work.title),
            ("T2", work.periodical or (work.whole.title if work.genre != "edition" else "")),
            ("DB", work.whole.title if work.periodical else ""),
            ("CY", work.whole.place),
            ("PB", work.whole.publisher),
            ("PY", _year(issued)),
            ("DA", _ris_date(issued)),
            ("OP", _year(original)),
            ("VL", source.volume),
            ("IS", source.issue),
            ("SP", first),
            ("EP", last),
            ("LA", work.language),
            ("UR", work.address),
        ]
        lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
        lines += ["ER  - ", ""]
    return "\n".join(lines)


def _sorted(name: Name) -> str:
    return name.sorted


def _ris_date(date: Date) -> str:
    parts = date.value.split("-") if date and not date.value.startswith("-") else []
    return "/".join([*parts, "", ""][:3]) + "/" if len(parts) > 1 else ""


def _ris_type(work: Work) -> str:
    if work.periodical and work.source:
        return "NEWS" if work.source.kind == "newspaper" else "JOUR"
    if work.genre in ("letter", "interview"):
        return "PCOMM"
    if work.genre == "edition":
        return "EDBOOK"
    return "CHAP" if work.whole.title else "GEN"
