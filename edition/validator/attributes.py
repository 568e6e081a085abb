"""Words for attributes that an element does not have, lacks, or has with a value it cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from lxml import etree

from edition.relaxng import Schema as Grammar
from edition.relaxng import Violation
from edition.relaxng.names import XML_NAMESPACE, expanded, named
from edition.relaxng.patterns import Definition, Kind, Pattern
from edition.relaxng.states import State
from edition.tei import XML_ID
from edition.validator.dates import date_facts
from edition.validator.finding import Finding, Repair
from edition.validator.habits import attribute_habit, renamed
from edition.validator.values import DATES, NUMBERS, ValueForm, form_of
from edition.validator.wording import did_you_mean, enumeration, local, written

XML_LANG = expanded(XML_NAMESPACE, "lang")
_GENERAL = frozenset((
    XML_ID, XML_LANG, f"{{{XML_NAMESPACE}}}space", f"{{{XML_NAMESPACE}}}base",
    "n", "rend", "rendition", "style", "facs", "corresp", "resp", "cert", "source", "ana", "synch",
    "sameAs", "copyOf", "next", "prev", "exclude", "select", "change",
))  # fmt: skip


class AttributeWords:
    """Words for what is wrong with attributes; `grammar` is what they are measured by."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._derivatives = grammar.states.derivatives

    # -- an attribute that there is not

    def unknown(self, violation: Violation, element: etree._Element) -> tuple[Finding, str | None]:
        """The finding for an attribute that the element does not have, and which was meant (expanded)."""
        name, shown = violation.name, written(violation.name)
        allowed = {written(full): full for full in self._allowed(violation.definitions)}
        facts: dict[str, object] = {"element": local(str(element.tag)), "attribute": shown}
        if name == "who" and local(str(element.tag)) == "quote":
            facts["advice"] = 'say who speaks with <said who="..."> inside the <quote>'
            return Finding("SCHEMA-ATTRIBUTE-UNKNOWN", element, facts, attribute=name), None
        other = renamed(shown)
        if other in allowed and allowed[other] not in violation.names:
            facts["advice"] = f"did you mean @{other}?"
            repair = Repair(attribute=name, name=other)
            finding = Finding("SCHEMA-ATTRIBUTE-HABIT", element, facts, attribute=name, repair=repair)
            return finding, allowed[other]
        meant = did_you_mean(shown, allowed)
        habit = attribute_habit(shown)
        if habit and (meant is None or meant.lower() != shown.lower()):
            facts["advice"] = habit
            return Finding("SCHEMA-ATTRIBUTE-HABIT", element, facts, attribute=name), None
        if meant:
            facts["advice"] = f"did you mean @{meant}?"
            safe = meant.lower() == shown.lower() and allowed[meant] not in violation.names
            repair_ = Repair(attribute=name, name=meant) if safe else None
            finding = Finding("SCHEMA-ATTRIBUTE-UNKNOWN", element, facts, attribute=name, repair=repair_)
            return finding, allowed[meant]
        facts["advice"] = self._elsewhere(name, allowed)
        return Finding("SCHEMA-ATTRIBUTE-UNKNOWN", element, facts, attribute=name), None

    def _allowed(self, definitions: Iterable[Definition]) -> list[str]:
        return [
            name
            for definition in definitions
            for one in self._derivatives.attributes(definition.content)
            if one.names is not None
            for name in named(one.names)
        ]

    def _elsewhere(self, name: str, allowed: dict[str, str]) -> str:
        having = sorted(
            {
                local(element)
                for definition in self._grammar.explorer.definitions
                if name in self._allowed((definition,))
                for element in named(definition.names)
            }
        )
        if having:
            return f"@{written(name)} goes on {enumeration((f'<{h}>' for h in having), limit=6)}"
        own = sorted(shown for shown, full in allowed.items() if full not in _GENERAL)
        if own:
            return f"it can have {enumeration((f'@{one}' for one in own), last='and')}"
        return "remove it, or put it on another element"

    # -- attributes that do not go together, or are missing

    def conflict(self, violation: Violation, element: etree._Element) -> Finding:
        """The finding for an attribute that cannot stand with one before it."""
        name = violation.name
        others = [
            one
            for one in violation.names[: violation.names.index(name)]
            if self._exclude_each_other(violation.definitions, one, name)
        ] or [one for one in violation.names if one != name]
        facts = {
            "attribute": written(name),
            "others": enumeration((f"@{written(one)}" for one in others), last="and"),
            "element": local(str(element.tag)),
        }
        return Finding("SCHEMA-ATTRIBUTE-CONFLICT", element, facts, attribute=name)

    def _exclude_each_other(self, definitions: Iterable[Definition], first: str, second: str) -> bool:
        nothing = self._grammar.patterns.not_allowed
        derive = self._derivatives.after_attribute
        return all(
            derive(
                derive(definition.content, self._matching(definition.content, first)),
                self._matching(definition.content, second),
            )
            is nothing
            for definition in definitions
        )

    def _matching(self, content: Pattern, name: str) -> frozenset[Pattern]:
        return frozenset(
            one
            for one in self._derivatives.attributes(content)
            if one.names is not None and one.names.contains(name)
        )

    def missing(self, violation: Violation, element: etree._Element, meant: set[str]) -> Finding | None:
        """The finding for attributes that must be there; None where one that is misspelt was `meant` so."""
        needed = self._needed([pattern for _, pattern in violation.state.hypotheses])
        if needed and meant.issuperset(needed):
            return None
        facts: dict[str, object] = {"element": local(str(element.tag))}
        if not needed:
            facts |= {"attributes": "other attributes", "advice": "see its documentation"}
        elif XML_ID in needed:
            facts |= {
                "attributes": enumeration((f"@{written(one)}" for one in needed), last="and"),
                "advice": 'add an xml:id that others can point to, e.g. xml:id="lenin"',
            }
        else:
            facts |= {
                "attributes": enumeration((f"@{written(one)}" for one in needed), last="and"),
                "advice": "add " + " ".join(f'{written(one)}="..."' for one in needed),
            }
            if instead := self._instead(violation.state, needed):
                facts["advice"] = f"{facts['advice']}, or {instead} where it is not known"
        return Finding("SCHEMA-ATTRIBUTE-MISSING", element, facts)

    def _instead(self, state: State, needed: tuple[str, ...]) -> str:
        """An attribute that says "unknown" and does as well, where the schema has one."""
        derivatives = self._derivatives
        nothing = self._grammar.patterns.not_allowed
        for _, pattern in state.hypotheses:
            for one in derivatives.attributes(pattern):
                names = named(one.names) if one.names is not None else ()
                says = one.parts[0].text
                if says == "unknown" and names and names[0] not in needed:
                    left = derivatives.after_attribute(pattern, frozenset((one,)))
                    if derivatives.closed(left) is not nothing:
                        return f'{written(names[0])}="{says}"'
        return ""

    def _needed(self, patterns: Iterable[Pattern]) -> tuple[str, ...]:
        """The fewest attributes that make one of the patterns complete, as far as its attributes go."""
        nothing = self._grammar.patterns.not_allowed
        derivatives = self._derivatives
        for pattern in patterns:
            attributes = derivatives.attributes(pattern)
            # Those that can be left out change nothing: only what is asked for is tried in combination.
            asked = [one for one in attributes if not _can_be_left_out(pattern, one)]
            for size in range(1, 4):
                for chosen in combinations(asked, size):
                    left = pattern
                    for one in chosen:
                        left = derivatives.after_attribute(left, frozenset((one,)))
                    if derivatives.closed(left) is not nothing:
                        return tuple(
                            next(iter(named(one.names)), "…") for one in chosen if one.names is not None
                        )
        return ()

    # -- values

    def value(self, violation: Violation, element: etree._Element) -> Finding:
        """The finding for a value of the wrong form, worded after what the form asks for."""
        name, value, shown = violation.name, violation.value, written(violation.name)
        form = form_of(
            part
            for definition in violation.definitions
            for one in self._matching(definition.content, name)
            for part in one.parts
        )
        facts: dict[str, object] = {"attribute": shown, "value": value}
        if name == XML_ID:
            facts["advice"] = f'write xml:id="{_as_identifier(value)}"'
            return Finding("SCHEMA-ID-FORM", element, facts, attribute=name)
        if form.types & DATES:
            of_day = "time" in form.types and "date" not in form.types
            code, more, meant = date_facts(shown, value, of_day=of_day)
            repair = Repair(attribute=name, value=meant) if meant else None
            return Finding(code, element, facts | more, attribute=name, repair=repair)
        if form.choices and (form.is_closed or form.types <= {"token"}):
            return self._listed(violation, element, form, facts)
        if form.types and form.types <= {"anyURI"}:
            facts["advice"] = _pointer_advice(shown, value)
            return Finding("SCHEMA-POINTER-FORM", element, facts, attribute=name)
        if form.types & NUMBERS:
            facts["advice"] = _number_advice(form)
            return Finding("SCHEMA-NUMBER-FORM", element, facts, attribute=name)
        if "language" in form.types:
            facts["advice"] = 'a language is written as a code: "en", "de", "grc", "pt-BR"'
            return Finding("SCHEMA-LANGUAGE-FORM", element, facts, attribute=name)
        return self._other(form, element, facts, name)

    def _other(
        self, form: ValueForm, element: etree._Element, facts: dict[str, object], name: str
    ) -> Finding:
        value, shown = str(facts["value"]), str(facts["attribute"])
        facts["advice"] = next(
            (advice for kind, advice in _ADVICE.items() if kind in form.types),
            "see the encoding documentation",
        )
        if form.types & {"token", "NMTOKEN", "string", "NCName", "Name"} and len(value.split()) > 1:
            facts["advice"] = f'one word without spaces: {shown}="{"-".join(value.split())}"'
            return Finding("SCHEMA-WORD-FORM", element, facts, attribute=name)
        return Finding("SCHEMA-ATTRIBUTE-VALUE", element, facts, attribute=name)

    def _listed(
        self, violation: Violation, element: etree._Element, form: ValueForm, facts: dict[str, object]
    ) -> Finding:
        """The finding for a value that is not in the list of those there are."""
        value, name = violation.value, violation.name
        wrong, offset = value, None
        if form.words:
            matches = self._derivatives.matches_value
            for word in re.finditer(r"[^ \t\r\n]+", value):
                if not any(matches(one, word.group()) for one in form.words):
                    wrong, offset = word.group(), word.start()
                    break
        choices = enumeration((f'"{choice}"' for choice in form.choices), limit=12)
        meant = did_you_mean(wrong, form.choices)
        facts["value"] = wrong
        facts["advice"] = f'did you mean "{meant}"? possible: {choices}' if meant else f"possible: {choices}"
        same = meant is not None and wrong == value and meant.lower() == wrong.strip().lower()
        repair = Repair(attribute=name, value=meant) if same else None
        length = len(wrong) if offset is not None else None
        return Finding(
            "SCHEMA-VALUE-LISTED", element, facts, attribute=name, offset=offset, length=length, repair=repair
        )


def _can_be_left_out(pattern: Pattern, attribute: Pattern) -> bool:
    """Whether `attribute` occurs in `pattern` only where an empty choice stands beside it."""
    if pattern is attribute:
        return False
    if not pattern.has_attributes:
        return True
    if pattern.kind is Kind.CHOICE and any(part.kind is Kind.EMPTY for part in pattern.parts):
        return True
    return all(_can_be_left_out(part, attribute) for part in pattern.parts)


def _pointer_advice(shown: str, value: str) -> str:
    if not value.strip():
        return f'write {shown}="#" and the xml:id it points to, or remove the attribute'
    hashed = " ".join(
        token if re.search("[#:/.]", token) else f"#{_as_identifier(token)}" for token in value.split()
    )
    if hashed != value:
        return f'write {shown}="{hashed}", and the same name without # as xml:id of the record'
    return "write # and an xml:id, or the address of a file, without spaces"


def _number_advice(form: ValueForm) -> str:
    if form.types & {"double", "float", "decimal"}:
        return "a number is written in digits, with a point: 12 or 0.5"
    return "a count is written in digits: 0, 1, 2"


_ADVICE = {
    "time": "a time is written 17:30:00",
    "duration": "a length of time is written P21D, P2M, P1Y or PT2H; three weeks are 21 days",
    "boolean": '"true" or "false"',
    "Name": "a name begins with a letter and has no spaces",
    "NCName": "a name begins with a letter and has no spaces or colons",
    "token": "one word without spaces; several, where they are allowed, parted by one space",
    "anyURI": "write # and an xml:id, or the address of a file, without spaces",
}


def _as_identifier(value: str) -> str:
    """The nearest thing to `value` that can be an xml:id."""
    identifier = re.sub(r"[^\w.-]+", "-", value).strip("-")
    return identifier if re.match(r"[^\W\d]", identifier) else f"n{identifier}"
