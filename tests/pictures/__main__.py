"""Build editions, take pictures of their pages into output/pictures/, and those of the README into docs/."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "output" / "pictures"
DOCS = ROOT / "docs"

SAMPLE = ROOT / "examples" / "workers-vanguard-1144.txt"
# The genres that examples/ has no text of.
OTHERS = (
    "debate/harbour-estimates",
    "interview/the-map-of-orrin",
    "speech/at-the-opening-of-a-library",
    "verse/songs-of-the-ferry",
)
FACTS = """title = "The Ferry Papers"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
place = "Bristol"
licence = "https://creativecommons.org/licenses/by/4.0/"
[print]
volumes = "both"
"""

WIDTHS = (360, 768, 1280, 1920)
TALLEST = 3000  # pixels of a page from its top: long texts go on as they begin
LARGEST = 150_000  # bytes of a picture in the README
INCH = 60  # pixels for an inch of print, where all pages are shown


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a web page, from its top, at most `height` pixels of it."""

    page: str
    to: str
    width: int
    height: int = TALLEST
    dark: bool = False


def main() -> int:
    """Make all pictures anew; say where they are."""
    if lacking := [tool for tool in ("chromium", "node", "pdftoppm") if shutil.which(tool) is None]:
        print(f"{', '.join(lacking)} not installed; bash .ci/conformance-tools installs it", file=sys.stderr)
        return 2
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        site, alone = Path(folder, "site"), Path(folder, "alone")
        build(gathered(Path(folder, "texts")), site)
        build(SAMPLE, alone)
        shoot([*of_every_page(site), *of_the_readme(site, alone)])
        for pdf in sorted(site.glob("*.pdf")):
            print_pages(pdf, PICTURES / f"print-{pdf.stem}", INCH)
        print_page(alone / f"{SAMPLE.stem}.pdf", 1, DOCS / "book-page")
        print_page(site / "edition.pdf", of_the_volume(site / "edition.pdf"), DOCS / "volume-page")
    print(f"{sum(1 for _ in PICTURES.glob('*.png'))} pictures in {PICTURES.relative_to(ROOT)}")
    large = [picture.name for picture in sorted(DOCS.glob("*.png")) if picture.stat().st_size > LARGEST]
    if large:
        print(f"larger than {LARGEST:,} bytes: {', '.join(large)}", file=sys.stderr)
    return 1 if large else 0


def gathered(folder: Path) -> Path:
    """A folder with a text of each genre and what the edition is called."""
    folder.mkdir()
    for text in (ROOT / "examples").glob("*.txt"):
        shutil.copy(text, folder)
    for name in OTHERS:
        shutil.copy(ROOT / "tests" / "cases" / "structure" / f"{name}.txt", folder)
    (folder / "edition.toml").write_text(FACTS, encoding="utf-8")
    return folder


def build(texts: Path, output: Path) -> None:
    """The edition of some texts."""
    command = [sys.executable, "-m", "edition", "build", str(texts), "-o", str(output), "-q"]
    subprocess.run([*command, "--to", "tei,html,pdf"], check=True, cwd=ROOT)


def of_every_page(site: Path) -> list[Shot]:
    """Every page of a site in every width, light and dark."""
    return [
        Shot(str(page), str(PICTURES / f"{page.stem}-{width}-{'dark' if dark else 'light'}.png"), width, dark=dark)
        for page in sorted(site.glob("*.html"))
        for width in WIDTHS
        for dark in (False, True)
    ]


def of_the_readme(site: Path, alone: Path) -> list[Shot]:
    """The few that stand in the README."""
    return [
        Shot(str(alone / f"{SAMPLE.stem}.html"), str(DOCS / "web-page.png"), 900, 1240),
        Shot(str(site / "the-ferry-bell.html"), str(DOCS / "play-page.png"), 760, 1180),
        Shot(str(site / "the-swan.html"), str(DOCS / "dark-page.png"), 760, 1000, dark=True),
        Shot(str(site / "register-persons.html"), str(DOCS / "register-page.png"), 760, 1000),
    ]


def shoot(shots: Sequence[Shot]) -> None:
    """Take pictures in the browser."""
    command = ["node", str(Path(__file__).with_name("shoot.mjs")), shutil.which("chromium") or ""]
    listed = json.dumps([asdict(shot) for shot in shots])
    subprocess.run([*command, str(ROOT / ".tools" / "node_modules")], input=listed, text=True, check=True)


def print_pages(pdf: Path, to: Path, inch: int) -> None:
    """Every page of a PDF as `to`-N.png, at `inch` pixels an inch."""
    subprocess.run(["pdftoppm", "-png", "-r", str(inch), str(pdf), str(to)], check=True)


def print_page(pdf: Path, number: int, to: Path) -> None:
    """One page of a PDF as `to`.png, in grey, at 150 pixels an inch."""
    pages = ["-f", str(number), "-l", str(number), "-singlefile", "-gray"]
    subprocess.run(["pdftoppm", "-png", "-r", "150", *pages, str(pdf), str(to)], check=True)


def of_the_volume(pdf: Path) -> int:
    """The number of the page on which the play of the volume begins."""
    read = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = read.stdout.split("\f")
    return max(number for number, words in enumerate(pages, 1) if "GARTH" in words and "SCENE" in words.upper())


if __name__ == "__main__":
    raise SystemExit(main())
