"""Letters that are dated in the French Republican calendar: their days and months count in it, too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import edition

LETTER = """Le Havre, ce 23 brumaire an VIII.

Citoyen ministre,

{said}

Salut et fraternité.
"""


@pytest.mark.parametrize(
    ("said", "ours", "republican"),
    [
        ("Votre dépêche du 19 m'est parvenue.", "1799-11-10", "0008-02-19"),
        ("Votre dépêche du 28 m'est parvenue.", "1799-10-20", "0008-01-28"),
        ("Les autorités s'assembleront le 30.", "1799-11-21", "0008-02-30"),
        ("Le 12 thermidor, nous partîmes.", "1799-07-30", "0007-11-12"),
        ("Il viendra le 2 frimaire.", "1799-11-23", "0008-03-02"),
        ("Il partit le 5 du mois dernier.", "1799-09-27", "0008-01-05"),
    ],
)
def test_a_day_counts_in_the_calendar_of_its_letter(
    said: str, ours: str, republican: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER.format(said=said), encoding="utf-8")
    found = json.loads(edition("dates", "--format", "json", str(path)).out)
    assert found[-1]["value"] == f"{ours} = republican {republican}"
