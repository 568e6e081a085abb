"""The entry of a correspondent: the letters to and from them, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from edition.chronology import moment
from edition.registers import free_id
from edition.site.alphabet import filed_word, filing
from edition.site.frame import Frame, address, language_of
from edition.site.front import dated
from edition.site.letters import Letter, Party
from edition.site.listing import Item
from edition.site.registers import Registered, Registers
from edition.site.text import SiteText

_Row = tuple[SiteText, Letter, bool]
"""A letter and whether the correspondent sent it."""


@dataclass(slots=True)
class _Correspondent:
    anchor: str
    name: str
    registered: Registered | None
    rows: list[_Row] = field(default_factory=list)


class Correspondents:
    """Everybody who wrote or received one of the letters of the texts. Those without a record are told by
    their names as they are written.
    """

    def __init__(self, texts: Sequence[SiteText], registers: Registers, href: Callable[[str], str]) -> None:
        self._registers = registers
        self._href = href
        self._used: set[str] = set()
        self._found: dict[str, _Correspondent] = {}
        for text in texts:
            for letter in text.letters:
                for party in letter.senders:
                    self._of(party).rows.append((text, letter, True))
                for party in letter.addressees:
                    self._of(party).rows.append((text, letter, False))

    def items(self) -> list[Item]:
        """An entry for each."""
        return [self._item(one) for one in self._found.values()]

    def _of(self, party: Party) -> _Correspondent:
        registered = self._registers.of(party.key)
        key = f"#{registered.gathered.id}" if registered is not None else party.name.casefold()
        if key not in self._found:
            name = registered.name if registered is not None else party.name
            anchor = registered.gathered.id if registered is not None else self._anchor(name)
            self._found[key] = _Correspondent(anchor, name, registered)
        return self._found[key]

    def _anchor(self, name: str) -> str:
        """An anchor for a name; the colon keeps it apart from the ids of records."""
        made = free_id(name, self._used)
        self._used.add(made)
        return f"name:{made}"

    def _item(self, one: _Correspondent) -> Item:
        surname = one.registered.gathered.fullest.surname if one.registered is not None else ""
        weight = 300 + sum(420 + len(text.title) for text, _, _ in one.rows)
        key = filing(one.name, filed_word(one.name, surname)[0])
        return Item(one.anchor, one.name, key, weight, lambda frame: self._entry(one, frame))

    def _entry(self, one: _Correspondent, frame: Frame) -> Iterator[str]:
        to = self._href(one.anchor) if one.registered is not None else ""
        name = f'<a href="{escape(to)}">{escape(one.name)}</a>' if to else escape(one.name)
        yield f"<h3{language_of(one.rows[0][0].language, frame)}>{name}</h3>\n"
        sent = sum(out for _, _, out in one.rows)
        counts = [(sent, "letters-from"), (len(one.rows) - sent, "letters-to")]
        said = " · ".join(f"{frame.word(key)} <b>{count}</b>" for count, key in counts if count)
        yield f'<p class="counts">{said}</p>\n<ol class="dates">\n'
        for row in sorted(one.rows, key=lambda row: (not row[1].date, moment(row[1].date))):
            yield _row(row, frame)
        yield "</ol>\n"


def _row(row: _Row, frame: Frame) -> str:
    text, letter, out = row
    others = letter.addressees if out else letter.senders
    names = escape(", ".join(party.name for party in others))
    with_whom = frame.word("to-whom" if out else "from-whom").format(names=names) if names else ""
    title = f"<cite{language_of(text.language, frame)}>{escape(text.title)}</cite>"
    places = " → ".join(escape(place) for place in (letter.sent_from, letter.sent_to) if place)
    when = dated(letter.date, letter.date_words or letter.date) or frame.word("no-date")
    said = ": ".join(filter(None, (with_whom, f'<a href="{escape(address(text.stem))}">{title}</a>')))
    where = f' <span class="of-text">{places}</span>' if places else ""
    return f'<li><span class="value">{when}</span> <span class="in-context">{said}</span>{where}</li>\n'
