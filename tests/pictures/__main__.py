"""Build editions, take pictures of their pages into output/pictures/, and those of the README into docs/."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.every_genre import texts
from tests.serving import served

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "output" / "pictures"
DOCS = ROOT / "docs"

SAMPLE = ROOT / "examples" / "workers-vanguard-1144.txt"

WIDTHS = (360, 768, 1280, 1920)
TALLEST = 3000  # pixels of a page from its top: long texts go on as they begin
LARGEST = 150_000  # bytes of a picture in the README
SEARCHED = "ferry"
INCH = 60  # pixels for an inch of print, where all pages are shown


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a web page (a file or an address), from its top, at most `height` pixels of it."""

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
        texts(Path(folder, "texts"))
        build(Path(folder, "texts"), site)
        build(SAMPLE, alone)
        with served(site) as address:
            found = f"{address}/search.html?q={SEARCHED}"
            pages = {page.stem: str(page) for page in sorted(site.glob("*.html"))} | {"search-found": found}
            shots = [shot for name, page in pages.items() for shot in in_every_way(page, name)]
            shoot([*shots, *of_the_readme(pages, str(alone / f"{SAMPLE.stem}.html"))])
        for pdf in sorted(site.glob("*.pdf")):
            print_pages(pdf, PICTURES / f"print-{pdf.stem}", INCH)
        print_page(alone / f"{SAMPLE.stem}.pdf", 1, DOCS / "book-page")
        print_page(site / "edition.pdf", of_the_volume(site / "edition.pdf"), DOCS / "volume-page")
    print(f"{sum(1 for _ in PICTURES.glob('*.png'))} pictures in {PICTURES.relative_to(ROOT)}")
    large = [picture.name for picture in sorted(DOCS.glob("*.png")) if picture.stat().st_size > LARGEST]
    if large:
        print(f"larger than {LARGEST:,} bytes: {', '.join(large)}", file=sys.stderr)
    return 1 if large else 0


def build(sources: Path, output: Path) -> None:
    """The edition of some texts."""
    command = [sys.executable, "-m", "edition", "build", str(sources), "-o", str(output), "-q"]
    subprocess.run([*command, "--to", "tei,html,pdf"], check=True, cwd=ROOT)


def in_every_way(page: str, name: str) -> list[Shot]:
    """A page in every width, light and dark."""
    return [
        Shot(page, str(PICTURES / f"{name}-{width}-{light}.png"), width, dark=light == "dark")
        for width in WIDTHS
        for light in ("light", "dark")
    ]


def of_the_readme(pages: Mapping[str, str], sample: str) -> list[Shot]:
    """The few that stand in the README."""
    return [
        Shot(sample, str(DOCS / "web-page.png"), 700, 840),
        Shot(pages["the-ferry-bell"], str(DOCS / "play-page.png"), 760, 1180),
        Shot(pages["the-swan"], str(DOCS / "dark-page.png"), 700, 900, dark=True),
        Shot(pages["register-persons"], str(DOCS / "register-page.png"), 700, 900),
        Shot(pages["chronology"], str(DOCS / "chronology-page.png"), 700, 900),
        Shot(pages["search-found"], str(DOCS / "search-page.png"), 700, 900),
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
    """One page of a PDF as `to`.png, in grey, at 110 pixels an inch."""
    pages = ["-f", str(number), "-l", str(number), "-singlefile", "-gray"]
    subprocess.run(["pdftoppm", "-png", "-r", "110", *pages, str(pdf), str(to)], check=True)


def of_the_volume(pdf: Path) -> int:
    """The number of the page of the volume that shows the debate."""
    read = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = read.stdout.split("\f")
    return next(number for number, words in enumerate(pages, 1) if "Order for Committee" in words)


if __name__ == "__main__":
    raise SystemExit(main())
