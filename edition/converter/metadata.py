"""What the header can say of a text: only what the text, the settings or its file say."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.annotate import Annotated
from edition.converter.write.characters import picture
from edition.model import Annotation, Block, Certainty, Metadata, Source, Work
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
) -> Metadata:
    """The header facts of a text. `date` (ISO) is used where its masthead has none.

    A piece without a headline is known by its first words, as archives do, and the title says so.
    """
    heads = [flat(source.slice(block.span)) for block in blocks if block.kind == "head"]
    rubrics = [flat(source.slice(block.span)).strip("()[]") for block in blocks if block.kind == "rubric"]
    title, certainty = (heads[0], None) if heads else (_incipit(blocks, source), Certainty.LOW)
    authors = [
        flat(source.slice(a.span))
        for block in blocks
        if block.kind == "byline"
        for a in annotated.annotations
        if a.element == "docAuthor" and a.span.within(block.span)
    ]
    periodical = _periodical(blocks, annotated.annotations, source)
    written = _date(blocks, annotated.annotations)
    return Metadata(
        title=title,
        title_certainty=certainty,
        subtitles=(*heads[1:], *rubrics),
        authors=tuple(authors),
        language=language,
        language_certainty=language_certainty,
        date=None if written else date,
        date_words=flat(source.slice(written.span)) if written else "",
        date_attributes=written.attributes if written else (),
        periodical=periodical,
        persons=annotated.persons,
        quotations=annotated.quotations,
    )


def flat(text: str) -> str:
    """Text on one line, runs of blanks as one space, pictures for what XML cannot hold.

    For header values, never for the text itself.
    """
    return FORBIDDEN.sub(lambda match: picture(match.group()), " ".join(text.split()))


def _incipit(blocks: Sequence[Block], source: Source) -> str:
    leaves = [leaf for block in blocks for leaf in block.walk() if not leaf.children]
    body = [
        leaf for leaf in leaves if leaf.kind not in ("masthead-line", "rubric", "dateline", "byline")
    ] or leaves
    words = source.slice(body[0].span).split()
    opening = flat(" ".join(words[:_INCIPIT_WORDS]))[:120]
    return opening if len(words) <= _INCIPIT_WORDS else f"{opening} …"


def _date(blocks: Sequence[Block], annotations: Sequence[Annotation]) -> Annotation | None:
    """The date that the text bears: in its masthead, else in its dateline."""
    for kind in ("masthead", "dateline"):
        for block in blocks:
            if block.kind == kind:
                for annotation in annotations:
                    if annotation.element == "date" and annotation.span.within(block.span):
                        return annotation
    return None


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
