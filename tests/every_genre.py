"""A small edition with a text of each genre, to be looked at and judged."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

# The genres that examples/ has no text of.
_OTHERS = (
    "debate/harbour-estimates",
    "interview/the-map-of-orrin",
    "speech/at-the-opening-of-a-library",
    "verse/songs-of-the-ferry",
)
_FACTS = """title = "The Ferry Papers"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
place = "Bristol"
licence = "https://creativecommons.org/licenses/by/4.0/"
site = "https://ferry.example.org/"

[print]
volumes = "both"
"""


def texts(folder: Path) -> list[str]:
    """The stems of the texts that are put into a new `folder`, with what the edition says of itself."""
    folder.mkdir()
    cases = ROOT / "tests" / "cases" / "structure"
    sources = [*(ROOT / "examples").glob("*.txt"), *(cases / f"{name}.txt" for name in _OTHERS)]
    for source in sources:
        shutil.copy(source, folder)
    (folder / "edition.toml").write_text(_FACTS, encoding="utf-8")
    return sorted(source.stem for source in sources)
