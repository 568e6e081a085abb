"""Regular expressions as terms, and their derivatives (Brzozowski 1964): what must follow once a character is
read.

Every term is made by `Terms` and exists once, so equal ones are identical; each remembers its derivatives. So
the terms that a text leads through are the states of a deterministic automaton, built as far as texts need
it. There is no backtracking: a text takes as many steps as it has characters.

Repetitions are counted, never written out: `x{2,9}` after one x is `x{1,8}`. Where counts overlap, as in
`(a|aa){1,99}`, many of them are possible at once; of two that differ in counts only, one that allows all the
other does takes its place. What remains costly (`(.*a.{999})+`) is stopped by the caller's count of `work`.
"""

from __future__ import annotations

from edition.relaxng.datatypes.characters import CharacterClass


class Term:
    """A regular expression. `empty` says whether it matches no characters; `following` are its derivatives.

    `parts` are alternatives, or first and rest of a sequence, or what is repeated, `low` to `high` times
    (None: without end). `loose` terms hold a repetition that may end early, and `shape` is the same for terms
    that differ in counts only, `serial` grows from term to term.
    """

    __slots__ = (
        "characters",
        "empty",
        "following",
        "high",
        "kind",
        "loose",
        "low",
        "parts",
        "serial",
        "shape",
    )

    def __init__(
        self,
        *,
        kind: str,
        empty: bool,
        parts: tuple[Term, ...],
        characters: CharacterClass | None,
        low: int,
        high: int | None,
        shape: int,
        serial: int,
    ) -> None:
        self.kind = kind
        self.empty = empty
        self.parts = parts
        self.characters = characters
        self.low = low
        self.high = high
        self.loose: bool = (low != high and kind == "repeat") or any(part.loose for part in parts)
        self.shape = shape
        self.serial = serial
        self.following: dict[str, Term] = {}


class Terms:
    """The terms of one pattern. `work` grows with each step that was not remembered."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Term] = {}
        self._shapes: dict[tuple[object, ...], int] = {}
        self._made = 0
        self.work = 0
        self.nothing = self._term("nothing", False)
        self.nil = self._term("nil", True)

    def __len__(self) -> int:
        return len(self._known)

    def forget(self) -> None:
        """Let go of all terms; those that someone holds stay right, though equal ones may be made again."""
        for term in self._known.values():
            term.following.clear()
        self._known.clear()
        for term in (self.nothing, self.nil):
            self._known[term.kind, None, 0, 0] = term

    def _term(
        self,
        kind: str,
        empty: bool,
        parts: tuple[Term, ...] = (),
        *,
        characters: CharacterClass | None = None,
        low: int = 0,
        high: int | None = 0,
    ) -> Term:
        key = (kind, characters, low, high, *map(id, parts))
        term = self._known.get(key)
        if term is None:
            counted = kind == "repeat" and high is not None
            form = (kind, characters, counted or (low, high), *(part.shape for part in parts))
            shape = self._shapes.setdefault(form, len(self._shapes))
            term = self._known[key] = Term(
                kind=kind,
                empty=empty,
                parts=parts,
                characters=characters,
                low=low,
                high=high,
                shape=shape,
                serial=self._made,
            )
            self._made += 1
        return term

    def one_of(self, characters: CharacterClass) -> Term:
        """One character of a class."""
        return self._term("one", False, characters=characters)

    def sequence(self, first: Term, rest: Term) -> Term:
        """One term after another; nested to the right."""
        spine = []
        while first.kind == "sequence":
            spine.append(first.parts[0])
            first = first.parts[1]
        spine.append(first)
        self.work += len(spine)
        for part in reversed(spine):
            if part is self.nothing or rest is self.nothing:
                return self.nothing
            if part is self.nil:
                continue
            rest = (
                part if rest is self.nil else self._term("sequence", part.empty and rest.empty, (part, rest))
            )
        return rest

    def choice(self, alternatives: list[Term]) -> Term:
        """One of several terms, each once, and none that another covers."""
        distinct: dict[int, Term] = {}
        for alternative in alternatives:
            for term in alternative.parts if alternative.kind == "choice" else (alternative,):
                if term is not self.nothing:
                    distinct[id(term)] = term
        alike: dict[int, list[Term]] = {}
        for term in distinct.values():
            alike.setdefault(term.shape, []).append(term)
        self.work += len(distinct)
        kept: list[Term] = []
        for group in alike.values():
            kept.extend(self._uncovered(group) if len(group) > 1 else group)
        if not kept:
            return self.nothing
        if len(kept) == 1:
            return kept[0]
        kept.sort(key=lambda term: term.serial)
        return self._term("choice", any(term.empty for term in kept), tuple(kept))

    def _uncovered(self, group: list[Term]) -> list[Term]:
        if not any(term.loose for term in group):
            return group  # exact counts cover nothing but themselves
        self.work += len(group) ** 2
        kept: list[Term] = []
        for term in group:
            if any(_covers(other, term) for other in kept):
                continue
            kept = [other for other in kept if not _covers(term, other)]
            kept.append(term)
        return kept

    def repeat(self, term: Term, low: int, high: int | None) -> Term:
        """A term `low` to `high` times."""
        if high == 0 or term is self.nil:
            return self.nil
        if term is self.nothing:
            return self.nil if low == 0 else self.nothing
        if term.empty:
            low = 0
        if term.kind == "repeat" and term.high is None and term.low <= 1:
            # (x*){n,m} is x*; (x+){n,m} is x{n,}.
            return term if term.low == 0 else self.repeat(term.parts[0], low, None)
        if (low, high) == (1, 1):
            return term
        return self._term("repeat", low == 0 or term.empty, (term,), low=low, high=high)

    def derivative(self, term: Term, character: str) -> Term:
        """What must follow when `term` has read `character`."""
        known = term.following.get(character)
        if known is not None:
            return known
        self.work += 1
        if term.kind == "one":
            assert term.characters is not None
            result = self.nil if term.characters.has(character) else self.nothing
        elif term.kind == "choice":
            result = self.choice([self.derivative(part, character) for part in term.parts])
        elif term.kind == "repeat":
            (body,) = term.parts
            rest = self.repeat(body, max(0, term.low - 1), None if term.high is None else term.high - 1)
            result = self.sequence(self.derivative(body, character), rest)
        elif term.kind == "sequence":
            result = self._of_sequence(term, character)
        else:
            result = self.nothing
        term.following[character] = result
        return result

    def _of_sequence(self, term: Term, character: str) -> Term:
        ways = []
        while term.kind == "sequence":
            first, rest = term.parts
            self.work += 1
            ways.append(self.sequence(self.derivative(first, character), rest))
            term = rest
            if not first.empty:
                break
        else:
            ways.append(self.derivative(term, character))
        return self.choice(ways)


def _covers(wide: Term, narrow: Term) -> bool:
    """Whether of two terms of one shape the first surely matches all that the second does."""
    while wide is not narrow:
        if wide.shape != narrow.shape or wide.kind not in ("sequence", "repeat"):
            return False
        if wide.kind == "repeat":
            if wide.parts[0] is not narrow.parts[0] or wide.low > narrow.low:
                return False
            if wide.high is None or narrow.high is None:
                return wide.high is None
            return wide.high >= narrow.high
        if not _covers(wide.parts[0], narrow.parts[0]):
            return False
        wide, narrow = wide.parts[1], narrow.parts[1]
    return True
