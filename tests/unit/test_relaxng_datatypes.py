"""Datatypes: texts of a type, texts of one value, what a schema cannot ask for, and that nothing hangs.

The cases are in tests/cases/relaxng; tests/conformance asks jing the same.
"""

from __future__ import annotations

import re
import subprocess
import sys
from random import Random

import pytest
from elementpath.regex import translate_pattern
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.relaxng.datatypes import XSD, DatatypeError, PatternLimitError, expression, find_datatype
from tests.case_files import CASES, Case, read_cases
from tests.relaxng.random_patterns import pattern, text

SCOPE = {"": "", "a": "urn:one", "b": "urn:one", "c": "urn:two"}
SHOWN = str.maketrans({"·": " ", "¶": "\n", "→": "\t", "⍽": "\xa0"})
FOLDER = CASES / "relaxng"


def parameters(line: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The type and the parameters that the first line of a case names."""
    name, *pairs = line.split(" ")
    parted = [pair.partition("=") for pair in pairs]
    return name, tuple((key, value.translate(SHOWN)) for key, _, value in parted)


@pytest.mark.parametrize("case", read_cases(FOLDER / "datatypes.txt"), ids=lambda case: case.title)
def test_texts_of_a_type(case: Case) -> None:
    datatype = find_datatype(XSD, *parameters(case.input))
    for line in case.expected.split("\n"):
        assert datatype.accepts(line[2:].translate(SHOWN), SCOPE) == (line[0] == "+"), line


@pytest.mark.parametrize("case", read_cases(FOLDER / "datatype_values.txt"), ids=lambda case: case.title)
def test_texts_of_one_value(case: Case) -> None:
    datatype = find_datatype(XSD, case.input)
    for line in case.expected.split("\n"):
        one, sign, other = re.split(" ([=/]) ", line)
        one, other = one.translate(SHOWN), other.translate(SHOWN)
        assert datatype.accepts(one, SCOPE), line
        assert datatype.accepts(other, SCOPE), line
        assert datatype.same(one, SCOPE, other, SCOPE) == (sign == "="), line
        assert datatype.same(other, SCOPE, one, SCOPE) == (sign == "="), line


def test_all_types_of_xml_schema_are_there() -> None:
    names = [
        "string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "NMTOKENS", "ID",
        "IDREF", "IDREFS", "ENTITY", "ENTITIES", "QName", "NOTATION", "boolean", "decimal", "integer",
        "nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte", "nonNegativeInteger",
        "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger", "float",
        "double", "dateTime", "time", "date", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay",
        "duration", "hexBinary", "base64Binary", "anyURI",
    ]  # fmt: skip
    assert len(names) == 44
    assert [find_datatype(XSD, name).name for name in names] == names


def test_the_library_of_relax_ng_itself_has_two_types() -> None:
    assert find_datatype("", "token").same(" a ", {}, "a", {})
    assert not find_datatype("", "string").same(" a ", {}, "a", {})


def test_what_identifies_and_what_needs_namespaces() -> None:
    kinds = {name: find_datatype(XSD, name).identifies for name in ("ID", "IDREF", "IDREFS", "NCName")}
    assert kinds == {"ID": "ID", "IDREF": "IDREF", "IDREFS": "IDREFS", "NCName": ""}
    assert [find_datatype(XSD, name).needs_namespaces for name in ("QName", "NOTATION", "NCName")] == [
        True,
        True,
        False,
    ]


def test_a_qualified_name_is_read_with_the_namespaces_of_its_own_place() -> None:
    datatype = find_datatype(XSD, "QName")
    assert datatype.same("p:x", {"p": "urn:one"}, "q:x", {"q": "urn:one"})
    assert not datatype.same("p:x", {"p": "urn:one"}, "p:x", {"p": "urn:two"})
    assert datatype.same("x", {"": "urn:one"}, "p:x", {"p": "urn:one"})
    assert datatype.accepts("xml:id", {})


@pytest.mark.parametrize(
    ("library", "name", "given_parameters", "words"),
    [
        (XSD, "Date", (), 'did you mean "date"?'),
        (XSD, "colour", (), 'no datatype "colour"'),
        ("http://www.w3.org/2001/XMLSchema", "date", (), f'did you mean "{XSD}"?'),
        ("urn:other", "date", (), 'no datatype library "urn:other"'),
        ("", "date", (), f'add datatypeLibrary="{XSD}"'),
        ("", "token", (("pattern", "a"),), "has no parameters"),
        (XSD, "token", (("enumeration", "a"),), "<choice> of <value>"),
        (XSD, "token", (("whiteSpace", "collapse"),), '"normalizedString"'),
        (XSD, "token", (("size", "1"),), 'no parameter "size"'),
        (XSD, "token", (("minInclusive", "a"),), "have no order"),
        (XSD, "date", (("minInclusive", "1848"),), "which is no date"),
        (XSD, "date", (("length", "4"),), "have no length"),
        (XSD, "string", (("length", "-1"),), "a whole number"),
        (XSD, "double", (("totalDigits", "4"),), 'not for "double"'),
        (XSD, "decimal", (("totalDigits", "0"),), "at least one digit"),
    ],
)
def test_what_a_schema_cannot_ask_for(
    library: str, name: str, given_parameters: tuple[tuple[str, str], ...], words: str
) -> None:
    with pytest.raises(DatatypeError, match=re.escape(words)):
        find_datatype(library, name, given_parameters)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a**", 'at character 3, "*" follows another repetition'),
        ("a+?", "no lazy or possessive ones"),
        ("*", "repeats nothing"),
        ("a{2", "no count such as"),
        ("a{3,2}", "ends before it begins"),
        ("}", "stands alone"),
        ("(a", 'at character 1, "(" is not closed'),
        ("a)", '")" closes nothing'),
        ("[a", '"[" is not closed'),
        ("[]", "the brackets are empty"),
        ("[z-a]", 'the range from "z" to "a"'),
        ("[a-c-e]", "between no two characters"),
        (r"[a-\d]", "ends with a class"),
        ("[a-z-[b]c]", "something follows the class that is taken away"),
        (r"\bword\b", "always match the whole value"),
        (r"(a)\1", "no references back"),
        (r"\$", 'write "$" alone'),
        (r"\pL", "no property in braces"),
        (r"\p{Latin}", 'no property "Latin"'),
        (r"\p{IsKlingon}", 'no property "IsKlingon"'),
        ("a\\", "a backslash ends the pattern"),
        ("(?:a)", "repeats nothing"),
        ("(" * 1000, "stand inside one another"),
    ],
)
def test_what_is_no_pattern(written: str, words: str) -> None:
    with pytest.raises(DatatypeError, match=re.escape(words)):
        find_datatype(XSD, "string", (("pattern", written),))


@pytest.mark.parametrize(
    ("written", "value", "matches"),
    [
        ("(a+)+b", "a" * 10_000, False),
        ("(a|aa)+b", "a" * 10_000, False),
        ("((a*)*)*b", "a" * 10_000, False),
        ("(.*a.{20})+", "ab" * 2_000, False),
        ("((a{1,100}){1,100}){1,100}", "a" * 3_000, True),
        ("([a-z]{1,50} ?){1,100}", "abc " * 60 + "!", False),
        (".{0,1000000}", "a" * 30_000, True),
        ("a{1000000000}", "a" * 1_000, False),
    ],
)
def test_patterns_that_make_others_hang_are_decided(written: str, value: str, matches: bool) -> None:
    datatype = find_datatype(XSD, "string", (("pattern", written),))
    assert datatype.accepts(value, {}) == matches
    assert datatype.accepts(value, {}) == matches


def test_a_pattern_beyond_all_bounds_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    datatype = find_datatype(XSD, "string", (("pattern", "(.*a.{20})+"),))
    assert not datatype.accepts("ab", {})
    monkeypatch.setattr(expression, "_MOST_WORK", 100)
    monkeypatch.setattr(expression, "_WORK_PER_CHARACTER", 1)
    with pytest.raises(PatternLimitError, match="in too many ways to decide on a text of 800 characters"):
        datatype.accepts("abba" * 200, {})
    assert not datatype.accepts("ab", {})


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_our_reading_of_patterns_and_elementpaths_agree(seed: int) -> None:
    random = Random(seed)
    written = pattern(random)
    if re.search(r"\[[^\]]*\\[DCSWIP]", written):
        return  # what is left out stands in a class: elementpath 5.1 joins that with the rest wrongly
    datatype = find_datatype(XSD, "string", (("pattern", written),))
    theirs = re.compile(
        translate_pattern(
            written, xsd_version="1.0", back_references=False, lazy_quantifiers=False, anchors=False
        )
    )
    for _ in range(10):
        value = text(random)
        assert datatype.accepts(value, {}) == (theirs.fullmatch(value) is not None), (written, value)


def test_ordinary_types_import_no_library() -> None:
    program = f"""
import sys
from edition.relaxng.datatypes import find_datatype
for name, values in {{
    "token": ("a", "größe"), "anyURI": ("#a",), "date": ("1848-02-29",), "dateTime": ("1848-02-29T12:00:00",),
    "NCName": ("a",), "ID": ("a",), "language": ("de",), "double": ("1",), "nonNegativeInteger": ("1",),
}}.items():
    for value in values:
        assert find_datatype("{XSD}", name).accepts(value, {{}})
for expression in (r"[^\\p{{C}}\\p{{Z}}]+", r"\\S+", r"[\\-+]?\\d+(\\.\\d+)?(%|cm)", r"[^/\\s]+:\\S*"):
    for value in ("a:b", "größe:1"):
        find_datatype("{XSD}", "token", (("pattern", expression),)).accepts(value, {{}})
print(sorted({{"elementpath", "decimal", "fractions", "tomllib"}} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (run.stdout, run.stderr) == ("[]\n", "")
