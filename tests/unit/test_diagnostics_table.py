"""The table of codes: complete, used, and each code named by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.diagnostics.explain import codes, explain

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder, ending in (("edition", "*.py"), ("xslt", "*.xsl"))
    for path in sorted((ROOT / folder).rglob(ending))
)
TESTS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py"))
) + " ".join(path.name for path in (ROOT / "tests" / "cases" / "diagnostics").iterdir())


@pytest.mark.parametrize("code", codes())
def test_a_code_has_all_its_words(code: str) -> None:
    entry = codes()[code]
    assert entry["severity"] in ("error", "warning", "info")
    for field in ("title", "message", "why"):
        assert entry.get(field, "").strip(), field
    assert explain(code).startswith(f"{code}: {entry['title']}")


@pytest.mark.parametrize("code", codes())
def test_a_code_is_used_and_tested(code: str) -> None:
    assert code in SOURCES
    assert code in TESTS, "no test names this code"


def test_every_code_used_is_in_the_table() -> None:
    used = set(re.findall(r"diagnose\(\s*\"([A-Z0-9-]+)\"", SOURCES))
    assert used and used <= codes().keys()
