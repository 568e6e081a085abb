"""What a schema allows: which names, where, and what is missing before something can stand.

Nothing of this is needed to judge a document, only to explain a mistake in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from edition.relaxng.names import named
from edition.relaxng.patterns import Definition, Kind, Pattern
from edition.relaxng.states import State, States

_WIDEST = 500
"""How many states a search looks at before it gives up."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way through content: the elements in their order, and the state after them."""

    steps: tuple[Definition, ...]
    state: State


class Explorer:
    """Asks one schema. `everything` must read all definitions that the schema has."""

    def __init__(self, states: States, start: State, everything: Callable[[], Iterable[Definition]]) -> None:
        self._states = states
        self._start = start
        self._everything = everything
        self._insertions: dict[tuple[State, str], Way | None] = {}
        self._completions: dict[State, Way | None] = {}

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """All definitions that a document can come to, from the root down."""
        self._everything()
        found: dict[Definition, None] = {}
        waiting = [pattern for _, pattern in self._start.hypotheses]
        seen: set[Pattern] = set(waiting)
        while waiting:
            pattern = waiting.pop()
            for part in pattern.parts if pattern.definition is None else (pattern.definition.content,):
                if part not in seen and pattern.kind is not Kind.ATTRIBUTE:
                    seen.add(part)
                    waiting.append(part)
            if pattern.definition is not None:
                found[pattern.definition] = None
        return tuple(sorted(found, key=lambda one: one.number))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Definition, ...]]:
        by_name: dict[str, list[Definition]] = {}
        for definition in self.definitions:
            for name in named(definition.names):
                by_name.setdefault(name, []).append(definition)
        return {name: tuple(several) for name, several in by_name.items()}

    @property
    def names(self) -> Iterable[str]:
        """The expanded names of all elements that the schema names."""
        return self._by_name.keys()

    def defined(self, name: str) -> tuple[Definition, ...]:
        """The definitions that name an element so."""
        return self._by_name.get(name, ())

    def expected(self, state: State) -> tuple[Definition, ...]:
        """The elements that may come next."""
        first = self._states.derivatives.first
        return tuple(dict.fromkeys(one for _, pattern in state.hypotheses for one in first(pattern)))

    def expected_names(self, state: State) -> tuple[str, ...]:
        """The names of the elements that may come next, as far as the schema names them."""
        return tuple(dict.fromkeys(name for one in self.expected(state) for name in named(one.names)))

    def names_ahead(self, state: State) -> set[str]:
        """The names of all elements that may still come in this content, now or later."""
        return {
            name
            for _, pattern in state.hypotheses
            for one in _elements_in(pattern)
            for name in named(one.names)
        }

    def after(self, state: State, definition: Definition) -> State:
        """The state after an element of that definition; failed where it cannot come."""
        return state.after[frozenset((definition,))]

    def insertion(self, state: State, name: str) -> Way | None:
        """The shortest way of at most three elements to a state where an element `name` can follow."""
        key = (state, name)
        if key not in self._insertions:
            opens = name.removeprefix("{")
            self._insertions[key] = self._search(state, lambda one: bool(one.opens[opens].definitions), 3)
        return self._insertions[key]

    def completion(self, state: State) -> Way | None:
        """The shortest way to a state where the content may end; no way where only text is wanting."""
        if state not in self._completions:
            self._completions[state] = self._search(state, lambda one: bool(one.complete), 6)
        return self._completions[state]

    def _search(self, state: State, found: Callable[[State], bool], most: int) -> Way | None:
        here = [Way((), state)]
        seen = {state}
        for _ in range(most):
            there: list[Way] = []
            for way in here:
                for definition in self.expected(way.state):
                    after = self.after(way.state, definition)
                    if after.failed or after in seen:
                        continue
                    seen.add(after)
                    longer = Way((*way.steps, definition), after)
                    if found(after):
                        return longer
                    there.append(longer)
                if len(seen) > _WIDEST:
                    return None
            here = there
        return None

    @cached_property
    def _inside(self) -> dict[Definition, tuple[Definition, ...]]:
        """The elements that each element may hold, wherever in it."""
        return {one: self.within(one) for one in self.definitions}

    def within(self, definition: Definition) -> tuple[Definition, ...]:
        """The elements that may stand in an element of that definition, in the order of the schema."""
        return _elements_in(definition.content)

    def holds(self, definitions: Iterable[Definition], name: str) -> bool:
        """Whether an element of one of these definitions may hold one of that name, somewhere."""
        return any(name in named(one.names) for definition in definitions for one in self._inside[definition])

    def parents(self, name: str) -> tuple[str, ...]:
        """The names of the elements that may hold an element of this name, sorted."""
        wanted = set(self.defined(name))
        return tuple(
            sorted(
                {
                    parent
                    for definition, inside in self._inside.items()
                    if not wanted.isdisjoint(inside)
                    for parent in named(definition.names)
                }
            )
        )


def _elements_in(content: Pattern) -> tuple[Definition, ...]:
    """The elements that a pattern of content speaks of, in the order of the schema."""
    found: dict[Definition, None] = {}
    waiting = [content]
    seen: set[Pattern] = set()
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if pattern.definition is not None:
            found[pattern.definition] = None
        elif pattern.kind is not Kind.ATTRIBUTE:
            waiting.extend(reversed(pattern.parts))
    return tuple(found)
