"""What stands in brackets as a citation: "(see WV No. 134, 19 November)", "[Marx to Engels, 11 May 1858]".

Inside the brackets there is nothing but pieces of a reference, parted by commas: author, title, parts of the
work, date. One piece that is none, and the bracket is no citation.
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.scopes import BARE, find_parts, scope_part
from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import LOWER, QUOTE_PAIRS, UPPER, Part
from edition.converter.forms.masthead import find_scopes, names_periodical
from edition.converter.forms.names import is_organisation, parse_name
from edition.converter.languages import Language

_BRACKETED = re.compile(r"[(\[](?=[^()\[\]]{4,200}[)\]])")
_SIGN = re.compile(r"\d|[iI][bd]|cit\.|[eE]b[de]|a\. ?a\. ?O|aaO")
_LONGEST = 200  # characters in brackets
_MOST_WORDS = 12  # of a title
_FULL_TITLE = 3  # words
_YEAR = re.compile(r"(?:1[0-9]\d\d|20\d\d)[a-d]?(?:[-–/]\d{2,4})?(?!\w)")
_PERSON = rf"[{UPPER}][\w.’'-]{{1,30}}"
_AND = r"(?:,\s|\s(?:and|und|et|y|e|&|en|i|a|och)\s|\s)"
_AUTHOR_YEAR = re.compile(
    rf"(?P<names>{_PERSON}(?:{_AND}{_PERSON}){{0,4}}(?P<others>,?\s(?:et al\.?|u\.\s?a\.))?),?\s"
    r"(?P<year>(?:1[0-9]\d\d|20\d\d)[a-d]?)(?!\w)(?:[,:]\s?(?P<rest>\S.*))?"
)
_EDGES = ' ,;:(\n\u00a0\u202f_*«»„“”‘’"'
_PIECE = re.compile(rf"\s*[,;]\s+|\s*:\s+|(?<!\b[{UPPER}])\.\s+(?=[^\W\d_a-z]\w{{2}})")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(rf"(?<![\w’'])[{LOWER}]{{5,}}")


def bracketed(text: str, language: Language) -> list[Citation]:
    """The citations in brackets, in the order of the text."""
    found = []
    for match in _BRACKETED.finditer(text):
        start = match.end()
        end = min(place for sign in ")]" if (place := text.find(sign, start, start + _LONGEST + 1)) >= 0)
        if _SIGN.search(text, start, end) is None:
            continue
        citation = _inside(text, start, end, language)
        if citation is not None:
            found.append(_with_title_before(text, match.start(), citation._replace(closes=end + 1)))
    return found


def _inside(text: str, start: int, end: int, language: Language) -> Citation | None:
    """The citation that stands between two offsets, after words that send the reader to it."""
    begun = _after_lead(text, start, end, language)
    led = begun > start
    while end > begun and text[end - 1] in " ;\n":
        end -= 1
    bare = end - 1 if text[end - 1] == "." else end  # without a stop that may be the sentence's
    if begun >= bare:
        return None
    return (
        _same(text, begun, end, language)
        or _letter(text, begun, bare, language)
        or _author_year(text, begun, bare, language, led=led)
        or _reference(text, begun, end, language, led=led)
    )


def _after_lead(text: str, start: int, end: int, language: Language) -> int:
    """Where what is cited begins, after "see", "cf." and the like."""
    begin = start
    words = list(_WORD.finditer(text, start, min(end, start + 40)))[:3]
    for count in range(len(words), 0, -1):
        phrase = " ".join(word.group().casefold() for word in words[:count])
        if phrase in language.citations.leads and not text[start : words[0].start()].strip():
            begin = words[count - 1].end()
            while begin < end and text[begin] in ".: \n\u00a0":
                begin += 1
            break
    while begin < end and text[begin].isspace():
        begin += 1
    return begin


def reference(text: str, start: int, end: int, language: Language) -> Citation | None:
    """The reference that stands between two offsets after a word that leads to it; None for anything else."""
    return _reference(text, start, end, language, led=True)


def _same(text: str, start: int, end: int, language: Language) -> Citation | None:
    """ "Ibid., p. 12", "Lenin, op. cit., S. 5": the work cited before."""
    table = language.citations
    parts: list[Part] = []
    place = start
    word = next((w for w in _longest(table.same) if _stands(text, w, place, end)), "")
    if not word:
        named = next(((w, p) for w in _longest(table.named) if (p := text.find(w, place, end)) >= 0), None)
        if named is None:
            return None
        word, at = named
        author = text[start:at].rstrip(" ,:")
        if author:
            if parse_name(author, language) is None and not _is_surname(author):
                return None
            parts.append(Part("author", start, start + len(author)))
        place = at
    rest = place + len(word)
    scopes = find_parts(text, rest, end, language)
    bare = BARE.fullmatch(text[rest:end].strip(" ,.:")) if not scopes else None
    left = _without(text, rest, end, scopes).strip(" ,.;:")
    if left and bare is None:
        return None
    if bare is not None and left:
        at = text.index(left, rest)
        match = BARE.match(text, at, end)
        scopes = [scope_part(match, "page")] if match is not None else []
    return Citation(start, end, "same", (*parts, *scopes))


def _longest(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=lambda word: -len(word))


def _stands(text: str, word: str, place: int, end: int) -> bool:
    after = place + len(word)
    return text.startswith(word, place) and after <= end and not text[after : after + 1].isalnum()


def _letter(text: str, start: int, end: int, language: Language) -> Citation | None:
    """ "Marx to Engels, 11 December 1858": a letter by who wrote it, to whom, and when."""
    head, comma, tail = text[start:end].partition(",")
    dates = find_dates(tail, language) if comma else []
    if len(dates) != 1 or tail[: dates[0].start].strip() or tail[dates[0].end :].strip(" ."):
        return None
    words = head.split()
    place = next((i for i, w in enumerate(words) if w in language.citations.to and 0 < i < len(words) - 1), 0)
    if not place or len(words) > 9:
        return None
    writer, reader = " ".join(words[:place]), " ".join(words[place + 1 :])
    if " ".join(words) != head or not all(_is_person(name, language) for name in (writer, reader)):
        return None
    to = start + len(head) - len(reader)
    date = dates[0].part()
    offset = start + len(head) + 1
    return Citation(
        start,
        end,
        "letter",
        (
            Part("author", start, start + len(writer)),
            Part("persName", to, to + len(reader)),
            date._replace(start=offset + date.start, end=offset + date.end),
        ),
    )


def _is_person(name: str, language: Language) -> bool:
    return _is_surname(name) or (
        parse_name(name, language) is not None and not is_organisation(name, language)
    )


def _is_surname(name: str) -> bool:
    return re.fullmatch(rf"[{UPPER}][\w’'-]{{2,30}}", name) is not None


def _author_year(text: str, start: int, end: int, language: Language, *, led: bool) -> Citation | None:
    """ "Lenin 1917, 23": the system of author and year. Without a page it could be a place and a year."""
    match = _AUTHOR_YEAR.fullmatch(text, start, end)
    if match is None:
        return None
    rest = match["rest"]
    scopes: list[Part] = []
    if rest is not None:
        at = match.start("rest")
        scopes = find_parts(text, at, end, language)
        if not scopes:
            bare = BARE.fullmatch(text, at, end)
            if bare is None or _YEAR.fullmatch(text, at, end):
                return None
            scopes = [scope_part(bare, "page")]
        elif _without(text, at, end, scopes).strip(" ,;."):
            return None
    elif not match["others"] and not (led and "," not in text[match.end("names") : match.start("year")]):
        return None
    names = match["names"][: -len(match["others"])] if match["others"] else match["names"]
    first = _WORD.match(names)
    months = {name.casefold() for names_ in language.dates.all_months for name in names_}
    if first is None or first.group().casefold() in months or _is_work(names, language):
        return None
    year = Part("date", match.start("year"), match.end("year"), (("when", match["year"][:4]),))
    author = Part("author", start, start + len(names))
    return Citation(start, end, "reference", (author, year, *scopes))


def _is_work(names: str, language: Language) -> bool:
    return names_periodical(names, language) or is_organisation(names, language)


def _reference(text: str, start: int, end: int, language: Language, *, led: bool) -> Citation | None:
    """Author, title, parts of the work and date, in pieces that commas part.

    Without a part of the work, "(Harper, New York, 1965)" would be one: there the title must be long.
    """
    scopes = find_parts(text, start, end, language)
    issues = [
        Part(p.element, start + p.start, start + p.end, p.attributes)
        for p in find_scopes(text[start:end], language)
        if ("unit", "issue") in p.attributes
    ]
    scopes = _apart(
        [*scopes, *(i for i in issues if not any(i.start < s.end and s.start < i.end for s in scopes))]
    )
    masked = _masked(text, start, end, scopes)
    dates = [date.part() for date in find_dates(masked, language)]
    dates = [d._replace(start=start + d.start, end=start + d.end) for d in dates]
    years = [
        Part("date", start + m.start(), start + m.end(), (("when", m.group()[:4]),))
        for m in _YEAR.finditer(masked)
        if m.group()[:4].isdigit() and (m.start() == 0 or masked[m.start() - 1] in " (,;:\u00a0\n")
    ]
    dates += [y for y in years if not any(d.start < y.end and y.start < d.end for d in dates)]
    facts = _apart([*scopes, *dates])
    if not scopes and not dates:
        return None
    words = _named(text, start, facts[0].start, language)
    if words is None:
        return None
    position = facts[0].start
    for fact in facts:
        if not _is_between(text[position : fact.start]):
            return None
        position = fact.end
    if not _is_between(text[position:end]):
        return None
    titles = [part for part in words if part.element == "title"]
    issue = any(("unit", "issue") in fact.attributes for fact in scopes)
    authored = any(part.element == "author" for part in words)
    if not titles:
        return None
    named = text[titles[0].start : titles[0].end]
    whole = led or len(named.split()) >= _FULL_TITLE or _is_quoted(text, titles[0])
    if not scopes and not (authored and len(titles) == 1 and whole):
        return None
    if issue:
        last = titles[-1]
        words = [
            p._replace(attributes=(("level", "j"),)) if p is last and not _is_quoted(text, p) else p
            for p in words
        ]
    end = max(end - (text[end - 1] == "."), facts[-1].end)
    return Citation(start, end, "issue" if issue else "reference", (*words, *facts))


def _apart(parts: list[Part]) -> list[Part]:
    result: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if not result or part.start >= result[-1].end:
            result.append(part)
    return result


def _masked(text: str, start: int, end: int, parts: list[Part]) -> str:
    masked = text[start:end]
    for part in parts:
        a, b = part.start - start, part.end - start
        masked = f"{masked[:a]}{' ' * (b - a)}{masked[b:]}"
    return masked


def _without(text: str, start: int, end: int, parts: list[Part]) -> str:
    return "".join(_masked(text, start, end, parts).split(" "))


def _is_between(text: str) -> bool:
    """Whether only signs stand between facts, or the place and publisher of a book ("Moscow: Progress")."""
    flat = text.strip(" ,;:.()–—-\n\u00a0")
    return not flat or (
        len(flat.split()) <= 4
        and flat[:1].isupper()
        and not any(map(str.isdigit, flat))
        and flat[-1].isalpha()
        and _SMALL.search(flat) is None
    )


def _named(text: str, start: int, end: int, language: Language) -> list[Part] | None:
    """Authors and titles between two offsets; None where something there is neither."""
    quoted = _quoted_title(text, start, end)
    if quoted is not None:
        before, after = _named_plain(text, start, quoted.start - 1, language), None
        rest = quoted.end
        while rest < end and text[rest] in ",.”“»\"’' \n\u00a0":
            rest += 1
        if before is None or any(part.element == "title" for part in before):
            return None
        after = _named_plain(text, rest, end, language, titled=True)
        return None if after is None else [*before, quoted, *after]
    return _named_plain(text, start, end, language)


def _quoted_title(text: str, start: int, end: int) -> Part | None:
    for place in range(start, end):
        if text[place] in QUOTE_PAIRS and (place == start or not text[place - 1].isalnum()):
            close = next((i for i in range(place + 2, end) if text[i] in QUOTE_PAIRS[text[place]]), None)
            if close is None:
                return None
            inner = text[place + 1 : close]
            left = len(inner) - len(inner.lstrip())
            stripped = inner.strip().rstrip(",")
            return Part("title", place + 1 + left, place + 1 + left + len(stripped), (("level", "a"),))
    return None


def _named_plain(
    text: str, start: int, end: int, language: Language, *, titled: bool = False
) -> list[Part] | None:
    pieces = _pieces(text, start, end)
    if not pieces:
        return []
    parts: list[Part] = []
    for number, (a, b) in enumerate(pieces):
        piece = text[a:b]
        last = number == len(pieces) - 1
        if not parts and not last and not titled and _is_author(piece, language):
            parts.append(Part("author", a, b))
        elif any(part.element == "title" for part in parts):
            if not _is_between(piece):
                return None
        elif _is_title(piece):
            level = "j" if names_periodical(piece, language) else "m"
            parts.append(Part("title", a, b, (("level", level),)))
        elif last and not titled and _is_author(piece, language):
            parts.append(Part("author", a, b))
        else:
            return None
    return parts


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds, position = [], start
    for match in (*_PIECE.finditer(text, start, end), None):
        stop = match.start() if match else end
        a, b = position, stop
        while a < b and text[a] in _EDGES + ".":
            a += 1
        while b > a and text[b - 1] in _EDGES:
            b -= 1
        if a < b:
            bounds.append((a, b))
        position = match.end() if match else end
    return bounds


def _is_author(piece: str, language: Language) -> bool:
    if len(piece.split()) > 5 or names_periodical(piece, language):
        return False
    if _is_surname(piece) and piece not in language.persons.not_names:
        return True
    name = parse_name(piece, language)
    return name is not None and bool(name.given)


def _is_title(piece: str) -> bool:
    words = piece.split()
    if len(words) > _MOST_WORDS or len(piece) < 2 or not (piece[0].isupper() or piece[0].isdigit()):
        return False
    return (
        any(map(str.isalpha, piece))
        and piece[-1] not in "?!:"
        and not re.search(r"[.!?]\s+[^\W\d_]{3}", piece)
    )


def _is_quoted(text: str, part: Part) -> bool:
    return text[part.start - 1 : part.start] in QUOTE_PAIRS


@cache
def _closers() -> dict[str, str]:
    """What may have opened a quotation that each mark closes."""
    found: dict[str, str] = {}
    for opening, closing in QUOTE_PAIRS.items():
        for sign in closing:
            found[sign] = found.get(sign, "") + opening
    return found


def _with_title_before(text: str, bracket: int, citation: Citation) -> Citation:
    """A citation of a number with the title in quotation marks right before the bracket: “…” (WV No. 12)."""
    if citation.kind != "issue" or any(
        p.element == "title" and ("level", "a") in p.attributes for p in citation.parts
    ):
        return citation
    close = bracket - 1
    while close > 0 and text[close].isspace():
        close -= 1
    openers = _closers().get(text[close], "") if close > 0 else ""
    if not openers:
        return citation
    low = max(0, close - 160)
    opening = max(text.rfind(sign, low, close) for sign in openers)
    if opening < 0 or (opening and text[opening - 1].isalnum()):
        return citation
    title = text[opening + 1 : close]
    if not title.strip() or not (title.strip()[0].isupper() or title.strip()[0].isdigit()) or "\n\n" in title:
        return citation
    left = len(title) - len(title.lstrip())
    start = opening + 1 + left
    part = Part("title", start, start + len(title.strip().rstrip(",")), (("level", "a"),))
    return citation._replace(start=opening, end=citation.closes, parts=(part, *citation.parts))
