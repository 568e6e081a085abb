"""A picture of how many dates there are by year, as SVG inside the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from edition.site.frame import Frame, year_words

_BARS = 60
_SPANS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 10_000)
_HEIGHT = 100


def timeline(years: Sequence[int], frame: Frame) -> str:
    """The figure for these years, one a date; empty where they are one year only.

    A bar is a year, or as many as make at most sixty bars of the whole.
    """
    if len(set(years)) < 2:
        return ""
    first, last = min(years), max(years)
    span = next((n for n in _SPANS if last // n - first // n < _BARS), last - first + 1)
    counts = Counter(year // span for year in years)
    start, end = first // span, last // span
    most = max(counts.values())
    bars = "".join(
        f'<rect x="{place - start}.1" y="{_HEIGHT - height}" width="0.8" height="{height}">'
        f"<title>{escape(_named(place, span, frame))}: {counts[place]}</title></rect>\n"
        for place in sorted(counts)
        for height in [max(2, round(_HEIGHT * counts[place] / most))]
    )
    title = frame.word("timeline")
    fullest = _named(min(place for place in counts if counts[place] == most), span, frame)
    described = frame.word("timeline-says").format(
        count=len(years),
        first=escape(_year(first, frame)),
        last=escape(_year(last, frame)),
        fullest=escape(fullest),
        most=most,
    )
    return f"""<figure class="timeline">
<svg role="img" aria-labelledby="timeline:title" aria-describedby="timeline:says" \
viewBox="0 0 {end - start + 1} {_HEIGHT}" preserveAspectRatio="none">
<title id="timeline:title">{title}</title>
<desc>{described}</desc>
{bars}</svg>
<p class="axis" aria-hidden="true"><span>{escape(_year(start * span, frame))}</span> \
<span>{escape(_year(end * span + span - 1, frame))}</span></p>
<figcaption id="timeline:says">{described}</figcaption>
</figure>
"""


def _named(place: int, span: int, frame: Frame) -> str:
    years = (place * span, place * span + span - 1)
    return "–".join(_year(year, frame) for year in years) if span > 1 else _year(years[0], frame)


def _year(year: int, frame: Frame) -> str:
    return year_words(str(year), frame.language)
