"""Which elements and which text stand where the schema does not have them, or are missing.

Each element is looked at by itself, so a mistake in one place hides none in another.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from edition.tei import TEI
from edition.validator.finding import Finding, did_you_mean, enumeration
from edition.validator.grammar import Definition, Grammar
from edition.validator.pattern import TEXT, Pattern
from edition.validator.schema import Schema

_MISPLACED = ("SCHEMA-ELEMENT-PLACE", "SCHEMA-ELEMENT-ORDER")


def root_findings(root: etree._Element, grammar: Grammar) -> Iterator[Finding]:
    """The one finding for a document that is not of the schema's kind at all."""
    if root.tag in grammar.roots or not grammar.roots:
        return
    expected = enumeration(f"<{_local(name)}>" for name in sorted(grammar.roots))
    local = _local(str(root.tag))
    if local in {_local(name) for name in grammar.roots}:
        yield Finding("TEI-NAMESPACE", root, {"found": local})
        return
    advice = {
        "html": "this is a web page",
        "TEI.2": "this is TEI P4; convert it to TEI P5 first",
        "teiCorpus": "check the <TEI> documents of the corpus one by one",
    }.get(local, "is it the right file?")
    yield Finding("TEI-ROOT", root, {"found": local, "expected": expected, "advice": advice})


def structure_findings(root: etree._Element, schema: Schema) -> Iterator[Finding]:
    """What is wrong with the content of `root` and of every element in it that the schema defines.

    The content of an element that is itself out of place is not looked at: it fits where the element belongs.
    """
    grammar = schema.grammar
    if grammar is None:
        return
    misplaced: set[etree._Element] = set()
    for element in root.iter("*"):
        definition = grammar.definitions.get(str(element.tag))
        if definition is not None and element not in misplaced:
            for finding in _Content(element, definition, grammar, schema).findings():
                if finding.code in _MISPLACED:
                    misplaced.add(finding.element)
                yield finding


class _Content:
    """The content of one element read from left to right against its pattern."""

    def __init__(
        self, element: etree._Element, definition: Definition, grammar: Grammar, schema: Schema
    ) -> None:
        self._element = element
        self._definition = definition
        self._grammar = grammar
        self._patterns = grammar.patterns
        self._schema = schema
        self._parent = _local(definition.name)

    def findings(self) -> Iterator[Finding]:
        element = self._element
        children = [child for child in element if _is_element(child)]
        if not children:
            yield from self._childless()
            return
        pattern, skipped, text_told = self._definition.content, False, False
        told: set[str] = set()
        before: etree._Element | None = None
        for text, child in self._texts_and_children():
            if text and text.strip():
                there = self._patterns.derive(pattern, TEXT)
                if there is self._patterns.nothing:
                    if not text_told:
                        yield self._text_misplaced(before)
                    text_told = skipped = True
                else:
                    pattern = there
            if child is None:
                break
            name = str(child.tag)
            there = self._patterns.derive(pattern, name)
            if there is self._patterns.nothing:
                finding, there = self._child_misplaced(child, before, pattern)
                if name not in told or finding.code not in _MISPLACED:
                    yield finding
                    told.add(name)
                skipped = skipped or there is pattern
            pattern, before = there, child
        if not pattern.nullable and not skipped:
            yield self._missing(pattern)

    def _texts_and_children(self) -> Iterator[tuple[str, etree._Element | None]]:
        """The text before each child, with the child; at the end the last text, with None."""
        text = self._element.text or ""
        for child in self._element:
            if _is_element(child):
                yield text, child
                text = child.tail or ""
            else:
                text += child.tail or ""
        yield text, None

    def _childless(self) -> Iterator[Finding]:
        content, text = self._definition.content, "".join(map(str, self._element.itertext()))
        if not text.strip() and content.nullable:
            return
        words = self._patterns.derive(content, TEXT)
        form = self._schema.forms.of_content(self._definition) if self._schema.forms else None
        if words.nullable:
            if self._takes_text(content) or form is None or form.accepts(text):
                return
            if text.strip():
                facts = {"value": _shortened(text), "element": self._parent}
                yield Finding("SCHEMA-TEXT-FORM", self._element, facts, in_text=True)
            else:
                yield Finding("SCHEMA-EMPTY", self._element, {"element": self._parent})
        elif text.strip() and words is self._patterns.nothing:
            yield self._text_misplaced(None)
        else:
            yield self._missing(content)

    def _takes_text(self, pattern: Pattern) -> bool:
        """Whether `pattern` takes any text as it comes, not only text of a certain form."""
        return self._patterns.derive(self._patterns.derive(pattern, TEXT), TEXT).nullable

    # -- one finding each

    def _text_misplaced(self, before: etree._Element | None) -> Finding:
        names = self._patterns.names(self._definition.content)
        if TEXT in names:
            where = "beside these elements"
            advice = f"<{self._parent}> holds either words or elements such as <p>, not both side by side"
        else:
            where = "directly"
            wrap = [name for name in ("p", "ab", "head", "item", "l") if f"{{{TEI}}}{name}" in names]
            advice = (
                f"put it into <{wrap[0]}>"
                if wrap
                else f"<{self._parent}> holds {self._listed(names) or 'nothing'} only"
            )
        facts = {"where": where, "parent": self._parent, "advice": advice}
        return Finding("SCHEMA-TEXT-PLACE", self._element, facts, in_text=True, after=before)

    def _child_misplaced(
        self, child: etree._Element, before: etree._Element | None, pattern: Pattern
    ) -> tuple[Finding, Pattern]:
        """The finding for a child that cannot follow, and the pattern to go on with."""
        name, patterns = str(child.tag), self._patterns
        inside = patterns.names(self._definition.content)
        if name not in self._grammar.definitions:
            return self._unknown(child, inside, pattern)
        facts: dict[str, object] = {"element": _local(name), "parent": self._parent}
        if name not in inside:
            parents = [_local(parent) for parent in self._grammar.parents_of(name)]
            usual = [parent for parent in _COMMON_PARENTS if parent in parents] or parents
            facts["advice"] = f"<{_local(name)}> goes inside {enumeration(f'<{p}>' for p in usual)}"
            if self._parent == "quote" and _local(name) == "bibl":
                facts["advice"] = "put <quote> and <bibl> side by side inside <cit>"
            return Finding("SCHEMA-ELEMENT-PLACE", child, facts), pattern
        path = patterns.shortest_completion(pattern, then=name)
        if path and TEXT not in path:
            finding = Finding("SCHEMA-ELEMENT-MISSING", child, self._missing_facts(path, before_name=name))
            for step in (*path, name):
                pattern = patterns.derive(pattern, step)
            return finding, pattern
        if name not in patterns.names(pattern) and any(
            str(one.tag) == name for one in child.itersiblings(preceding=True)
        ):
            facts["after"] = "there is one already"
        elif before is not None:
            facts["after"] = f"after <{_local(str(before.tag))}>"
        else:
            facts["after"] = "at this point"
        possible = self._listed(patterns.first(pattern))
        if not possible:
            facts["advice"] = f"nothing more can follow here in <{self._parent}>"
        else:
            facts["advice"] = f"possible here: {possible}"
        return Finding("SCHEMA-ELEMENT-ORDER", child, facts), pattern

    def _unknown(
        self, child: etree._Element, inside: frozenset[str], pattern: Pattern
    ) -> tuple[Finding, Pattern]:
        name = str(child.tag)
        local = _local(name)
        in_tei = {_local(known) for known in self._grammar.definitions}
        namespace = etree.QName(child).namespace
        if local in in_tei and any(_local(known) == local for known in self._grammar.definitions):
            known = next(full for full in self._grammar.definitions if _local(full) == local)
            if (etree.QName(known).namespace or None) != namespace:
                there = self._patterns.derive(pattern, known)
                facts: dict[str, object] = {"found": local}
                return Finding("TEI-NAMESPACE", child, facts), self._or_same(there, pattern)
        meant = did_you_mean(local, {_local(n) for n in inside} - {TEXT}) or did_you_mean(local, in_tei)
        if meant:
            full = next(
                n for n in (*sorted(inside), *sorted(self._grammar.definitions)) if _local(n) == meant
            )
            there = self._or_same(self._patterns.derive(pattern, full), pattern)
            facts = {"element": local, "advice": f"did you mean <{meant}>?"}
            return Finding("SCHEMA-ELEMENT-UNKNOWN", child, facts), there
        advice = f"possible here: {self._listed(self._patterns.first(pattern)) or 'nothing more'}"
        return Finding("SCHEMA-ELEMENT-UNKNOWN", child, {"element": local, "advice": advice}), pattern

    def _or_same(self, there: Pattern, pattern: Pattern) -> Pattern:
        return pattern if there is self._patterns.nothing else there

    def _missing(self, pattern: Pattern) -> Finding:
        path = self._patterns.shortest_completion(pattern)
        if path is None or TEXT in path:
            return Finding("SCHEMA-EMPTY", self._element, {"element": self._parent})
        return Finding("SCHEMA-ELEMENT-MISSING", self._element, self._missing_facts(path, pattern=pattern))

    def _missing_facts(
        self, path: tuple[str, ...], before_name: str | None = None, pattern: Pattern | None = None
    ) -> dict[str, object]:
        missing = enumeration((f"<{_local(step)}>" for step in path), last="and")
        advice = f"add {missing}"
        if pattern is not None and len(path) == 1:
            others = [
                name
                for name in self._patterns.first(pattern) - {TEXT}
                if self._patterns.derive(pattern, name).nullable
            ]
            if len(others) > 1:
                missing = f"one of {self._listed(frozenset(others))}"
                advice = f"add {missing}"
        before = f" before <{_local(before_name)}>" if before_name else ""
        return {
            "missing": missing,
            "parent": self._parent,
            "before": before,
            "advice": advice + (before if before else f" to <{self._parent}>"),
        }

    def _listed(self, names: frozenset[str]) -> str:
        """Names as a phrase, the common ones first."""
        locals_ = {_local(name) for name in names if name != TEXT}
        common = [name for name in _COMMON if name in locals_]
        ordered = common + sorted(locals_ - set(common))
        phrase = enumeration((f"<{name}>" for name in ordered), limit=6)
        return f"text, {phrase}" if TEXT in names and phrase else phrase or ("text" if TEXT in names else "")


# The names an editor meets every day, in the order of a document: named first where many are possible.
_COMMON = (
    "teiHeader", "fileDesc", "titleStmt", "title", "publicationStmt", "sourceDesc", "text", "body",
    "div", "head", "p", "ab", "lg", "l", "sp", "speaker", "stage", "quote", "said", "q", "cit", "bibl",
    "persName", "placeName", "orgName", "date", "note", "list", "item", "table", "row", "cell",
)  # fmt: skip
_COMMON_PARENTS = (
    "TEI", "teiHeader", "fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "text", "body",
    "div", "front", "back", "p", "ab", "lg", "l", "sp", "quote", "cit", "bibl", "biblStruct", "monogr",
    "analytic", "imprint", "list", "item", "table", "row", "cell", "choice", "profileDesc",
    "encodingDesc", "particDesc", "person", "opener", "closer", "castList", "figure", "note",
)  # fmt: skip


def _is_element(item: object) -> bool:
    """Comments and processing instructions are in the tree, too; their tag is not a string."""
    return isinstance(getattr(item, "tag", None), str)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _shortened(text: str, limit: int = 40) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else f"{words[:limit]}…"
