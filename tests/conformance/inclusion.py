"""Is every document of one schema valid against another? Asked element by element.

Content: inclusion of regular languages. Both content models are read along together, name by name, through
all pairs of states they can reach; the first pair where the narrow one goes on and the wide one cannot is a
counterexample. Attributes: each name and its values, and every combination of those that depend on each
other. It holds where both schemas define an element name once, as TEI schemas do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import combinations

from lxml import etree

from edition.validator.grammar import Definition, Grammar
from edition.validator.pattern import TEXT, Kind, Pattern, Patterns
from edition.validator.values import ValueForm, ValueForms

SAMPLES = (
    "", " ", "a", "a b", "a  b", " a ", "#a", "#a #b", "a#b", "http://example.org/", "gnd:118571249",
    "x.xml#a",
    "/a", ":a", "1", "0", "-1", "+1", "1.5", "1e3", "INF", "NaN", "1.0.0", "1.2.3.4.5", "1a", "1850",
    "-0044", "1850-02", "1850-02-27", "1850-02-30", "--02", "--02-27", "---27", "27.02.1850",
    "1850-02-27T12:00:00",
    "0000", "-0043-03-15", "--13", "1850Z", "1850-02-27+01:00", "12:30:00", "12:30", "24:00:00",
    "P1Y", "P21D", "P3W", "PT2H", "en", "de-AT", "x-klingon", "en_US",
    "deutsch-sehr-lang", "true", "false", "unknown", "inapplicable", "high", "medium", "low", "yes", "no",
    "a:b", "A_b-c.d", "1ab", "é", "ein Wort", "a\tb", "a,b", "(a)", "50%", "12px", "&", "[", "\u00a0", "漢",
)  # fmt: skip
"""Values of every kind: what the narrow schema takes of them the wide one must take."""


def counterexamples(narrow: Grammar, wide: Grammar) -> Iterator[str]:
    """What the narrow schema allows and the wide one does not, in words; nothing where all is included."""
    narrow_forms, wide_forms = ValueForms(narrow), ValueForms(wide)
    for root in sorted(narrow.roots - wide.roots):
        yield f"a document may not begin with {_local(root)}"
    for name, inner in sorted(narrow.definitions.items()):
        outer = wide.definitions.get(name)
        if outer is None:
            yield f"{_local(name)}: no such element"
            continue
        path = _content(narrow.patterns, inner.content, wide.patterns, outer.content)
        if path is not None:
            yield f"{_local(name)}: content {' '.join(map(_local, path)) or 'empty'}"
        yield from _text(inner, narrow_forms, outer, wide, wide_forms)
        for attribute in sorted(narrow.patterns.names(inner.attributes)):
            if attribute not in wide.patterns.names(outer.attributes):
                yield f"{_local(name)}/@{_local(attribute)}: no such attribute"
                continue
            value = _value(
                narrow_forms.of_attribute(inner, attribute), wide_forms.of_attribute(outer, attribute)
            )
            if value is not None:
                yield f"{_local(name)}/@{_local(attribute)}: value {value!r}"
        yield from _combinations(name, inner, narrow.patterns, outer, wide.patterns)


def _content(narrow: Patterns, inner: Pattern, wide: Patterns, outer: Pattern) -> tuple[str, ...] | None:
    """The shortest content that only the narrow schema allows; the last name is where the wide one stops."""
    seen = {(inner, outer)}
    waiting: deque[tuple[Pattern, Pattern, tuple[str, ...]]] = deque([(inner, outer, ())])
    while waiting:
        here, there, path = waiting.popleft()
        if here.nullable and not there.nullable:
            return path
        for name in sorted(narrow.first(here)):
            pair = narrow.derive(here, name), wide.derive(there, name)
            if pair[1] is wide.nothing:
                return (*path, name)
            if pair not in seen:
                seen.add(pair)
                waiting.append((*pair, (*path, name)))
    return None


def _text(
    inner: Definition, narrow_forms: ValueForms, outer: Definition, wide: Grammar, wide_forms: ValueForms
) -> Iterator[str]:
    """Text of a certain form in the wide schema: the narrow one must ask for it as well."""
    form = wide_forms.of_content(outer)
    free = any(one.kind is Kind.TEXT for one in _leaves(outer.content))
    if form is None or free or TEXT not in wide.patterns.names(outer.content):
        return
    own = narrow_forms.of_content(inner)
    if own is None or any(one.kind is Kind.TEXT for one in _leaves(inner.content)):
        yield f"{_local(inner.name)}: text of any form"
    elif (value := _value(own, form)) is not None:
        yield f"{_local(inner.name)}: text {value!r}"


def _value(inner: ValueForm | None, outer: ValueForm | None) -> str | None:
    """A value that only the narrow form takes."""
    if outer is None or outer.is_free:
        return None
    if inner is None or inner.is_free:
        return next((sample for sample in SAMPLES if not outer.accepts(sample)), None)
    if etree.tostring(inner.pattern, method="c14n") == etree.tostring(outer.pattern, method="c14n"):
        return None
    values = (*SAMPLES, *inner.choices)
    return next((value for value in values if inner.accepts(value) and not outer.accepts(value)), None)


def _combinations(
    name: str, inner: Definition, narrow: Patterns, outer: Definition, wide: Patterns
) -> Iterator[str]:
    """Sets of attributes that only the narrow schema allows, among those that depend on each other."""
    needed = _alone(inner.attributes, optional=False)
    wide_alone = _alone(outer.attributes, optional=True) | _alone(outer.attributes, optional=False)
    dropped = _alone(inner.attributes, optional=True) & wide_alone
    loose = sorted(narrow.names(inner.attributes) - needed - dropped)
    assert len(loose) <= 12, f"{name}: too many attributes depend on each other: {loose}"
    for size in range(len(loose) + 1):
        for chosen in combinations(loose, size):
            attributes = [*sorted(needed), *chosen]
            if _complete(narrow, inner.attributes, attributes) and not _complete(
                wide, outer.attributes, attributes
            ):
                yield f"{_local(name)}: attributes {' '.join(map(_local, attributes)) or 'none'}"
                return


def _complete(patterns: Patterns, pattern: Pattern, attributes: list[str]) -> bool:
    for attribute in attributes:
        pattern = patterns.derive(pattern, attribute)
    return pattern.nullable


def _alone(pattern: Pattern, *, optional: bool) -> set[str]:
    """Attributes that stand by themselves in the interleave: optional ones, or required ones."""
    if pattern.kind is Kind.INTERLEAVE:
        return set().union(*(_alone(part, optional=optional) for part in pattern.parts))
    if pattern.kind is Kind.NAME:
        return set() if optional else {pattern.name}
    if optional and pattern.kind is Kind.CHOICE:
        names = [part.name for part in pattern.parts if part.kind is Kind.NAME]
        others = [part for part in pattern.parts if part.kind not in (Kind.NAME, Kind.EMPTY)]
        return set(names) if len(names) == 1 and not others else set()
    return set()


def _leaves(pattern: Pattern) -> Iterator[Pattern]:
    if not pattern.parts:
        yield pattern
    for part in pattern.parts:
        yield from _leaves(part)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
