"""Citations of the work cited before: "Ibid., p. 12", "Lenin, op. cit., S. 5"."""

from __future__ import annotations

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.named import is_surname
from edition.converter.forms.citations.scopes import BARE, find_parts, scope_part, without
from edition.converter.forms.letters import Part
from edition.converter.forms.names import parse_name
from edition.converter.languages import Language


def same_work(text: str, start: int, end: int, language: Language) -> Citation | None:
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
            if parse_name(author, language) is None and not is_surname(author):
                return None
            parts.append(Part("author", start, start + len(author)))
        place = at
    rest = place + len(word)
    scopes = find_parts(text, rest, end, language)
    bare = BARE.fullmatch(text[rest:end].strip(" ,.:")) if not scopes else None
    left = without(text, rest, end, scopes).strip(" ,.;:")
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
