"""All annotators together on texts of one's own: `python -m benchmarks.annotators FILE...`.

Processor time. A novel full of talk takes longest, a list of references longer still. The peer finds the
words of the text and no more. Without a file it is prose that is made up.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.prose import prose
from edition.converter.annotate import annotate
from edition.converter.forms.memory import forget_all
from edition.converter.languages import detect_language, language
from edition.converter.read import read_source
from edition.converter.segment import segment
from edition.converter.segment.passages import mark_passages

_WORDS = re.compile(r"\w+")
_TIMES = 3


def main(files: list[Path]) -> None:
    """Print MB a second for each file."""
    texts = [(file.name, file.read_bytes()) for file in files] or [("prose", prose(1_000_000).encode())]
    print(f"{'':<48} {'text':>9} {'annotators':>12} {'words alone':>12}")
    for name, data in texts:
        own, peer = _seconds(name, data)
        size = len(data) / 1e6
        print(f"{name[:48]:<48} {size:6.2f} MB {size / own:7.2f} MB/s {size / peer:7.1f} MB/s")


def _seconds(name: str, data: bytes) -> tuple[float, float]:
    """What the annotators take for a text, and what the peer takes."""
    source, _ = read_source(data, name=name, stem="text")
    assert source is not None, name
    words = language(detect_language(source.text))
    read = segment(source, words, "auto")
    blocks = mark_passages(read.blocks, source, words)

    def work() -> None:
        forget_all()
        annotate(blocks, source, words, read.marks, genre=read.genre)

    return _least(work), _least(partial(_WORDS.findall, source.text))


def _least(work: Callable[[], object]) -> float:
    """Seconds of the quickest of some runs."""
    taken = []
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
