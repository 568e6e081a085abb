"""The entry of a speaker: how many speeches and words in which texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from edition.registers import free_id
from edition.site.alphabet import filed_word, filing
from edition.site.frame import Frame, address, language_of
from edition.site.listing import Item
from edition.site.registers import Registered, Registers
from edition.site.speeches import Speech
from edition.site.text import SiteText


@dataclass(slots=True)
class _Speaker:
    """Somebody who speaks; `registered` where there is a record, which may be one of several texts."""

    anchor: str
    name: str
    registered: Registered | None
    texts: dict[str, tuple[SiteText, list[Speech]]] = field(default_factory=dict)

    @property
    def speeches(self) -> int:
        """How many speeches in all."""
        return sum(len(speeches) for _, speeches in self.texts.values())

    @property
    def words(self) -> int:
        """How many words in all."""
        return sum(_words(speeches) for _, speeches in self.texts.values())


def speaker_items(texts: Sequence[SiteText], registers: Registers, href: Callable[[str], str]) -> list[Item]:
    """An entry for each speaker. A label without a record is a speaker of its text only. `href` is the way to
    the entry of a record in the register of persons, empty for none.
    """
    found: dict[tuple[str, str], _Speaker] = {}
    used: set[str] = set()
    for text in texts:
        for speech in text.speeches:
            for key, name, registered in _speaking(speech, registers):
                if key not in found:
                    anchor = registered.gathered.id if registered else _anchor(name, text, used)
                    found[key] = _Speaker(anchor, name, registered)
                found[key].texts.setdefault(text.stem, (text, []))[1].append(speech)
    most = max((speaker.words for speaker in found.values()), default=0)
    return [_item(speaker, most, href) for speaker in found.values()]


def _anchor(name: str, text: SiteText, used: set[str]) -> str:
    """An anchor for a label of one text; the colon keeps it apart from the ids of records."""
    made = free_id(f"{name} {text.stem}", used)
    used.add(made)
    return f"label:{made}"


def _speaking(
    speech: Speech, registers: Registers
) -> Iterator[tuple[tuple[str, str], str, Registered | None]]:
    """Who speaks: those on record, else those the label names."""
    known = [(one, registers.of((speech.stem, one))) for one in dict.fromkeys(speech.speakers)]
    on_record = list({id(one): one for _, one in known if one is not None}.values())
    for one in on_record:
        yield ("", one.gathered.id), one.name, one
    if not on_record and speech.name:
        name = speech.name.rstrip(".:, ") or speech.name
        yield (speech.stem, name.casefold()), name, None


def _item(speaker: _Speaker, most: int, href: Callable[[str], str]) -> Item:
    person = speaker.registered is not None and speaker.registered.gathered.kind == "person"
    surname = speaker.registered.gathered.fullest.surname if speaker.registered is not None else ""
    start = filed_word(speaker.name, surname)[0] if person else 0
    to = href(speaker.anchor) if speaker.registered is not None else ""
    weight = 450 + sum(140 + len(text.title) + len(text.stem) for text, _ in speaker.texts.values())
    return Item(
        speaker.anchor,
        speaker.name,
        filing(speaker.name, start),
        weight,
        lambda frame: _entry(speaker, most, to, frame),
    )


def _entry(speaker: _Speaker, most: int, to: str, frame: Frame) -> Iterator[str]:
    name = f'<a href="{escape(to)}">{escape(speaker.name)}</a>' if to else escape(speaker.name)
    language = next(iter(speaker.texts.values()))[0].language
    yield f"<h3{language_of(language, frame)}>{name}</h3>\n"
    yield _bar(speaker.words, most)
    counts = ((speaker.speeches, "data-speeches"), (speaker.words, "words"))
    said = " · ".join(f"{frame.word(key)} <b>{count}</b>" for count, key in counts)
    yield f'<p class="counts">{said}</p>\n<ul class="by-text">\n'
    for text, speeches in speaker.texts.values():
        title = f"<cite{language_of(text.language, frame)}>{escape(text.title)}</cite>"
        where = escape(f"{address(text.stem)}{f'#{speeches[0].address}' if speeches[0].address else ''}")
        more = len(speaker.texts) > 1
        counted = f' <span class="count">{len(speeches)} · {_words(speeches)}</span>' if more else ""
        yield f'<li class="of-text"><a href="{where}">{title}</a>{counted}</li>\n'
    yield "</ul>\n"


def _bar(words: int, most: int) -> str:
    """The share of the words beside that of who says most, as a picture of what stands in figures below."""
    width = max(1, round(1000 * words / most)) if most else 0
    return (
        '<svg class="share" aria-hidden="true" viewBox="0 0 1000 1" preserveAspectRatio="none">'
        f'<rect width="{width}" height="1"/></svg>\n'
    )


def _words(speeches: Sequence[Speech]) -> int:
    return sum(len(speech.words.split()) for speech in speeches)
