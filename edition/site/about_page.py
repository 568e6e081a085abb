"""What an edition is: who made it, what it holds, by which principles, how it is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html import escape

from edition import __version__
from edition.config import EditionFacts
from edition.registers import is_address
from edition.site.frame import Frame, address, language_of, page
from edition.site.front import data_section, imprint
from edition.site.principles import Principle
from edition.site.text import SiteText
from edition.site.words import word

ABOUT = "about"
"""The stem of the page."""

_SUBJECTS = 60  # paragraphs of principles that are shown; an edition has one text's, a corpus those of many
_NAMED = 3  # texts that are named where a principle is not that of all
_CERTAINTIES = ("high", "medium", "low", "unknown")


def about_page(
    texts: Sequence[SiteText], facts: EditionFacts, frame: Frame, *, data: Collection[str] = ()
) -> bytes:
    """The page; `data` are the names of the files for programs."""
    parts = [f"<h1>{frame.word('about')}</h1>\n", *imprint(facts, frame), *_holdings(texts, frame)]
    parts += _principles(texts, frame)
    parts += _concluded(texts, frame)
    parts += _licences(texts, facts, frame)
    parts += _programs(texts, frame)
    parts += _cite(facts, frame)
    parts += data_section(data, frame)
    return page(frame, title=frame.word("about"), content="".join(parts), stem=ABOUT)


def _section(key: str, content: str, frame: Frame) -> str:
    heading = f'<h2 id="about:{key}">{frame.word(key)}</h2>\n'
    return f'<section class="prose" aria-labelledby="about:{key}">\n{heading}{content}</section>\n'


def _holdings(texts: Sequence[SiteText], frame: Frame) -> Iterator[str]:
    """How much there is of each kind; what has a page of its own is a way there."""
    rows = [(frame.word("texts"), len(texts))]
    rows += [
        (f'<a href="{escape(way.to)}">{frame.word(way.key)}</a>', way.count)
        for way in frame.ways
        if way.count is not None
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{count}</dd></div>\n" for name, count in rows)
    yield _section("holdings", f'<dl class="holdings">\n{listed}</dl>\n', frame)


def _principles(texts: Sequence[SiteText], frame: Frame) -> Iterator[str]:
    """The paragraphs of the encoding descriptions, each once, under what they are about."""
    found: dict[Principle, list[SiteText]] = {}
    for text in texts:
        for one in dict.fromkeys(text.encoding.principles):
            found.setdefault(one, []).append(text)
    if not found:
        return
    shown = sorted(found, key=lambda one: -len(found[one]))[:_SUBJECTS]
    subjects: dict[str, list[Principle]] = {}
    for one in found:
        if one in shown:
            subjects.setdefault(one.subject, []).append(one)
    parts = []
    for subject, several in subjects.items():
        parts.append(f"<h3>{frame.word(_subject(subject))}</h3>\n")
        for one in several:
            parts.append(f"<p{language_of(one.language, frame)}>{escape(one.words)}</p>\n")
            if len(found[one]) < len(texts):
                parts.append(f'<p class="of-text">{_which(found[one], len(texts), frame)}</p>\n')
    if len(found) > _SUBJECTS:
        parts.append(f"<p>{frame.word('more').format(count=len(found) - _SUBJECTS)}</p>\n")
    yield _section("principles", "".join(parts), frame)


def _subject(name: str) -> str:
    return f"subject-{name}" if _has_word(f"subject-{name}") else "subject-encodingDesc"


def _has_word(key: str) -> bool:
    """Whether there is such a word of the interface."""
    try:
        word(key, "en")
    except KeyError:
        return False
    return True


def _which(some: Sequence[SiteText], every: int, frame: Frame) -> str:
    """For which texts a principle is stated, where it is not for all."""
    if len(some) > _NAMED:
        return frame.word("in-some").format(count=len(some), all=every)
    return ", ".join(
        f'<a href="{escape(address(text.stem))}"{language_of(text.language, frame)}>{escape(text.title)}</a>'
        for text in some
    )


def _concluded(texts: Sequence[SiteText], frame: Frame) -> Iterator[str]:
    """How much was concluded, how sure that is, and how readers tell it."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(dict(text.encoding.concluded))
    if not counts:
        return
    said = frame.word("concluded-says").format(count=counts.total())
    known = [(one, counts[one]) for one in _CERTAINTIES if counts[one]]
    listed = "".join(
        f"<div><dt>{frame.word(f'cert-{one}')}</dt><dd>{count}</dd></div>\n" for one, count in known
    )
    levels = f'<dl class="holdings">\n{listed}</dl>\n' if listed else ""
    yield _section("concluded", f"<p>{said}</p>\n{levels}", frame)


def _licences(texts: Sequence[SiteText], facts: EditionFacts, frame: Frame) -> Iterator[str]:
    """The terms that the headers state, where they say more than the edition does."""
    counts = Counter(one for text in texts for one in dict.fromkeys(text.encoding.licences))
    for one in [one for one in counts if facts.licence and facts.licence in one]:
        del counts[one]
    if not counts:
        return
    parts = []
    for (words, target), count in counts.most_common(_SUBJECTS):
        link = f' <a href="{escape(target)}">{escape(target)}</a>' if is_address(target) else ""
        link = "" if target == words else link
        said = f'<a href="{escape(words)}">{escape(words)}</a>' if is_address(words) else escape(words)
        some = f" ({frame.word('in-some').format(count=count, all=len(texts))})" if count < len(texts) else ""
        parts.append(f"<p>{said}{link}{some}</p>\n")
    yield _section("licences", "".join(parts), frame)


def _programs(texts: Sequence[SiteText], frame: Frame) -> Iterator[str]:
    """What encoded the texts, and what made these pages."""
    counts = Counter(one for text in texts for one in dict.fromkeys(text.encoding.programs))
    names = [escape(one) for one, _ in counts.most_common(_SUBJECTS)]
    parts = [f"<p>{frame.word('encoded-with').format(names=', '.join(names))}</p>\n"] if names else []
    parts.append(f"<p>{frame.word('made-with').format(names=f'edition {escape(__version__)}')}</p>\n")
    yield _section("programs", "".join(parts), frame)


def _cite(facts: EditionFacts, frame: Frame) -> Iterator[str]:
    """A reference to the edition as a whole; that of a text or passage stands on its page."""
    editors = f"{frame.word('edited-by')} {escape(', '.join(facts.editors))}" if facts.editors else ""
    published = ": ".join(filter(None, (escape(facts.place), escape(facts.publisher))))
    named = f'<cite class="whole">{escape(frame.name)}</cite>'
    said = ". ".join(filter(None, (named, editors, published)))
    where = f' <a href="{escape(frame.site)}">{escape(frame.site)}</a>' if frame.site else ""
    content = f'<p class="bibliography">{said}.{where}</p>\n<p>{frame.word("cite-passages")}</p>\n'
    yield _section("cite", content, frame)
