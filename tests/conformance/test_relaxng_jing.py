"""Our RELAX NG engine against jing: datatypes, both syntaxes, random schemas, mutated TEI documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from edition import convert
from edition.relaxng import NotWellFormedError, Schema, SchemaError, load
from edition.relaxng.datatypes import XSD, DatatypeError, find_datatype
from edition.relaxng.restrictions import broken_rules
from edition.resources import resource
from tests.case_files import CASES, Case, read_cases
from tests.conformance import jing
from tests.conformance.mutation import mutated
from tests.relaxng.random_documents import DocumentMaker
from tests.relaxng.random_patterns import pattern, text
from tests.relaxng.random_schemas import SchemaMaker
from tests.unit.test_relaxng_datatypes import SCOPE, SHOWN, parameters

FOLDER = CASES / "relaxng"
MUTANTS = 5_000

NOT_AS_JING = {
    "Patterns: a hyphen at the end of a class",  # jing holds to XSD 1.0's first edition
    "Patterns: negated classes hold what none of their parts does",  # Java's reading of [^\S_] is another one
    "A prefix declared twice",  # jing takes the last declaration
    "The default namespace declared twice",
    "The prefix xsd for other datatypes",
}
"""Cases in which we don't follow jing."""


def cases(name: str) -> list[Case]:
    return [case for case in read_cases(FOLDER / name) if case.title not in NOT_AS_JING]


# -- datatypes


def accepted(question: Sequence[str]) -> str:
    """Our answer to a question about data."""
    _, name, *given, value = question
    try:
        datatype = find_datatype(XSD, name, tuple(zip(given[::2], given[1::2], strict=True)))
    except DatatypeError:
        return "error"
    return "valid" if datatype.accepts(value, SCOPE) else "invalid"


def test_our_cases_of_datatypes() -> None:
    questions, expected = [], []
    for case in cases("datatypes.txt"):
        name, given = parameters(case.input)
        for line in case.expected.split("\n"):
            questions.append(
                ("data", name, *(part for pair in given for part in pair), line[2:].translate(SHOWN))
            )
            expected.append("valid" if line[0] == "+" else "invalid")
    assert jing.ask(questions) == expected


def test_our_cases_of_values() -> None:
    questions, expected = [], []
    for case in cases("datatype_values.txt"):
        for line in case.expected.split("\n"):
            one, sign, other = re.split(" ([=/]) ", line.translate(SHOWN))
            questions.append(("same", case.input, one, other))
            expected.append("same" if sign == "=" else "different")
    assert jing.ask(questions) == expected


def test_each_text_of_our_cases_in_each_type_and_under_each_bound() -> None:
    texts = {
        line[2:].translate(SHOWN) for case in cases("datatypes.txt") for line in case.expected.split("\n")
    }
    names = sorted({case.input.split(" ")[0] for case in cases("datatypes.txt")})
    questions: list[tuple[str, ...]] = [("data", name, value) for name in names for value in sorted(texts)]
    fitting = {name: [q[2] for q in questions if q[1] == name and accepted(q) == "valid"] for name in names}
    random = Random(1848)
    for name in names:
        for facet in (
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive",
            "totalDigits",
            "fractionDigits",
        ):
            limits = ["1", "2", *random.sample(fitting[name], min(4, len(fitting[name])))]
            questions += [("data", name, facet, limit, value) for limit in limits for value in fitting[name]]
    assert len(questions) > 15_000
    wrong = [
        (q, theirs) for q, theirs in zip(questions, jing.ask(questions), strict=True) if accepted(q) != theirs
    ]
    assert wrong == []


def test_values_of_each_type() -> None:
    random = Random(1848)
    questions = []
    for name in sorted({case.input.split(" ")[0] for case in cases("datatypes.txt")}):
        datatype = find_datatype(XSD, name)
        texts = sorted(
            {
                value
                for case in cases("datatypes.txt")
                for line in case.expected.split("\n")
                if datatype.accepts(value := line[2:].translate(SHOWN), SCOPE) and "xml:" not in value
            }
        )
        questions += [
            ("same", name, random.choice(texts), random.choice(texts)) for _ in range(200 if texts else 0)
        ]
    for question, theirs in zip(questions, jing.ask(questions), strict=True):
        _, name, one, other = question
        ours = find_datatype(XSD, name).same(one, SCOPE, other, SCOPE)
        assert ours == (theirs == "same"), question


def test_random_patterns() -> None:
    random = Random(1848)
    questions = []
    for _ in range(2_000):
        written = pattern(random)
        if "[^" in written:  # of several classes Java negates the first alone; elementpath judges these
            continue
        questions += [("data", "string", "pattern", written, text(random)) for _ in range(5)]
    wrong = [
        (q, theirs) for q, theirs in zip(questions, jing.ask(questions), strict=True) if accepted(q) != theirs
    ]
    assert wrong == []


# -- schemas


def valid(schema: Schema, document: str) -> bool:
    try:
        return schema.valid(document.encode())
    except NotWellFormedError:
        return False


def test_our_cases_of_compact_syntax() -> None:
    found = cases("compact.txt")
    questions = [
        ("schema", "compact", case.input, *(line[2:] for line in case.expected.split("\n"))) for case in found
    ]
    for case, answer in zip(found, jing.ask(questions), strict=True):
        signs = [{"+": "valid", "-": "invalid"}[line[0]] for line in case.expected.split("\n")]
        assert answer == "\t".join(("right", *signs)), case.title


def test_our_cases_of_wrong_compact_syntax() -> None:
    found = cases("compact_wrong.txt")
    for case, answer in zip(
        found, jing.ask([("schema", "compact", case.input) for case in found]), strict=True
    ):
        assert answer.startswith("wrong"), case.title


def test_our_cases_of_restrictions() -> None:
    found = cases("restrictions.txt")
    for case, answer in zip(
        found, jing.ask([("schema", "compact", case.input) for case in found]), strict=True
    ):
        assert (answer == "right") == (case.expected == "right"), case.title


def test_our_cases_of_syntax() -> None:
    found = cases("syntax.txt")
    for case, answer in zip(found, jing.ask([("schema", "xml", case.input) for case in found]), strict=True):
        assert (answer == "right") == (case.expected == "right"), (case.title, answer)


@pytest.mark.parametrize("wild", [0.0, 0.4])
def test_random_schemas_and_documents(wild: float, tmp_path: Path) -> None:
    random = Random(1848)
    questions = []
    for _ in range(700):
        grammar = SchemaMaker(random, wild=wild).grammar()
        questions.append(("schema", "xml", grammar.xml(), *DocumentMaker(grammar, random).documents(8)))
    right = documents = 0
    path = tmp_path / "schema.rng"
    for (_, _, written, *instances), answer in zip(questions, jing.ask(questions), strict=True):
        path.write_text(written, encoding="utf-8")
        schema, errors = _read(path)
        # jing looks into an element once, and overlooks it as the value of an attribute if it came before.
        if schema is not None and {error.rule for error in errors} != {"7.1.1"}:
            assert (errors == []) == answer.startswith("right"), (answer, errors, written)
        if schema is not None and schema.pattern is schema.patterns.not_allowed:
            continue
        if schema is not None and not errors and answer.startswith("right"):
            right += 1
            documents += len(instances)
            ours = ["valid" if valid(schema, instance) else "invalid" for instance in instances]
            assert ours == answer.split("\t")[1:], (written, instances)
    assert right > 200
    assert documents > 1_600


def _read(path: Path) -> tuple[Schema | None, list[SchemaError]]:
    try:
        schema = load(path, whole=False)
        schema.read_all()
    except SchemaError as error:
        return None, [error]
    return schema, broken_rules(schema.pattern, path.name)


# -- TEI


@pytest.fixture(scope="module")
def mutants(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Documents with one to three mistakes, of our cases and of converted pieces."""
    folder = tmp_path_factory.mktemp("mutants")
    random = Random(1848)
    roots = [etree.parse(str(path)).getroot() for path in sorted((CASES / "schema").glob("*.xml"))]
    pieces = [convert(path.read_bytes(), name=path.name) for path in sorted((CASES / "pieces").glob("*.txt"))]
    roots += [etree.fromstring(piece.data) for piece in pieces if piece.data is not None]
    roots = [root for root in roots if len(etree.tostring(root)) < 12_000]
    assert len(roots) > 20
    schemas = [load(jing.tei_all()), load(resource("schemas", "edition.rng"))]
    paths = []
    for number in range(MUTANTS):
        path = folder / f"{number:04}.xml"
        tree = mutated(random.choice(roots), random.choice(schemas), random)
        path.write_bytes(etree.tostring(tree, encoding="UTF-8"))
        paths.append(path)
    return paths


@pytest.mark.parametrize("name", ["tei_all", "edition"])
def test_mutated_tei_documents(name: str, mutants: list[Path]) -> None:
    path = jing.tei_all() if name == "tei_all" else resource("schemas", "edition.rng")
    schema = load(path, whole=False)
    refused = jing.invalid(path, mutants)
    assert 0.3 * MUTANTS < len(refused) < MUTANTS
    ours = {mutant for mutant in mutants if not schema.valid(mutant.read_bytes())}
    assert ours ^ refused == set()


def test_tei_all_and_our_schema_break_no_rule() -> None:
    for path in (jing.tei_all(), resource("schemas", "edition.rng")):
        assert _read(path)[1] == []
