"""One document held against a schema, in one pass over its bytes.

Every place where it fails is told, and the reading goes on from the most likely state, so that one mistake
does not bring others along: an element that cannot stand there is passed over (or taken for the one it is
near to, or what is missing before it is taken for granted), and what is in it is read by its own definition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from edition.relaxng.derivatives import BLANKS
from edition.relaxng.errors import TooComplexError
from edition.relaxng.exploring import Explorer
from edition.relaxng.patterns import Definition
from edition.relaxng.states import Opening, Plan, State, States, clark
from edition.relaxng.violations import Violation, Wrong

Near = Callable[[str, Iterable[str]], str | None]
"""Of some expanded names, the one that a name was probably meant to be."""


class NotWellFormedError(Exception):
    """The document is not well-formed XML; `line` from 1, `column` from 1 in bytes."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


# What was passed over in the content of an element, after it was told.
_NOTHING, _MISPLACED, _FOR_ANOTHER = range(3)


class _Stop(Exception):  # noqa: N818  (no error: enough was seen)
    pass


class Match:
    """One reading of one document. `near` may help to understand a misspelt element; `most` ends it early."""

    def __init__(
        self,
        states: States,
        start: State,
        explorer: Explorer,
        *,
        near: Near | None = None,
        most: int | None = None,
    ) -> None:
        self._states = states
        self._explorer = explorer
        self._near = near
        self._most = most
        self._state = start
        self._opened = start
        self._definitions: tuple[Definition, ...] = ()
        self._lax = False
        self._stack: list[tuple[State, State, tuple[Definition, ...], int, int, bool]] = []
        self._pieces: list[str] = []
        self._count = -1
        self._element = -1
        self._before: int | None = None
        self._passed = _NOTHING
        self._ids: dict[str, int] = {}
        self._idrefs: list[tuple[str, int, str]] = []
        self._scopes: list[tuple[int, dict[str, str]]] = []
        self._pending: dict[str, str] = {}
        self._depth = 0
        self.violations: list[Violation] = []

    def read(self, data: bytes) -> list[Violation]:
        """The violations in a document of these bytes (UTF-8), in the order of their places.

        Raises NotWellFormedError.
        """
        self._states.namespaces = {"xml": "http://www.w3.org/XML/1998/namespace"}
        parser = expat.ParserCreate("utf-8", "}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartNamespaceDeclHandler = self._declared
        try:
            parser.Parse(data, True)
            for value, element, name in self._idrefs:
                if value not in self._ids:
                    self._tell(Wrong.ID_DANGLING, element=element, name=name, value=value)
        except expat.ExpatError as error:
            raise NotWellFormedError(expat.ErrorString(error.code), error.lineno, error.offset + 1) from None
        except _Stop:
            return self.violations
        except RecursionError:
            raise TooComplexError from None
        finally:
            self._states.namespaces = {}
        return self.violations

    # -- what expat calls

    def _declared(self, prefix: str | None, uri: str | None) -> None:
        self._pending[prefix or ""] = uri or ""

    def _characters(self, text: str) -> None:
        if not self._state.mixed:
            self._pieces.append(text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._pieces:
            self._text_before()
        if self._pending:
            self._scope()
        self._count += 1
        state = self._state
        opening = state.opens[name]
        follow, lax = True, False
        if not opening.definitions:
            opening, follow, lax = self._unexpected(name)
            state = self._state
        self._stack.append((state, self._opened, self._definitions, self._passed, self._element, follow))
        self._element = number = self._count
        self._before = None
        self._passed = _NOTHING
        self._depth += 1
        self._definitions = opening.definitions
        if attributes:
            plan = opening.plans[tuple(attributes)]
            answers = tuple(
                [values[value] for values, value in zip(plan.values, attributes.values(), strict=True)]
            )
            inside = plan.states[answers]
            if plan.identifying:
                self._identified(plan, list(attributes.values()), number)
        else:
            inside = opening.plain
        if not inside.hypotheses:
            inside = self._wrong_attributes(opening, attributes)
        if lax:
            inside = self._states.state(())
        self._state = self._opened = inside

    def _end(self, name: str) -> None:
        state = self._state
        matched = state.complete
        if self._pieces or state.has_data:
            matched = self._text_at_end()
            state = self._state
        if not matched:
            matched = frozenset([one for one, _ in state.hypotheses])
            self._incomplete()
        ended = self._element
        state, self._opened, self._definitions, self._passed, self._element, follow = self._stack.pop()
        self._state = state.after[matched] if follow else state
        self._before = ended
        self._depth -= 1
        if self._scopes and self._scopes[-1][0] > self._depth:
            self._states.namespaces = self._scopes.pop()[1]

    # -- namespaces and identifiers

    def _scope(self) -> None:
        before = dict(self._states.namespaces)
        self._scopes.append((self._depth + 1, before))
        self._states.namespaces = before | self._pending
        self._pending = {}

    def _identified(self, plan: Plan, values: list[str], number: int) -> None:
        for place, how in plan.identifying:
            words = values[place].split()
            name = plan.names[place]
            if how != "ID":
                self._idrefs.extend((word, number, name) for word in words)
            elif len(words) == 1:
                if words[0] in self._ids:
                    self._tell(Wrong.ID_TWICE, element=number, name=name, value=words[0])
                self._ids.setdefault(words[0], number)

    # -- text

    def _text_before(self) -> None:
        """The text before a child."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not self._state.failed and text.strip(BLANKS):
            self._pass_text(text)

    def _text_at_end(self) -> frozenset[Definition | None]:
        """The text before the end tag; the definitions that are fulfilled with it."""
        if self._before is not None:
            self._text_before()
            return self._state.complete
        text = "".join(self._pieces)
        self._pieces.clear()
        state = self._state
        matched = state.complete_with(text)
        if matched or state.failed:
            return matched
        if not text.strip(BLANKS):
            return frozenset()
        if state.has_data:
            self._tell(Wrong.FORM, value=text)
            return frozenset([one for one, _ in state.hypotheses])
        self._pass_text(text)
        return self._state.complete

    def _pass_text(self, text: str) -> None:
        """Goes on behind a text, or tells that none may stand there."""
        there = self._state.after_text(text)
        if there.failed:
            self._tell(Wrong.TEXT, value=text)
            self._passed = _FOR_ANOTHER
        else:
            self._state = there

    # -- what is wrong

    def _tell(
        self, wrong: Wrong, *, element: int | None = None, name: str = "", value: str = "",
        names: tuple[str, ...] = (), state: State | None = None,
    ) -> None:  # fmt: skip
        self.violations.append(
            Violation(
                wrong,
                self._element if element is None else element,
                state or self._state,
                self._opened,
                self._definitions,
                name,
                value,
                self._before,
                names,
            )
        )
        if self._most is not None and len(self.violations) >= self._most:
            raise _Stop

    def _unexpected(self, name: str) -> tuple[Opening, bool, bool]:
        """How to go on at an element that cannot stand there: whether its parent goes on by it, and whether
        its content is passed over (though not what is in its children).
        """
        full, explorer, state = clark(name), self._explorer, self._state
        if state.failed and self._stack:
            return self._states.opening(explorer.defined(full)), False, False
        self._tell(Wrong.ELEMENT, element=self._count, name=full)
        missing = explorer.insertion(state, full)
        if missing is not None:
            self._state = missing.state
            return missing.state.opens[name], True, False
        if explorer.defined(full):
            near_by = explorer.holds(self._definitions, full)
            self._passed = max(self._passed, _MISPLACED)
            if near_by:
                self._passed = _FOR_ANOTHER  # for what would be right here, which is not told besides
            return self._states.opening(explorer.defined(full)), False, not near_by
        self._passed = _FOR_ANOTHER
        for names in (explorer.expected_names(state), explorer.names):
            meant = self._near(full, names) if self._near else None
            if meant is not None:
                opening = state.opens[meant.removeprefix("{")]
                if opening.definitions:
                    return opening, True, False
                return self._states.opening(explorer.defined(meant)), False, True
        return self._states.opening(()), False, True

    def _wrong_attributes(self, opening: Opening, attributes: dict[str, str]) -> State:
        """Tells what is wrong with the attributes of a start tag; the state inside as if they were right."""
        bare = opening.bare
        if not opening.definitions:
            return bare
        states = self._states
        derive, closed = states.derivatives.after_attribute, states.derivatives.closed
        plan = opening.plans[tuple(attributes)]
        contents = opening.contents
        told = len(self.violations)
        for place, (full, value) in enumerate(zip(plan.names, attributes.values(), strict=True)):
            values = plan.values[place]
            if not values.patterns:
                self._tell(Wrong.ATTRIBUTE, name=full, value=value, names=plan.names, state=bare)
                continue
            accepted = values[value]
            if not accepted:
                self._tell(Wrong.VALUE, name=full, value=value, names=plan.names, state=bare)
                accepted = frozenset(values.patterns)
            there = tuple([(one, derive(left, accepted)) for one, left in contents])
            if all(left is states.patterns.not_allowed for _, left in there):
                if accepted != frozenset(values.patterns):
                    there = tuple([(one, derive(left, frozenset(values.patterns))) for one, left in contents])
                if all(left is states.patterns.not_allowed for _, left in there):
                    self._tell(Wrong.CONFLICT, name=full, value=value, names=plan.names, state=bare)
                    continue
                self._tell(Wrong.VALUE, name=full, value=value, names=plan.names, state=bare)
            contents = tuple([one for one in there if one[1] is not states.patterns.not_allowed])
        inside = states.state(tuple([(one, closed(left)) for one, left in contents]))
        if not inside.failed:
            if len(self.violations) == told:  # cannot be: something was wrong
                self._tell(Wrong.MISSING, names=plan.names, state=bare)
            return inside
        if not any(one.wrong is Wrong.CONFLICT for one in self.violations[told:]):
            left = states.state(contents)
            self._tell(Wrong.MISSING, names=plan.names, state=left)
        return states.state(tuple([(one, states.derivatives.bare(left)) for one, left in contents]))

    def _incomplete(self) -> None:
        # Where nothing in it was right, that was told, and says as much as that what is right is missing.
        all_wrong = self._passed == _MISPLACED and self._state is self._opened
        if not self._state.failed and self._passed != _FOR_ANOTHER and not all_wrong:
            self._tell(Wrong.INCOMPLETE)


def violations(
    states: States, start: State, explorer: Explorer, data: bytes, *, near: Near | None = None
) -> Iterator[Violation]:
    """The violations in a document of these bytes; see `Match.read`."""
    yield from Match(states, start, explorer, near=near).read(data)
