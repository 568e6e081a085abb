"""The library of citation styles that typst brings (hayagriva): entries in, references out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from edition.diagnostics import OwnFaultError, diagnose

_SOURCE = """
#let shapes = json(bytes(sys.inputs.shapes))
#let styles = json(bytes(sys.inputs.styles))
#for shape in shapes {
  for style in styles { bibliography(bytes(shape), style: style, full: true, title: none) }
}
"""
_REFERENCE = re.compile(r'<section role="doc-bibliography".*?</section>', re.DOTALL)
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_KEPT = 2_000  # shapes; an edition of letters by a thousand people has a thousand

_AT_ONCE = 200
"""Shapes that are asked at once: for many the library takes more than many times as long."""

_known: dict[str, tuple[str, ...]] = {}


@cache
def styles() -> Mapping[str, Any]:
    """The tables of styles.toml."""
    return tomllib.loads(files("edition.citing").joinpath("styles.toml").read_text(encoding="utf-8"))


STYLES = ("chicago", "mla", "apa")


def references(shapes: Iterable[str]) -> list[tuple[str, ...]]:
    """For each of the shapes its reference in each of STYLES, as HTML; what was asked once is remembered."""
    wanted = list(shapes)
    if len(_known) > _KEPT:
        _known.clear()
    new = list(dict.fromkeys(shape for shape in wanted if shape not in _known))
    for start in range(0, len(new), _AT_ONCE):
        some = new[start : start + _AT_ONCE]
        _known.update(zip(some, _asked(some), strict=True))
    return [_known[shape] for shape in wanted]


def _asked(shapes: Sequence[str]) -> list[tuple[str, ...]]:
    """The answers of the library; raises OwnFaultError where it gives none."""
    import typst  # noqa: PLC0415  (20 MB that only a page needs)

    inputs = {
        "shapes": json.dumps(shapes),
        "styles": json.dumps([styles()[name]["style"] for name in STYLES]),
    }
    try:
        page = typst.compile(_SOURCE.encode(), format="html", sys_inputs=inputs)
    except typst.TypstError as error:
        raise OwnFaultError(diagnose("PUBLISH-CITATION", reason=" ".join(str(error).split()))) from None
    found = [_ITEM.search(one) for one in _REFERENCE.findall((page or b"").decode())]
    said = [match[1] if match else "" for match in found]
    if len(said) != len(shapes) * len(STYLES):
        raise OwnFaultError(diagnose("PUBLISH-CITATION", reason="another number of references"))
    step = len(STYLES)
    return [tuple(said[start : start + step]) for start in range(0, len(said), step)]
