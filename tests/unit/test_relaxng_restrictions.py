"""What section 7 of RELAX NG forbids: tests/cases/relaxng/restrictions.txt, in compact syntax."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.relaxng import SchemaError, load
from edition.relaxng.names import AnyName, EitherName, NameClass, NamespaceNames, OneName
from edition.relaxng.restrictions import broken_rules
from edition.relaxng.restrictions.shared_names import overlap
from tests.case_files import CASES, Case, read_cases

RIGHT = "right"
FILE = CASES / "relaxng" / "restrictions.txt"


def verdict(text: str, folder: Path) -> str:
    """What breaks a rule in the schema, a line each; "right" if nothing does."""
    path = folder / "schema.rnc"
    path.write_text(text, encoding="utf-8")
    found = broken_rules(load(path, whole=False).pattern, path.name)
    return "\n".join(f"{error.line or '-'} ({error.rule}): {error.reason}" for error in found) or RIGHT


@pytest.mark.parametrize("case", read_cases(FILE), ids=lambda case: case.title)
def test_restrictions(case: Case, tmp_path: Path) -> None:
    assert verdict(case.input, tmp_path) == case.expected


A, X_A = OneName("a"), OneName("{urn:x}a")
X, NONE = NamespaceNames("urn:x"), NamespaceNames("")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (A, OneName("a"), '"a"'),
        (A, X_A, None),
        (X, X_A, '"a"'),
        (X, A, None),
        (NONE, A, '"a"'),
        (NamespaceNames("urn:x", X_A), X_A, None),
        (NamespaceNames("urn:x", X_A), X, 'of any name in the namespace "urn:x"'),
        (NamespaceNames("urn:x", X_A), NamespaceNames("urn:y"), None),
        (AnyName(), AnyName(A), "of any name in no namespace"),
        (AnyName(X), X, None),
        (AnyName(EitherName((X, NONE))), AnyName(), "of any name"),
        (AnyName(A), EitherName((OneName("b"), A)), '"b"'),
        (AnyName(NamespaceNames("urn:x", X_A)), X, '"a"'),
    ],
)
def test_two_classes_share_a_name_or_none(one: NameClass, other: NameClass, shared: str | None) -> None:
    assert overlap(one, other) == shared
    assert (overlap(other, one) is None) == (shared is None)


@pytest.mark.parametrize("case", read_cases(CASES / "relaxng" / "syntax.txt"), ids=lambda case: case.title)
def test_sections_3_and_4(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "schema.rng"
    path.write_text(case.input, encoding="utf-8")
    answer = RIGHT
    try:
        schema = load(path, whole=False)
        schema.read_all()
        assert broken_rules(schema.pattern, path.name) == []
    except SchemaError as error:
        answer = f"wrong: line {error.line}, section {error.rule or '-'}"
    assert answer == case.expected
