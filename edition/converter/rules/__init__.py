"""What each rule does, in words, with an example: one table an area, for reports and `edition explain`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of recognition: `says` is a sentence, `example` a few words of text that it takes."""

    name: str
    area: str
    says: str
    example: str


@cache
def rules() -> dict[str, Rule]:
    """All rules by name, in alphabetical order."""
    found: dict[str, Rule] = {}
    for file in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            area = file.name.removesuffix(".toml")
            for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                found[name] = Rule(name, area, entry["says"], entry["example"])
    return dict(sorted(found.items()))


def rule(name: str) -> Rule:
    """The rule called `name`. Of "date: month, early part; from line 12" it is "month", and "date" where
    there is none of that name.

    Raises KeyError for a rule that does not exist.
    """
    table = rules()
    kind, _, rest = name.partition(":")
    special = _parts(rest or kind)[0]
    return table.get(name) or table.get(special) or table[kind]


def in_words(name: str) -> str:
    """What a rule says, with its example, some lines of text; then what was added to it ("year, near to the
    time of its text") says, where a table tells. Raises KeyError as `rule` does.
    """
    table, first = rules(), rule(name)
    kind, _, rest = name.partition(":")
    added = [] if name in table else [table[part] for part in _parts(rest or kind)[1:] if part in table]
    return "\n".join(_words(each) for each in (first, *added))


def _parts(named: str) -> list[str]:
    """A rule and what was added to it: "month, early part; from line 12"."""
    return [part.strip() for part in named.partition(";")[0].split(",")]


def _words(found: Rule) -> str:
    example = "\n".join(f"  {line}" for line in found.example.strip("\n").splitlines())
    return f"{found.name} (a rule of recognition: {found.area})\n\n{found.says}\n\nexample:\n{example}\n"
