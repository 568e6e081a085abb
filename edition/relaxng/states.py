"""The states of an element's content, and what leads from one to the next, remembered as it is met.

An element may match several definitions of the schema at once (RELAX NG allows that); so a state holds, for
each definition that is still possible, what may follow in it: a deterministic automaton over hedges, made as
far as documents need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from edition.relaxng.derivatives import Derivatives
from edition.relaxng.patterns import Definition, Pattern, Patterns

_MOST_VALUES = 2_000
"""How many answers about the values of one attribute are kept."""

Hypothesis = tuple[Definition | None, Pattern]


class States:
    """The states of one schema. `patterns` are made by it, `derivatives` remembered; `check` is asked of each
    definition before a document is held against it.
    """

    def __init__(self, patterns: Patterns, check: Callable[[Definition], None] = lambda _: None) -> None:
        self.patterns = patterns
        self._check = check
        self.derivatives = Derivatives(patterns)
        self.namespaces: Mapping[str, str] = {}
        """The prefixes in scope where a value stands, kept right by who reads the document."""
        self.answers: dict[frozenset[Pattern], frozenset[Pattern]] = {}
        """Every set of patterns that some value was found to fit: few, for countless values."""
        self._states: dict[tuple[Hypothesis, ...], State] = {}
        self._openings: dict[tuple[Definition, ...], Opening] = {}
        self._values: dict[tuple[Pattern, ...], Values] = {}

    def state(self, hypotheses: tuple[Hypothesis, ...]) -> State:
        """The one state of these hypotheses; those that allow nothing are left out."""
        nothing = self.patterns.not_allowed
        kept = tuple([one for one in hypotheses if one[1] is not nothing])
        known = self._states.get(kept)
        if known is None:
            known = self._states[kept] = State(self, kept)
            known.settle()
        return known

    def opening(self, definitions: tuple[Definition, ...]) -> Opening:
        """The one opening of these definitions."""
        known = self._openings.get(definitions)
        if known is None:
            for definition in definitions:
                self._check(definition)
            known = self._openings[definitions] = Opening(self, definitions)
        return known

    def values(self, patterns: tuple[Pattern, ...]) -> Values:
        """Which of these ATTRIBUTE patterns a value fits."""
        known = self._values.get(patterns)
        if known is None:
            fresh = _identifies(patterns) == "ID" or any(map(self.derivatives.needs_namespaces, patterns))
            known = self._values[patterns] = (FreshValues if fresh else Values)(self, patterns)
        return known


class State:
    """What may stand at one place of an element's content, for each definition the element may match."""

    __slots__ = ("_states", "after", "complete", "has_data", "hypotheses", "mixed", "opens", "past_text")

    def __init__(self, states: States, hypotheses: tuple[Hypothesis, ...]) -> None:
        self._states: Final = states
        self.hypotheses: Final = hypotheses
        self.opens: Final = _Opens(states, hypotheses)
        """The opening for an element by its name, as expat writes names."""
        self.after: Final = _After(states, hypotheses)
        """The next state by the definitions that a child matched."""
        self.complete: Final = frozenset([one[0] for one in hypotheses if one[1].nullable])
        """The definitions that ask for nothing more."""
        self.has_data: Final = any(pattern.has_data for _, pattern in hypotheses)
        self.past_text: State | None = None
        """The next state after text of any kind, once it was asked for."""
        self.mixed = False
        """Whether text may stand here and changes nothing."""

    def settle(self) -> None:
        """Finds out about text, which leads to other states or to this one."""
        if not self.has_data and any(pattern.has_text for _, pattern in self.hypotheses):
            self.mixed = self.after_text("x") is self

    @property
    def failed(self) -> bool:
        """Whether nothing is right any more."""
        return not self.hypotheses

    def after_text(self, text: str) -> State:
        """The next state after `text`, which is not blank; a failed one where it cannot stand here."""
        if self.past_text is not None:
            return self.past_text
        states = self._states
        derive = states.derivatives.after_text
        there = states.state(
            tuple([(one, derive(pattern, text, states.namespaces)) for one, pattern in self.hypotheses])
        )
        if not self.has_data:
            self.past_text = there
        return there

    def complete_with(self, text: str) -> frozenset[Definition | None]:
        """The definitions for which `text` is all the content there is."""
        states = self._states
        matches = states.derivatives.matches_value
        return frozenset(
            [one for one, pattern in self.hypotheses if matches(pattern, text, states.namespaces)]
        )


class _Opens(dict[str, "Opening"]):
    """The opening for each name, found when it is first met."""

    __slots__ = ("_hypotheses", "_states")

    def __init__(self, states: States, hypotheses: tuple[Hypothesis, ...]) -> None:
        super().__init__()
        self._states, self._hypotheses = states, hypotheses

    def __missing__(self, name: str) -> Opening:
        full = clark(name)
        first = self._states.derivatives.first
        found = dict.fromkeys(
            definition
            for _, pattern in self._hypotheses
            for definition in first(pattern)
            if definition.names.contains(full)
        )
        opening = self[name] = self._states.opening(tuple(found))
        return opening


class _After(dict[frozenset[Definition | None], State]):
    """The next state for each set of definitions that a child matched."""

    __slots__ = ("_hypotheses", "_states")

    def __init__(self, states: States, hypotheses: tuple[Hypothesis, ...]) -> None:
        super().__init__()
        self._states, self._hypotheses = states, hypotheses

    def __missing__(self, matched: frozenset[Definition | None]) -> State:
        states = self._states
        derive, choice = states.derivatives.after_element, states.patterns.choice
        child = sorted((one for one in matched if one is not None), key=lambda one: one.number)
        there = self[matched] = states.state(
            tuple(
                [
                    (own, choice(*[derive(pattern, definition) for definition in child]))
                    for own, pattern in self._hypotheses
                ]
            )
        )
        return there


class Opening:
    """A start tag: the definitions its element may match. None at all: it cannot stand there."""

    __slots__ = ("_states", "contents", "definitions", "plain", "plans")

    def __init__(self, states: States, definitions: tuple[Definition, ...]) -> None:
        self._states: Final = states
        self.definitions: Final = definitions
        self.contents: Final = tuple([(one, one.content) for one in definitions])
        closed = states.derivatives.closed
        self.plain: Final = states.state(tuple([(one, closed(content)) for one, content in self.contents]))
        """The state inside it when it has no attributes; failed where it needs some."""
        self.plans: Final = _Plans(states, self.contents)
        """What becomes of attributes, by their names in the order they are written."""

    @property
    def bare(self) -> State:
        """The state inside it as if its attributes were right."""
        bare = self._states.derivatives.bare
        return self._states.state(tuple([(one, bare(content)) for one, content in self.contents]))


class _Plans(dict[tuple[str, ...], "Plan"]):
    __slots__ = ("_contents", "_states")

    def __init__(self, states: States, contents: tuple[Hypothesis, ...]) -> None:
        super().__init__()
        self._states, self._contents = states, contents

    def __missing__(self, names: tuple[str, ...]) -> Plan:
        plan = self[names] = Plan(self._states, self._contents, names)
        return plan


class Plan:
    """The attributes of a start tag: by which patterns each is matched, and the states that lead to.

    `values` has for each attribute what knows which patterns a value fits; `states` the state inside the
    element by these answers; `identifying` the attributes (by number) that hold an ID, IDREF or IDREFS.
    """

    __slots__ = ("_contents", "_states", "identifying", "names", "states", "values")

    def __init__(self, states: States, contents: tuple[Hypothesis, ...], names: tuple[str, ...]) -> None:
        self._states: Final = states
        self._contents: Final = contents
        self.names: Final = tuple([clark(name) for name in names])
        attributes = states.derivatives.attributes
        matching = [
            tuple(
                dict.fromkeys(
                    one
                    for _, content in contents
                    for one in attributes(content)
                    if one.names is not None and one.names.contains(name)
                )
            )
            for name in self.names
        ]
        self.values: Final = [states.values(patterns) for patterns in matching]
        self.states: Final = _Inside(states, contents)
        self.identifying: Final = tuple(
            [(number, how) for number, found in enumerate(matching) if (how := _identifies(found))]
        )


class _Inside(dict[tuple[frozenset[Pattern], ...], State]):
    __slots__ = ("_contents", "_states")

    def __init__(self, states: States, contents: tuple[Hypothesis, ...]) -> None:
        super().__init__()
        self._states, self._contents = states, contents

    def __missing__(self, answers: tuple[frozenset[Pattern], ...]) -> State:
        derivatives = self._states.derivatives
        hypotheses = []
        for definition, content in self._contents:
            left = content
            for accepted in answers:
                left = derivatives.after_attribute(left, accepted)
            hypotheses.append((definition, derivatives.closed(left)))
        state = self[answers] = self._states.state(tuple(hypotheses))
        return state


class Values(dict[str, frozenset[Pattern]]):
    """Which of some ATTRIBUTE patterns accept a value."""

    __slots__ = ("_states", "patterns")

    def __init__(self, states: States, patterns: tuple[Pattern, ...]) -> None:
        super().__init__()
        self._states = states
        self.patterns = patterns

    def __missing__(self, value: str) -> frozenset[Pattern]:
        if len(self) >= _MOST_VALUES:
            self.clear()
        answer = self[value] = self.answer(value)
        return answer

    def answer(self, value: str) -> frozenset[Pattern]:
        """The patterns that accept `value`; equal answers are one object."""
        matches, namespaces = self._states.derivatives.matches_value, self._states.namespaces
        found = frozenset([one for one in self.patterns if matches(one.parts[0], value, namespaces)])
        return self._states.answers.setdefault(found, found)


class FreshValues(Values):
    """The same where an answer depends on the prefixes in scope, or no value comes twice: nothing is kept."""

    __slots__ = ()

    def __getitem__(self, value: str) -> frozenset[Pattern]:
        return self.answer(value)


def _identifies(patterns: tuple[Pattern, ...]) -> str:
    for pattern in patterns:
        value = pattern.parts[0]
        if value.datatype is not None and value.datatype.identifies:
            return value.datatype.identifies
    return ""


def clark(name: str) -> str:
    """Expat's `namespace}local` as `{namespace}local`."""
    return f"{{{name}" if "}" in name else name
