"""How sources are cited: what stands between the parts of a reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class ReferenceWords:
    """Words of references; all in small letters, without accents or full stops.

    `containers` lead to the work that a piece stands in, `editors` and `translators` stand before or after a
    name, `others` in place of more names. `editions` follow a number. `publishers`, `series`, `journals` and
    `bodies` are words of their names. `phrases` say something of a source that is none of its parts
    ("accessed", "in press"). `units` label parts of a work, by TEI's names. In notes `same` stands for the
    source before, `before` for one cited earlier, `see` before a source.
    """

    containers: frozenset[str] = frozenset({"in"})
    editors: frozenset[str] = frozenset({"ed", "eds"})
    translators: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset({"et al"})
    phrases: frozenset[str] = frozenset()
    journals: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset({"ibid", "ibidem"})
    before: frozenset[str] = frozenset({"op cit", "loc cit"})
    see: frozenset[str] = frozenset({"cf"})
    bodies: frozenset[str] = frozenset()
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
