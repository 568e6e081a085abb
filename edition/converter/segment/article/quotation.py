"""The block quotation above an attribution: where it begins, and where the editor's voice ends.

A quotation without marks is bounded by what introduces it and by the attribution under it. The
introduction speaks *of* the author, in the third person; it may end in a colon, or say that an
extract follows. The quotation speaks *as* the author. The last stanza with a sign of the editor's voice
is therefore the last of the introduction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.introductions import ends_in_colon
from edition.converter.forms.labels import parse_label
from edition.converter.forms.letters import QUOTE_PAIRS
from edition.converter.forms.names import parse_name
from edition.converter.languages import Language
from edition.converter.segment.article.cursor import HEADING_KINDS
from edition.converter.segment.set_apart import in_marks
from edition.model import Block, Certainty, Source, Span

_SIGNATURE = "signature"
_NO_SIGN = "attribution only"
_ADDRESS = "quotation opens with an address"
_MOST_UNINTRODUCED = 20  # paragraphs that an attribution alone may claim, right under the headline
ATTRIBUTIONS = frozenset({"attribution", "source-lines"})
_SET_APART = frozenset({"quote", "verse"})


def quotations(blocks: Sequence[Block], source: Source, language: Language) -> list[Block]:
    """Blocks with each attribution and the paragraphs it belongs to joined into a `quotation`.

    Where text goes on under the attribution, the piece reports: only what is set apart or in quotation marks,
    or follows a colon, is quoted. What is set in above an attribution is the quotation.
    """
    result: list[Block] = []
    last = max((i for i, block in enumerate(blocks) if block.kind == "paragraph"), default=-1)
    for index, block in enumerate(blocks):
        if block.kind not in ATTRIBUTIONS:
            result.append(block)
            continue
        if result and result[-1].kind in _SET_APART:
            result.append(_set_apart(result.pop(), block))
            continue
        run = _paragraphs_above(result)
        begun = _near(run, source) if run and index < last else None
        if run and begun is None:
            begun = _beginning(run, block, source, language)
        if begun is None:
            # A name under a text that nothing introduces is a signature as likely as a source; a source
            # statement without an author is one of the whole piece.
            loose = block.kind == "source-lines"
            result.append(block if loose else Block("paragraph", block.span, rule=_SIGNATURE))
            continue
        start, certainty, rule = begun
        start = _last_in_marks(run, start, block, source, language)
        if rule == _NO_SIGN and (len(run) > _MOST_UNINTRODUCED or not _under_heading(result, run)):
            start = len(run) - 1
        quoted = run[start:]
        del result[len(result) - len(quoted) :]
        span = Span(quoted[0].span.start, quoted[-1].span.end)
        quote = Block("quote", span, tuple(quoted), rule=rule, certainty=certainty)
        whole = Span(span.start, block.span.end)
        result.append(Block("quotation", whole, (quote, block), rule=rule, certainty=certainty))
    return result


def _set_apart(quoted: Block, attribution: Block) -> Block:
    """A quotation or verse set in, with the attribution under it."""
    quote = quoted if quoted.kind == "quote" else Block("quote", quoted.span, (quoted,), rule=quoted.rule)
    whole = Span(quoted.span.start, attribution.span.end)
    return Block("quotation", whole, (quote, attribution), rule=quoted.rule, certainty=quoted.certainty)


def _near(run: Sequence[Block], source: Source) -> tuple[int, Certainty, str] | None:
    """Where the quotation begins in a piece that goes on after it: after the last colon, or with the first of
    the paragraphs in quotation marks that stand right above the attribution. None where neither is there.
    """
    texts = [source.slice(block.span).rstrip() for block in run]
    colon = max((i + 1 for i in range(len(run) - 1) if texts[i].endswith(":")), default=0)
    marked = len(run)
    while marked > 0 and texts[marked - 1][:1] in QUOTE_PAIRS:
        marked -= 1
    if marked < len(run) and marked >= colon:
        return marked, Certainty.HIGH, "quotation marks open the paragraph"
    return (colon, Certainty.HIGH, "introduction ends in a colon") if colon else None


def _paragraphs_above(blocks: Sequence[Block]) -> list[Block]:
    run: list[Block] = []
    for block in reversed(blocks):
        if block.kind != "paragraph" or block.rule == _SIGNATURE:
            break
        run.append(block)
    return run[::-1]


def _beginning(
    run: Sequence[Block], attribution: Block, source: Source, language: Language
) -> tuple[int, Certainty, str] | None:
    """Index of the first quoted paragraph in `run`, how sure that is, and the sign it was told by.

    None where nothing introduces the quotation and the attribution names no work and no date.
    """
    surnames = _authors(attribution, source, language)
    texts = [source.slice(block.span) for block in run]
    # The last paragraph cannot be introduction: something must be quoted.
    before = range(len(run) - 1)
    naming = max((i for i in before if _names(texts[i], surnames, language)), default=-1)
    voiced = next((i for i in range(naming + 1, len(run)) if _speaks(texts[i], language)), len(run))
    colon = max((i for i in before if naming <= i < voiced and texts[i].rstrip().endswith(":")), default=-1)
    if colon >= 0:
        return colon + 1, Certainty.HIGH, "introduction ends in a colon"
    if opening := _marks_begin(texts, naming):
        return opening, Certainty.HIGH, "quotation marks open the paragraph"
    if naming >= 0:
        # Where the quotation does not speak as "I" or "we", the editor's voice might still go on.
        certainty = Certainty.HIGH if voiced == naming + 1 else Certainty.MEDIUM
        return _vocative(texts, naming + 1, certainty, "introduction names the author", language)
    announced = max((i for i in before if _announces(texts[i], language)), default=-1)
    if announced >= 0:
        return _vocative(
            texts, announced + 1, Certainty.MEDIUM, "introduction announces an extract", language
        )
    if not _names_work(attribution, source, language):
        return None
    # Nobody is named, but someone "explained", and then someone says "we".
    reporting = max((i for i in before if i < voiced < len(run) and _voices(texts[i], language)), default=-1)
    if reporting >= 0:
        return _vocative(texts, reporting + 1, Certainty.MEDIUM, "change of voice", language)
    return _vocative(texts, 0, Certainty.LOW, _NO_SIGN, language)


def _last_in_marks(
    run: Sequence[Block], start: int, attribution: Block, source: Source, language: Language
) -> int:
    """Where the last quotation begins that stands in marks of its own, where the one introduced is not
    by the author named under it ("Reid said:" / “…” / “…” / "— Ada Pell").
    """
    texts = [source.slice(block.span) for block in run]
    if start == 0 or not _opens(texts, start):
        return start
    if _names(texts[start - 1], _authors(attribution, source, language), language):
        return start
    last = index = start
    while index < len(texts):
        count = in_marks(texts[index:]) if _opens(texts, index) else 0
        if not count:
            return start
        last, index = index, index + count
    return last


def _marks_begin(texts: Sequence[str], naming: int) -> int:
    """First paragraph after the one at `naming` that opens with a quotation mark, with one before that
    does not; 0 where there is none.
    """
    for index in range(max(naming + 1, 1), len(texts)):
        if _opens(texts, index) and not _opens(texts, index - 1):
            return index
    return 0


def _speaks(text: str, language: Language) -> bool:
    """Whether a paragraph speaks as someone: addresses an audience, or says "I" or "we"."""
    return _addresses(text, language) or _first_person(text, language)


def _names_work(attribution: Block, source: Source, language: Language) -> bool:
    """Whether the attribution says more than a name: a work, a date, a volume."""
    if attribution.kind == "source-lines":
        return bool(_authors(attribution, source, language))
    parsed = parse_attribution(source.slice(attribution.span), language)
    return parsed is not None and any(part.element != "author" for part in parsed.parts)


def _under_heading(blocks: Sequence[Block], run: Sequence[Block]) -> bool:
    """Whether nothing but headings stands before `run`, the last of `blocks`."""
    before = len(blocks) - len(run)
    return before == 0 or blocks[before - 1].kind in HEADING_KINDS


def _vocative(
    texts: Sequence[str], start: int, certainty: Certainty, name: str, language: Language
) -> tuple[int, Certainty, str]:
    """A speech begins with its address ("Comrades, …"): a paragraph later than `start` when that one does
    not speak in the first person. Further down an address may stand anywhere in a speech.
    """
    if _addresses(texts[start], language):
        return (start, Certainty.MEDIUM, _ADDRESS) if name == _NO_SIGN else (start, certainty, name)
    following = start + 1
    late = following < len(texts) and _addresses(texts[following], language)
    if late and not _first_person(texts[start], language):
        return following, Certainty.MEDIUM, _ADDRESS
    return start, certainty, name


def _authors(attribution: Block, source: Source, language: Language) -> frozenset[str]:
    """Surnames of the authors that the attribution names."""
    names: list[str] = []
    if attribution.kind == "attribution":
        text = source.slice(attribution.span)
        parsed = parse_attribution(text, language)
        if parsed is not None:
            names = [text[part.start : part.end] for part in parsed.all("author")]
    else:
        for line in attribution.children:
            text = source.slice(line.span)
            label = parse_label(text, language)
            if label is None or label.role == "author":
                names.append(text[label.content if label else 0 :].strip("—–- "))
    parsed_names = [parse_name(name, language) for name in names]
    return frozenset(name.surname for name in parsed_names if name is not None)


def _names(text: str, surnames: frozenset[str], language: Language) -> bool:
    """Whether the paragraph speaks of an author: names one, and not as the one addressed or signing."""
    return any(
        re.search(
            rf"(?<!\w){re.escape(surname)}(?!\w|[,!] )", text, re.IGNORECASE if surname.isupper() else 0
        )
        or (re.search(rf"(?<!\w){re.escape(surname)}, ", text) and _voices(text, language))
        for surname in surnames
        if surname in text or surname.isupper()
    )


def _voices(text: str, language: Language) -> bool:
    return any(word in language.article.voice for word in re.findall(r"[^\W\d_]+", text))


def _announces(text: str, language: Language) -> bool:
    folded = " ".join(text.casefold().split())
    return any(
        phrase in folded and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded)
        for phrase in language.article.introductions
    )


def _opens(texts: Sequence[str], index: int) -> bool:
    return index < len(texts) and texts[index][:1] in QUOTE_PAIRS


def _addresses(text: str, language: Language) -> bool:
    pattern = _vocative_pattern(language)
    return pattern is not None and pattern.match(text) is not None


@cache
def _vocative_pattern(language: Language) -> re.Pattern[str] | None:
    words = sorted(language.article.vocatives, key=lambda w: (-len(w), w))
    if not words:
        return None
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    others = "|".join(re.escape(word) for word in language.article.connectors)
    return re.compile(rf"[“„«\"‘.…\s]*(?:{alternatives})(?:\s+(?:{others})\s+[^\W\d_]+)?\s*[,!:—–.]")


def _first_person(text: str, language: Language) -> bool:
    return any(word in language.article.first_person for word in re.findall(r"[^\W\d_]+", text))


def _is_quoted(above: Block, block: Block, source: Source) -> bool:
    """Whether a paragraph is another quotation, which the one above it introduces."""
    return source.text[block.span.start] in QUOTE_PAIRS and ends_in_colon(source.slice(above.span)[-6:])


def introduced(blocks: list[Block], source: Source) -> list[Block]:
    """The paragraphs before the first quotation as its introduction, if that is the only one and the last."""
    places = [i for i, block in enumerate(blocks) if block.kind == "quotation"]
    if len(places) != 1 or places[0] != len(blocks) - 1:
        return blocks
    before = places[0]
    first = before
    while first > 0 and blocks[first - 1].kind == "paragraph":
        first -= 1
    if first == before or any(_is_quoted(blocks[i], blocks[i + 1], source) for i in range(first, before - 1)):
        return blocks
    span = Span(blocks[first].span.start, blocks[before - 1].span.end)
    quotation = blocks[before]
    introduction = Block(
        "introduction", span, tuple(blocks[first:before]), rule=quotation.rule, certainty=quotation.certainty
    )
    # A division holds either divisions or paragraphs: the quotation gets one too.
    division = Block("quotation-division", quotation.span, (quotation,), rule=quotation.rule)
    return [*blocks[:first], introduction, division]
