"""Words for elements and text that stand where the schema does not have them, or are missing."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from edition.relaxng import Schema as Grammar
from edition.relaxng import Violation
from edition.relaxng.exploring import Explorer
from edition.relaxng.names import named, parts_of
from edition.relaxng.patterns import Definition
from edition.relaxng.states import State
from edition.tei import TEI
from edition.validator.finding import Finding, Repair
from edition.validator.habits import element_habit, tei_elements
from edition.validator.values import form_of
from edition.validator.wording import did_you_mean, elements, enumeration, local, shortened, usual

_XINCLUDE = "http://www.w3.org/2001/XInclude"
_WRAPPERS = ("p", "ab", "head", "item", "l", "cell", "sp")


def root_finding(root: etree._Element, grammar: Grammar) -> Finding:
    """The one finding for a document that is not of the schema's kind at all."""
    roots = sorted(grammar.explorer.expected_names(grammar.start))
    name = local(str(root.tag))
    if any(local(one) == name for one in roots):
        return Finding("TEI-NAMESPACE", root, {"found": name})
    advice = {
        "html": "this is a web page",
        "TEI.2": "this is TEI P4; convert it to TEI P5 first",
        "teiCorpus": "check the <TEI> documents of the corpus one by one",
    }.get(name, "is it the right file?")
    facts = {"found": name, "expected": enumeration(f"<{local(one)}>" for one in roots), "advice": advice}
    return Finding("TEI-ROOT", root, facts)


class StructureWords:
    """Words for what is wrong with the content of elements; `grammar` is what they are measured by."""

    def __init__(self, grammar: Grammar) -> None:
        self._explorer: Explorer = grammar.explorer

    # -- an element that cannot stand there

    def element(self, violation: Violation, child: etree._Element) -> Finding:
        """The finding for an element that cannot stand there."""
        name = violation.name
        if not self._explorer.defined(name):
            return self._unknown(violation, child)
        parent = child.getparent()
        inside = self._inside(violation.definitions)
        facts: dict[str, object] = {
            "element": local(name),
            "parent": local(str(parent.tag)) if parent is not None else "",
        }
        if name not in inside:
            facts["advice"] = f"<{local(name)}> goes inside {usual(self._explorer.parents(name))}"
            if facts["parent"] == "quote" and local(name) == "bibl":
                facts["advice"] = "put <quote> and <bibl> side by side inside <cit>"
            return Finding("SCHEMA-ELEMENT-PLACE", child, facts)
        missing = self._explorer.insertion(violation.state, name)
        if missing is not None:
            steps = enumeration((f"<{_name(step)}>" for step in missing.steps), last="and")
            facts |= {
                "missing": steps,
                "is": "is" if len(missing.steps) == 1 else "are",
                "where": f"before <{local(name)}>",
                "steps": [_name(step) for step in missing.steps],
                "advice": f"add {steps} before <{local(name)}>",
            }
            return Finding("SCHEMA-ELEMENT-MISSING", child, facts)
        return self._out_of_order(violation, child, facts)

    def _out_of_order(self, violation: Violation, child: etree._Element, facts: dict[str, object]) -> Finding:
        name = violation.name
        before = child.getprevious()
        while before is not None and not _is_element(before):
            before = before.getprevious()
        possible = self._possible(violation.state)
        facts["after"] = f"follow <{local(str(before.tag))}>" if before is not None else "stand here"
        if name not in self._names_ahead(violation.state) and any(
            one.tag == child.tag for one in child.itersiblings(preceding=True)
        ):
            facts["advice"] = possible or f"nothing more can follow here in <{facts['parent']}>"
            return Finding("SCHEMA-ELEMENT-TWICE", child, facts)
        earlier = self._earlier_place(violation, child)
        if earlier is not None:
            facts["advice"] = f"move it before <{local(str(earlier.tag))}>"
        else:
            facts["advice"] = possible or f"nothing more can follow here in <{facts['parent']}>"
        return Finding("SCHEMA-ELEMENT-ORDER", child, facts)

    def _possible(self, state: State) -> str:
        names = self._explorer.expected_names(state)
        listed = elements(names, text=_takes_text(state))
        return f"possible here: {listed}" if listed else ""

    def _earlier_place(self, violation: Violation, child: etree._Element) -> etree._Element | None:
        """The sibling before which the element could have stood, the last of several."""
        parent = child.getparent()
        if parent is None:
            return None
        state, found = violation.opened, None
        for sibling in parent:
            if sibling is child:
                break
            if not _is_element(sibling):
                continue
            if state.opens[violation.name.removeprefix("{")].definitions:
                found = sibling
            opening = state.opens[str(sibling.tag).removeprefix("{")]
            if opening.definitions:
                state = state.after[frozenset(opening.definitions)]
        return found

    def _unknown(self, violation: Violation, child: etree._Element) -> Finding:
        """The finding for an element that the schema does not have anywhere."""
        namespace, name = parts_of(violation.name)
        explorer = self._explorer
        known = {one for one in explorer.names if local(one) == name}
        if known and (namespace != TEI):
            return Finding("TEI-NAMESPACE", child, {"found": name})
        if namespace == _XINCLUDE:
            facts: dict[str, object] = {"element": name, "href": child.get("href", "")}
            return Finding("SCHEMA-XINCLUDE", child, facts)
        if namespace not in ("", TEI) and all(parts_of(one)[0] != namespace for one in explorer.names):
            facts = {"element": name, "namespace": namespace}
            return Finding("SCHEMA-NAMESPACE", child, facts)
        facts = {"element": name}
        if namespace == TEI and name in tei_elements():
            facts["advice"] = self._possible(violation.state) or "nothing more can follow here"
            return Finding("SCHEMA-ELEMENT-LEFT-OUT", child, facts)
        inside = {local(one) for one in self._inside(violation.definitions)}
        every = {local(one) for one in explorer.names}
        habit = element_habit(name)
        same = next((one for one in sorted(every) if one.lower() == name.lower()), None)
        if habit and not same:
            facts["advice"] = habit
            return Finding("SCHEMA-HABIT", child, facts)
        meant = same or did_you_mean(name, inside) or did_you_mean(name, every)
        if meant:
            facts["advice"] = f"did you mean <{meant}>?"
            repair = Repair(name=meant) if same else None
            return Finding("SCHEMA-ELEMENT-UNKNOWN", child, facts, repair=repair)
        facts["advice"] = self._possible(violation.state) or "nothing more can follow here"
        return Finding("SCHEMA-ELEMENT-UNKNOWN", child, facts)

    # -- text, and what is missing

    def text(self, violation: Violation, element: etree._Element, before: etree._Element | None) -> Finding:
        """The finding for text where there can be none."""
        parent = local(str(element.tag))
        inside = self._inside(violation.definitions)
        if _takes_text(violation.opened):
            where = "beside these elements"
            advice = f"<{parent}> holds either words or elements such as <p>, not both side by side"
        else:
            where = "directly"
            names = {local(name): name for name in inside}
            wrap = [name for name in _WRAPPERS if name in names]
            advice = f"<{parent}> holds {elements(inside)} only"
            if wrap:
                advice = f"wrap it in <{wrap[0]}>"
            elif not inside:
                advice = f"<{parent}> is always empty; put the text before or after it"
        facts = {"where": where, "parent": parent, "advice": advice}
        return Finding("SCHEMA-TEXT-PLACE", element, facts, in_text=True, after=before)

    def incomplete(self, violation: Violation, element: etree._Element) -> Finding:
        """The finding for an element that ends too early."""
        parent = local(str(element.tag))
        way = self._explorer.completion(violation.state)
        if way is None or violation.state.after_text("x").complete:
            return Finding("SCHEMA-EMPTY", element, {"element": parent})
        others = self._last_steps(violation.state) if len(way.steps) == 1 else []
        if len(others) > 1:
            missing, are = f"one of {elements(others)}", "is"
        else:
            missing = enumeration((f"<{_name(step)}>" for step in way.steps), last="and")
            are = "is" if len(way.steps) == 1 else "are"
        facts = {
            "missing": missing,
            "is": are,
            "where": f"in <{parent}>",
            "advice": f"add {missing} to <{parent}>",
        }
        return Finding("SCHEMA-ELEMENT-MISSING", element, facts)

    def form(self, violation: Violation, element: etree._Element) -> Finding:
        """The finding for text that is not of the form required."""
        form = form_of(pattern for _, pattern in violation.state.hypotheses)
        advice = f"see the documentation of <{local(str(element.tag))}> for the form of its content"
        if form.choices:
            advice = "possible: " + enumeration((f'"{one}"' for one in form.choices), limit=12)
        facts = {"value": shortened(violation.value), "element": local(str(element.tag)), "advice": advice}
        return Finding("SCHEMA-TEXT-FORM", element, facts, in_text=True)

    # -- of the schema

    def _inside(self, definitions: Iterable[Definition]) -> set[str]:
        """The names of all elements that may stand in an element, wherever in it."""
        return {
            name
            for definition in definitions
            for one in self._explorer.within(definition)
            for name in named(one.names)
        }

    def _names_ahead(self, state: State) -> set[str]:
        """The names of the elements that may still come in this content, now or later."""
        return self._explorer.names_ahead(state)

    def _last_steps(self, state: State) -> list[str]:
        """The names of the elements each of which alone would complete the content."""
        explorer = self._explorer
        return [
            name
            for one in explorer.expected(state)
            if explorer.after(state, one).complete
            for name in named(one.names)
        ]


def _is_element(item: object) -> bool:
    """Comments and processing instructions are in the tree, too; their tag is not a string."""
    return isinstance(getattr(item, "tag", None), str)


def _takes_text(state: State) -> bool:
    return any(pattern.has_text for _, pattern in state.hypotheses)


def _name(definition: Definition) -> str:
    names = named(definition.names)
    return local(names[0]) if names else "…"
