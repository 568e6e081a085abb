"""Which printed line an entry of the apparatus belongs to: from where both have come to stand on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from edition.publish.placed import Placed


def line_references(lines: Sequence[Placed], variants: Sequence[Placed]) -> dict[str, str]:
    """For each variant, by its name, the number of the line it stands in.

    The mark of a line stands at its foot or its head, as typst aligns it: the line meant is the nearest one.
    """
    by_page: Mapping[int, list[tuple[float, int]]] = defaultdict(list)
    for line in lines:
        by_page[line["page"]].append((line["y"], line["value"]))
    for several in by_page.values():
        several.sort()
    found: dict[str, str] = {}
    for variant in variants:
        several = by_page.get(variant["page"], [])
        if several:
            after = bisect_right(several, (variant["y"], 0))
            near = several[max(0, after - 1) : after + 1]
            found[variant["value"]] = str(min(near, key=lambda line: abs(line[0] - variant["y"]))[1])
    return found
