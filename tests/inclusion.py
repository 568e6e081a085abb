"""Is every document of one schema valid against another? Asked element by element, with counterexamples.

For two definitions of an element, first the attributes are read along together, name by name: one that is
there (by any of the patterns the narrow schema has for it) or not. Then the content, through all pairs of
states that both can reach; the first pair where the narrow one goes on and the wide one cannot is a
counterexample. Then the same for the elements met. That is a proof: sound, since what is not shown to be
included is told, and complete where an element name has one definition in a place, as TEI schemas have.

Whether all values of one datatype are values of another is decided by rule where it can be (`Values.proved`
counts that), else it is tried on samples (`Values.tried`).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator

from edition.relaxng import Schema
from edition.relaxng.derivatives import Derivatives
from edition.relaxng.names import named
from edition.relaxng.patterns import Definition, Kind, Pattern, Patterns

SAMPLES = (
    "", " ", "a", "a b", "a  b", " a ", "#a", "#a #b", "a#b", "http://example.org/", "gnd:118571249",
    "x.xml#a", "/a", ":a", "1", "0", "1 0", "-1", "+1", "1.5", "1e3", "INF", "NaN", "1.0.0", "1.2.3.4.5",
    "1a", "1850", "-0044", "1850-02", "1850-02-27", "1850-02-30", "--02", "--02-27", "---27", "27.02.1850",
    "1850-02-27T12:00:00", "0000", "-0043-03-15", "--13", "1850Z", "1850-02-27+01:00", "12:30:00", "12:30",
    "24:00:00", "P1Y", "P21D", "P3W", "PT2H", "en", "de-AT", "x-klingon", "en_US", "deutsch-sehr-lang",
    "true", "false", "unknown", "inapplicable", "high", "medium", "low", "yes", "no", "a:b", "A_b-c.d",
    "1ab", "é", "ein Wort", "a\tb", "a,b", "(a)", "50%", "12px", "&", "[", "\u00a0", "漢",
)  # fmt: skip
"""Values of every kind, for datatypes of which no rule says that one is part of the other."""

# Types of XML Schema whose every value is, as text, a value of the type named (Part 2, 3.3).
_WIDER = {
    "nonNegativeInteger": "integer",
    "positiveInteger": "nonNegativeInteger",
    "integer": "decimal",
    "NCName": "Name",
    "Name": "NMTOKEN",
    "NMTOKEN": "token",
    "language": "token",
}
_ANY_TEXT = frozenset(("string", "normalizedString", "token"))
"""Types that take any text: they differ in which texts they hold for the same."""


def counterexamples(narrow: Schema, wide: Schema, values: Values | None = None) -> Iterator[str]:
    """What the narrow schema allows and the wide one does not, in words; nothing where all is included."""
    return _Inclusion(narrow, wide, values if values is not None else Values()).told()


class _Inclusion:
    def __init__(self, narrow: Schema, wide: Schema, values: Values) -> None:
        self._narrow, self._wide = _Side(narrow), _Side(wide)
        self._values = values
        self._pairs: dict[tuple[Definition, Definition], None] = {}
        self._waiting: deque[tuple[Definition, Definition]] = deque()

    def told(self) -> Iterator[str]:
        """The counterexamples, root first."""
        inner, outer = self._narrow.start, self._wide.start
        for definition in self._narrow.derivatives.first(inner):
            if not self._met(definition, self._wide.derivatives.first(outer)):
                yield f"a document may not begin with {_name(definition)}"
        while self._waiting:
            definition, there = self._waiting.popleft()
            yield from dict.fromkeys(self._within(definition, there))

    def _met(self, definition: Definition, possible: tuple[Definition, ...]) -> list[Definition]:
        """The definitions that the wide schema has for an element met; they must include the narrow one's."""
        names = named(definition.names)
        assert names, f"{definition.path}:{definition.line}: the proof needs elements with names"
        found = [one for one in possible if all(one.names.contains(name) for name in names)]
        for one in found:
            if (definition, one) not in self._pairs:
                self._pairs[definition, one] = None
                self._waiting.append((definition, one))
        return found

    def _within(self, definition: Definition, there: Definition) -> Iterator[str]:
        name = _name(definition)
        contents: dict[tuple[Pattern, Pattern], None] = {}
        for told in self._attributes(definition.content, there.content, contents):
            yield f"{name}{told}"
        for inner, outer in contents:
            path = self._content(inner, outer)
            if path is not None:
                yield f"{name}: content {' '.join(path) or 'empty'}"
            yield from (f"{name}: text {one!r}" for one in self._texts(inner, outer))

    # -- attributes

    def _attributes(
        self, inner: Pattern, outer: Pattern, contents: dict[tuple[Pattern, Pattern], None]
    ) -> Iterator[str]:
        """Counterexamples; what is left as content goes into `contents`."""
        own, other = self._narrow, self._wide
        names = sorted({name for one in own.derivatives.attributes(inner) for name in _names(one)})
        for name in {name for one in other.derivatives.attributes(outer) for name in _names(one)} - {*names}:
            outer = other.without(outer, name)
        here: dict[tuple[Pattern, Pattern], tuple[str, ...]] = {(inner, outer): ()}
        for name in names:
            there: dict[tuple[Pattern, Pattern], tuple[str, ...]] = {}
            for (left, right), given in here.items():
                there.setdefault((own.without(left, name), other.without(right, name)), given)
                for one in own.named(left, name):
                    accepted = frozenset(
                        wide for wide in other.named(right, name) if self._value(one, wide) is None
                    )
                    after = other.without(other.derivatives.after_attribute(right, accepted), name)
                    rest = own.without(own.derivatives.after_attribute(left, frozenset((one,))), name)
                    if own.possible(rest) and after is other.nothing and right is not other.nothing:
                        yield f"/@{_local(name)}: {self._why(one, right, name)}"
                    else:
                        there.setdefault((rest, after), (*given, name))
            here = {pair: given for pair, given in there.items() if own.possible(pair[0])}
        for (left, right), given in here.items():
            content = own.derivatives.closed(left)
            closed = other.derivatives.closed(right)
            if content is own.nothing:
                continue
            if closed is other.nothing:
                yield f": attributes {' '.join(map(_local, given)) or 'none'}"
            else:
                contents[content, closed] = None

    def _why(self, one: Pattern, right: Pattern, name: str) -> str:
        wide = self._wide.named(right, name)
        if not wide:
            return "no such attribute"
        return next(
            (f"value {found!r}" for found in (self._value(one, it) for it in wide) if found is not None), ""
        )

    def _value(self, one: Pattern, wide: Pattern) -> str | None:
        return self._values.outside(one.parts[0], self._narrow, wide.parts[0], self._wide)

    # -- content

    def _content(self, inner: Pattern, outer: Pattern) -> tuple[str, ...] | None:
        """The shortest content that only the narrow schema allows, as far as the wide one goes along."""
        own, other = self._narrow, self._wide
        start = own.free(inner), other.free(outer)
        if start[0].nullable and not other.derivatives.matches_value(outer, ""):
            return ()
        seen = {start}
        waiting: deque[tuple[Pattern, Pattern, tuple[str, ...]]] = deque([(*start, ())])
        while waiting:
            left, right, path = waiting.popleft()
            if path and left.nullable and not right.nullable:
                return path
            steps: list[tuple[str, Pattern, Pattern]] = []
            if own.takes_text(left):
                steps.append(("text", own.past_text(left), other.past_text(right)))
            for definition in own.derivatives.first(left):
                found = self._met(definition, other.derivatives.first(right))
                after = [other.derivatives.after_element(right, one) for one in found]
                rest = own.derivatives.after_element(left, definition)
                steps.append((_name(definition), rest, other.choice(after)))
            for step, rest, after_it in steps:
                if after_it is other.nothing:
                    return (*path, step)
                if (rest, after_it) not in seen:
                    seen.add((rest, after_it))
                    waiting.append((rest, after_it, (*path, step)))
        return None

    def _texts(self, inner: Pattern, outer: Pattern) -> Iterator[str]:
        """Text of a form, where that is all the content."""
        for one in _alternatives(inner):
            if one.kind in (Kind.DATA, Kind.VALUE, Kind.LIST):
                found = self._values.outside(one, self._narrow, outer, self._wide)
                if found is not None:
                    yield found


class Values:
    """Whether all texts of one form are of another. Counts what was proved, and what was only tried."""

    def __init__(self) -> None:
        self.proved: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self._known: dict[tuple[Pattern, Pattern], str | None] = {}

    def outside(self, inner: Pattern, own: _Side, outer: Pattern, other: _Side) -> str | None:
        """A text that `inner` takes and `outer` does not, or None."""
        for one in _alternatives(inner):
            if (one, outer) not in self._known:
                self._known[one, outer] = self._outside(one, own, outer, other)
            found = self._known[one, outer]
            if found is not None:
                return found
        return None

    def _outside(self, inner: Pattern, own: _Side, outer: Pattern, other: _Side) -> str | None:
        takes = other.derivatives.matches_value
        if any(_identifies(one) for one in _alternatives(outer)) and not _identifies(inner):
            return "the same twice"
        if inner.kind in (Kind.VALUE, Kind.EMPTY):
            self.proved["one value"] += 1
            text = inner.text if inner.kind is Kind.VALUE else ""
            return None if takes(outer, text) else text
        anything = other.past_text(other.free(outer)).nullable
        if anything or any(_is_part(inner, one) for one in _alternatives(outer)):
            self.proved[_form(inner)] += 1
            return None
        reads = own.derivatives.matches_value
        of_choice = [one.text for one in _leaves(inner) if one.kind is Kind.VALUE]
        samples = (*SAMPLES, *of_choice)
        found = next((text for text in samples if reads(inner, text) and not takes(outer, text)), None)
        if found is None:
            self.tried[f"{_form(inner)} in {_form(outer)}"] += 1
        return found


def _identifies(pattern: Pattern) -> bool:
    return pattern.datatype is not None and pattern.datatype.identifies == "ID"


def _is_part(inner: Pattern, outer: Pattern) -> bool:
    """Whether every text of `inner` is surely one of `outer`; False where no rule says so."""
    if inner is outer or outer.kind is Kind.TEXT:
        return True
    if outer.kind is Kind.DATA and outer.datatype is not None and not outer.parts:
        if outer.datatype.name in _ANY_TEXT and not outer.datatype.parameters:
            return inner.kind in (Kind.DATA, Kind.LIST, Kind.TEXT, Kind.VALUE)
        return inner.kind is Kind.DATA and inner.datatype is not None and _is_part_of_type(inner, outer)
    if inner.kind is Kind.LIST and outer.kind is Kind.LIST:
        few, many = inner.parts[0], outer.parts[0]
        few_words = few.parts[0] if few.kind is Kind.MORE else few
        return many.kind is Kind.MORE and all(
            one.kind is not Kind.GROUP and _is_word_of(one, many.parts[0]) for one in _alternatives(few_words)
        )
    return False


def _is_word_of(inner: Pattern, outer: Pattern) -> bool:
    """The same for one word of a list; a value is a word of an open list of tokens if that takes it."""
    if any(_is_part(inner, one) for one in _alternatives(outer)):
        return True
    return inner.kind is Kind.VALUE and any(
        one.kind is Kind.DATA and one.datatype is not None and one.datatype.accepts(inner.text, {})
        for one in _alternatives(outer)
    )


def _is_part_of_type(inner: Pattern, outer: Pattern) -> bool:
    narrow, wide = inner.datatype, outer.datatype
    assert narrow is not None
    assert wide is not None
    if not set(wide.parameters) <= set(narrow.parameters):
        return False
    name: str | None = narrow.name
    while name is not None:
        if (name, narrow.library) == (wide.name, wide.library):
            return True
        name = _WIDER.get(name)
    return False


class _Side:
    """One of the two schemas, and what is asked of its patterns."""

    def __init__(self, schema: Schema) -> None:
        self.derivatives: Derivatives = schema.states.derivatives
        self.start = schema.pattern
        self._patterns: Patterns = schema.patterns
        self.nothing = self._patterns.not_allowed
        self._free: dict[Pattern, Pattern] = {}
        self._past: dict[Pattern, Pattern] = {}
        self._without: dict[tuple[Pattern, str], Pattern] = {}

    def choice(self, several: list[Pattern]) -> Pattern:
        """Any of them."""
        return self._patterns.choice(*several)

    def named(self, pattern: Pattern, name: str) -> list[Pattern]:
        """The ATTRIBUTE patterns in `pattern` that an attribute of this name may match."""
        return [
            one
            for one in self.derivatives.attributes(pattern)
            if one.names is not None and one.names.contains(name)
        ]

    def without(self, pattern: Pattern, name: str) -> Pattern:
        """What is left of `pattern` where there is no attribute of this name."""
        if not pattern.has_attributes:
            return pattern
        key = (pattern, name)
        known = self._without.get(key)
        if known is None:
            if pattern.kind is Kind.ATTRIBUTE:
                known = self.nothing if name in _names(pattern) else pattern
            else:
                known = self._joined(pattern, [self.without(part, name) for part in pattern.parts])
            self._without[key] = known
        return known

    def possible(self, pattern: Pattern) -> bool:
        """Whether anything is left that can be fulfilled."""
        return pattern is not self.nothing

    def free(self, pattern: Pattern) -> Pattern:
        """Content without text of a form, which is looked at by itself."""
        if not pattern.has_data:
            return pattern
        known = self._free.get(pattern)
        if known is None:
            if pattern.kind in (Kind.DATA, Kind.VALUE, Kind.LIST):
                known = self.nothing
            else:
                known = self._joined(pattern, [self.free(part) for part in pattern.parts])
            self._free[pattern] = known
        return known

    def takes_text(self, pattern: Pattern) -> bool:
        """Whether any text may come next."""
        return self.past_text(pattern) is not self.nothing

    def past_text(self, pattern: Pattern) -> Pattern:
        """What may follow text of any form; `pattern` has no data."""
        return self.derivatives.after_text(pattern, "x")

    def _joined(self, pattern: Pattern, parts: list[Pattern]) -> Pattern:
        match pattern.kind:
            case Kind.CHOICE:
                return self._patterns.choice(*parts)
            case Kind.GROUP:
                return self._patterns.pair(*parts)
            case Kind.INTERLEAVE:
                return self._patterns.mingled(*parts)
            case _:
                assert pattern.kind is Kind.MORE
                return self._patterns.more(parts[0])


def _alternatives(pattern: Pattern) -> tuple[Pattern, ...]:
    return pattern.parts if pattern.kind is Kind.CHOICE else (pattern,)


def _leaves(pattern: Pattern) -> Iterator[Pattern]:
    if not pattern.parts:
        yield pattern
    for part in pattern.parts:
        yield from _leaves(part)


def _names(attribute: Pattern) -> tuple[str, ...]:
    return named(attribute.names) if attribute.names is not None else ()


def _name(definition: Definition) -> str:
    return _local(named(definition.names)[0])


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _form(pattern: Pattern) -> str:
    """A form of text in few words, to report."""
    match pattern.kind:
        case Kind.DATA if pattern.datatype is not None:
            return repr(pattern.datatype)
        case Kind.LIST | Kind.MORE | Kind.CHOICE:
            parts = sorted({_form(part) for part in pattern.parts if part.kind is not Kind.VALUE})
            return f"{pattern.kind.name.lower()}({', '.join(parts) or 'values'})"
        case _:
            return pattern.kind.name.lower()
