"""What may still follow: derivatives of patterns, remembered.

The idea is Brzozowski's, brought to RELAX NG by James Clark ("An algorithm for RELAX NG validation"): the
derivative of a pattern by something that was read is the pattern of what may follow it. Here elements are not
gone into (`after_element` takes it as read that one matched), so the states of an element's content are few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from edition.relaxng.patterns import Definition, Kind, Pattern, Patterns

BLANKS = " \t\r\n"
_WORDS = re.compile(r"[^ \t\r\n]+")
_NO_NAMESPACES: Mapping[str, str] = {}


class Derivatives:
    """Derivatives of the patterns that one `Patterns` makes."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._firsts: dict[Pattern, tuple[Definition, ...]] = {}
        self._attributes: dict[Pattern, tuple[Pattern, ...]] = {}
        self._after_element: dict[tuple[Pattern, Definition], Pattern] = {}
        self._after_attribute: dict[tuple[Pattern, frozenset[Pattern]], Pattern] = {}
        self._after_any_text: dict[Pattern, Pattern] = {}
        self._closed: dict[Pattern, Pattern] = {}
        self._bare: dict[Pattern, Pattern] = {}
        self._scoped: dict[Pattern, bool] = {}

    # -- what can come

    def first(self, pattern: Pattern) -> tuple[Definition, ...]:
        """The elements that may come next, in the order of the schema; attributes count as read."""
        known = self._firsts.get(pattern)
        if known is None:
            found: dict[Definition, None] = {}
            self._collect_first(self.bare(pattern), found)
            known = self._firsts[pattern] = tuple(found)
        return known

    def _collect_first(self, pattern: Pattern, found: dict[Definition, None]) -> None:
        match pattern.kind:
            case Kind.ELEMENT if pattern.definition is not None:
                found[pattern.definition] = None
            case Kind.GROUP:
                self._collect_first(pattern.parts[0], found)
                if pattern.parts[0].nullable:
                    self._collect_first(pattern.parts[1], found)
            case Kind.CHOICE | Kind.INTERLEAVE | Kind.MORE:
                for part in pattern.parts:
                    self._collect_first(part, found)
            case _:
                pass

    def attributes(self, pattern: Pattern) -> tuple[Pattern, ...]:
        """The ATTRIBUTE patterns in `pattern`, whether they go together or not."""
        known = self._attributes.get(pattern)
        if known is None:
            if pattern.kind is Kind.ATTRIBUTE:
                known = (pattern,)
            elif not pattern.has_attributes:
                known = ()
            else:
                known = tuple(dict.fromkeys(one for part in pattern.parts for one in self.attributes(part)))
            self._attributes[pattern] = known
        return known

    # -- what is left

    def bare(self, pattern: Pattern) -> Pattern:
        """The content alone: each attribute counts as read."""
        if not pattern.has_attributes:
            return pattern
        known = self._bare.get(pattern)
        if known is None:
            known = self._bare[pattern] = self._replaced(pattern, self._patterns.empty, self.bare)
        return known

    def closed(self, pattern: Pattern) -> Pattern:
        """The content once no more attributes come: not allowed where one is missing."""
        if not pattern.has_attributes:
            return pattern
        known = self._closed.get(pattern)
        if known is None:
            known = self._closed[pattern] = self._replaced(pattern, self._patterns.not_allowed, self.closed)
        return known

    def _replaced(self, pattern: Pattern, attribute: Pattern, go_on: Callable[[Pattern], Pattern]) -> Pattern:
        patterns = self._patterns
        match pattern.kind:
            case Kind.ATTRIBUTE:
                return attribute
            case Kind.CHOICE:
                return patterns.choice(*[go_on(part) for part in pattern.parts])
            case Kind.GROUP:
                return patterns.pair(*[go_on(part) for part in pattern.parts])
            case Kind.INTERLEAVE:
                return patterns.mingled(*[go_on(part) for part in pattern.parts])
            case _:
                return patterns.more(go_on(pattern.parts[0]))

    def after_attribute(self, pattern: Pattern, accepted: frozenset[Pattern]) -> Pattern:
        """What is left when an attribute was read that the `accepted` ATTRIBUTE patterns match."""
        if not pattern.has_attributes:
            return self._patterns.not_allowed
        if pattern.kind is Kind.ATTRIBUTE:
            return self._patterns.empty if pattern in accepted else self._patterns.not_allowed
        key = (pattern, accepted)
        known = self._after_attribute.get(key)
        if known is None:
            known = self._after_attribute[key] = self._without_attribute(pattern, accepted)
        return known

    def _without_attribute(self, pattern: Pattern, accepted: frozenset[Pattern]) -> Pattern:
        patterns = self._patterns
        match pattern.kind:
            case Kind.CHOICE:
                return patterns.choice(*[self.after_attribute(part, accepted) for part in pattern.parts])
            case Kind.GROUP | Kind.INTERLEAVE:
                join = patterns.pair if pattern.kind is Kind.GROUP else patterns.mingled
                first, second = pattern.parts
                return patterns.choice(
                    join(self.after_attribute(first, accepted), second),
                    join(first, self.after_attribute(second, accepted)),
                )
            case _:
                part = pattern.parts[0]
                again = patterns.optional(patterns.more(part))
                return patterns.pair(self.after_attribute(part, accepted), again)

    def after_element(self, pattern: Pattern, definition: Definition) -> Pattern:
        """What may follow an element that matched `definition`; `pattern` has no attributes left."""
        key = (pattern, definition)
        known = self._after_element.get(key)
        if known is None:
            known = self._after_element[key] = self._past_element(pattern, definition)
        return known

    def _past_element(self, pattern: Pattern, definition: Definition) -> Pattern:
        patterns = self._patterns
        match pattern.kind:
            case Kind.ELEMENT:
                return patterns.empty if pattern.definition is definition else patterns.not_allowed
            case Kind.CHOICE:
                return patterns.choice(*[self.after_element(part, definition) for part in pattern.parts])
            case Kind.GROUP:
                first, second = pattern.parts
                here = patterns.pair(self.after_element(first, definition), second)
                if not first.nullable:
                    return here
                return patterns.choice(here, self.after_element(second, definition))
            case Kind.INTERLEAVE:
                first, second = pattern.parts
                return patterns.choice(
                    patterns.mingled(self.after_element(first, definition), second),
                    patterns.mingled(first, self.after_element(second, definition)),
                )
            case Kind.MORE:
                here = self.after_element(pattern.parts[0], definition)
                return patterns.pair(here, patterns.optional(pattern))
            case _:
                return patterns.not_allowed

    # -- text

    def after_text(
        self, pattern: Pattern, text: str, namespaces: Mapping[str, str] = _NO_NAMESPACES
    ) -> Pattern:
        """What may follow `text`, which stands between two elements or is all there is."""
        if pattern.has_data:
            return self._past_text(pattern, text, namespaces)
        known = self._after_any_text.get(pattern)
        if known is None:
            known = self._after_any_text[pattern] = self._past_text(pattern, text, namespaces)
        return known

    def _past_text(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> Pattern:
        patterns = self._patterns
        match pattern.kind:
            case Kind.TEXT:
                return pattern
            case Kind.CHOICE:
                return patterns.choice(*[self.after_text(part, text, namespaces) for part in pattern.parts])
            case Kind.GROUP:
                first, second = pattern.parts
                here = patterns.pair(self.after_text(first, text, namespaces), second)
                if not first.nullable:
                    return here
                return patterns.choice(here, self.after_text(second, text, namespaces))
            case Kind.INTERLEAVE:
                first, second = pattern.parts
                return patterns.choice(
                    patterns.mingled(self.after_text(first, text, namespaces), second),
                    patterns.mingled(first, self.after_text(second, text, namespaces)),
                )
            case Kind.MORE:
                here = self.after_text(pattern.parts[0], text, namespaces)
                return patterns.pair(here, patterns.optional(pattern))
            case Kind.DATA | Kind.VALUE | Kind.LIST:
                fits = self._fits(pattern, text, namespaces)
                return patterns.empty if fits else patterns.not_allowed
            case _:
                return patterns.not_allowed

    def _fits(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> bool:
        """Whether `text` is of the form that a DATA, VALUE or LIST asks for."""
        if pattern.kind is Kind.LIST:
            rest = pattern.parts[0]
            for word in _WORDS.findall(text):
                rest = self.after_text(rest, word, namespaces)
            return rest.nullable
        datatype = pattern.datatype
        assert datatype is not None
        if pattern.kind is Kind.VALUE:
            return datatype.accepts(text, namespaces) and datatype.same(
                text, namespaces, pattern.text, dict(pattern.namespaces)
            )
        if not datatype.accepts(text, namespaces):
            return False
        return not (pattern.parts and self.matches_value(pattern.parts[0], text, namespaces))

    def matches_value(
        self, pattern: Pattern, text: str, namespaces: Mapping[str, str] = _NO_NAMESPACES
    ) -> bool:
        """Whether `text` is all the content, or the value of an attribute, that `pattern` asks for."""
        if not text.strip(BLANKS) and pattern.nullable:
            return True
        return self.after_text(pattern, text, namespaces).nullable

    # -- whether namespaces matter

    def needs_namespaces(self, pattern: Pattern) -> bool:
        """Whether an answer about a value depends on the prefixes in scope (QName, NOTATION)."""
        known = self._scoped.get(pattern)
        if known is None:
            known = (pattern.datatype is not None and pattern.datatype.needs_namespaces) or any(
                self.needs_namespaces(part) for part in pattern.parts
            )
            self._scoped[pattern] = known
        return known
