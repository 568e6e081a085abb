"""What the header can say of a text: only what the text, the settings or its file say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.converter.annotate import Annotated
from edition.converter.write.characters import picture
from edition.converter.write.inline import attributes
from edition.model import Annotation, Block, Certainty, Letter, Metadata, Person, Source, Span, Work
from edition.model.characters import FORBIDDEN

_INCIPIT_WORDS = 8


def gather(
    blocks: Sequence[Block],
    annotated: Annotated,
    source: Source,
    *,
    language: str | None,
    language_certainty: Certainty | None,
    date: str | None,
    title: Span | None = None,
    author: Span | None = None,
) -> Metadata:
    """The header facts of a text. `date` (ISO), where it is given, goes before the text's own.

    `title` and `author` are where a distributor's header says them; a title page counts more.
    A piece without a headline is known by its first words, as archives do, and the title says so.
    """
    leaves = [leaf for block in blocks for leaf in _of_the_work(block)]
    heads = _titles(blocks, leaves, annotated.annotations, source)
    rubrics = [flat(source.slice(block.span)).strip("()[]") for block in blocks if block.kind == "rubric"]
    if title is not None and not any(leaf.kind == "doc-title" for leaf in leaves):
        heads.insert(0, flat(source.slice(title)))
    if not heads and (issue := _issue(blocks, annotated.annotations, source)):
        heads = [issue]
    named, certainty = (heads[0], None) if heads else (_incipit(leaves, source), Certainty.LOW)
    authors = [
        flat(source.slice(a.span))
        for block in leaves
        if block.kind == "byline"
        for a in annotated.annotations
        if a.element == "docAuthor" and a.span.within(block.span)
    ] or [flat(source.slice(leaf.span)) for leaf in leaves if leaf.kind == "doc-author"]
    if not authors and author is not None:
        authors = [flat(source.slice(author))]
    periodical = _periodical(blocks, annotated.annotations, source)
    written = _date(blocks, annotated.annotations) or _reported(annotated)
    own = flat(source.slice(written.span)) if written else ""
    return Metadata(
        title=named,
        title_certainty=certainty,
        subtitles=(*heads[1:], *rubrics),
        authors=tuple(authors),
        language=language,
        language_certainty=language_certainty,
        passages=_passages(blocks),
        date=date,
        date_words=own if not date else "",
        date_attributes=_attributes(written) if written and not date else (),
        overruled_date=own if date else "",
        periodical=periodical,
        persons=tuple(map(_writable, annotated.persons)),
        quotations=annotated.quotations,
        turns=annotated.turns,
        letters=tuple(map(_writable_letter, annotated.letters)),
        entries=annotated.entries,
        cited=annotated.cited,
    )


def _writable(person: Person) -> Person:
    """A record whose words XML can hold: a label may have brought along what it cannot."""
    if not FORBIDDEN.search(" ".join((*person.forms, person.description))):
        return person
    return replace(person, forms=tuple(map(flat, person.forms)), description=flat(person.description))


def _writable_letter(letter: Letter) -> Letter:
    """What a letter's own words say of it, as XML can hold it."""
    sender, addressee = (
        replace(who, name=flat(who.name)) if who.name else who for who in (letter.sender, letter.addressee)
    )
    return replace(
        letter,
        sender=sender,
        addressee=addressee,
        place=flat(letter.place),
        date_words=flat(letter.date_words),
    )


def _attributes(date: Annotation) -> tuple[tuple[str, str], ...]:
    """The attributes of a date; what was inferred with who answers for it, and how surely."""
    return tuple((name, value) for name, value in attributes(date).items() if value)


def flat(text: str) -> str:
    """Text on one line, runs of blanks as one space, pictures for what XML cannot hold.

    For header values, never for the text itself.
    """
    return FORBIDDEN.sub(lambda match: picture(match.group()), " ".join(text.split()))


def _passages(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The languages of passages that are marked as being in another one, in the order of the text."""
    tongues = (b.get("xml:lang") for block in blocks for b in block.walk() if b.attributes)
    return tuple(dict.fromkeys(filter(None, tongues)))


def _of_the_work(block: Block) -> Iterator[Block]:
    """The leaves of a block that belong to the work, not to its distributor or its pages."""
    if block.kind in ("licence", "navigation", "page", "section-break"):
        return
    if not block.children:
        yield block
    for child in block.children:
        yield from _of_the_work(child)


# What is not the first words of a text without a title.
_BEFORE_TEXT = frozenset({"masthead-line", "rubric", "dateline", "byline", "speaker"})
# With one of these a text begins; a head further down is the head of a part.
_BEGINS = frozenset({"head", "paragraph", "speech", "verse-line", "stage", "speaker", "item"})


def _titles(
    blocks: Sequence[Block], leaves: Sequence[Block], annotations: Sequence[Annotation], source: Source
) -> list[str]:
    """The title as the title page has it, else the heads over the text, else the head that begins it."""
    first = next((leaf for leaf in leaves if leaf.kind in _BEGINS), None)
    for found in (
        [leaf for leaf in leaves if leaf.kind in ("doc-title", "title-part")],
        [block for block in blocks if block.kind == "head"],
        [first] if first is not None and first.kind == "head" and not _is_page(blocks) else [],
    ):
        if found:
            return [_without_print(block.span, annotations, source) for block in found]
    return []


def _without_print(span: Span, annotations: Sequence[Annotation], source: Source) -> str:
    """The words of a head without the numbers of lines and pages that the printer set in it."""
    printed = [a.span for a in annotations if a.element == "fw" and a.span.within(span)]
    places = [span.start, *(place for one in printed for place in one), span.end]
    return flat(" ".join(source.text[a:b] for a, b in zip(places[::2], places[1::2], strict=True)))


def _is_page(blocks: Sequence[Block]) -> bool:
    """Whether the text is a page of a paper: a masthead, and several pieces under it."""
    pieces = [block for block in blocks if block.kind == "division" and block.get("type") != "section"]
    return len(pieces) > 1 and any(block.kind == "masthead" for block in blocks)


def _issue(blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source) -> str:
    """What a page of several pieces is called: the periodical with its numbers and its date."""
    periodical = _periodical(blocks, annotations, source) if _is_page(blocks) else None
    if periodical is None or not periodical.title:
        return ""
    date = _date(blocks, annotations)
    said = [periodical.title, *(words for _, _, words in periodical.scopes)]
    return ", ".join([*said, flat(source.slice(date.span))] if date is not None else said)


def _incipit(leaves: Sequence[Block], source: Source) -> str:
    if not leaves:
        return source.stem
    body = [leaf for leaf in leaves if leaf.kind not in _BEFORE_TEXT] or leaves
    words = source.slice(body[0].span).split()
    opening = flat(" ".join(words[:_INCIPIT_WORDS]))[:120]
    return opening.rstrip(" ,;:") or opening if len(words) <= _INCIPIT_WORDS else f"{opening} …"


def _date(blocks: Sequence[Block], annotations: Sequence[Annotation]) -> Annotation | None:
    """The date that the text bears: in its masthead, on its title page, else in its dateline or letter head.

    A dateline further down dates what follows it, not the text.
    """
    outer = [inner for block in blocks for inner in (block, *_opening(block))]
    starts = [annotation.span.start for annotation in annotations]
    for kind in ("masthead", "doc-date", "dateline"):
        for block in outer:
            if block.kind == kind:
                first, last = (bisect_left(starts, offset) for offset in block.span)
                for annotation in annotations[first:last]:
                    if annotation.element == "date":
                        return annotation
    return None


def _reported(annotated: Annotated) -> Annotation | None:
    """The date with which a report begins, or that a line over it says."""
    day = annotated.reported
    if day is None:
        return None
    return next((one for one in annotated.annotations if one.span == day and one.element == "date"), None)


def _opening(block: Block) -> Iterator[Block]:
    """What stands in the front matter, or in the opener or closer of a letter."""
    if block.kind in ("front", "title-page", "opener", "closer"):
        for child in block.children:
            yield child
            yield from _opening(child)


def _periodical(blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source) -> Work | None:
    masthead = next((block for block in blocks if block.kind == "masthead"), None)
    if masthead is None:
        return None
    inside = [a for a in annotations if a.span.within(masthead.span)]
    title = next((flat(source.slice(a.span)) for a in inside if a.element == "title"), "")
    return Work(
        title=title,
        scopes=tuple(
            (a.get("unit") or "", a.get("n") or "", flat(source.slice(a.span)))
            for a in inside
            if a.element == "biblScope"
        ),
    )
