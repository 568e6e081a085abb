"""The worker's side: sheets that a sheet makes, compiled where nothing can be reached, run on documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saxonche import PySaxonApiError

from edition.engine.captured import captured, forget_captured
from edition.saxon.derivation import Derivation, Derived, DerivedTask
from edition.saxon.locked import locked_processor
from edition.saxon.task import Fault

_MAKE = "make"


class Deriver:
    """Makes a sheet for each set of parameters once, and keeps it, or the fault in it.

    What a made sheet contains may come from anyone: it is compiled after the room was locked, so it can
    neither include a file nor, later, read or write one.
    """

    def __init__(self, setup: Derivation) -> None:
        self._processor, sheets, _ = locked_processor({_MAKE: setup.sheet}, depth=setup.depth)
        self._make = sheets[_MAKE]
        self._source = setup.source
        self._made: dict[tuple[tuple[str, str], ...], tuple[str, Any]] = {}

    def __call__(self, task: DerivedTask) -> Derived:
        """The text made from one document by the sheet that belongs to the task's parameters."""
        key = tuple(sorted(task.parameters.items()))
        if key not in self._made:
            self._made[key] = self._sheet(task.parameters)
        made, sheet = self._made[key]
        if isinstance(sheet, Derived):
            return sheet
        try:
            document = self._processor.parse_xml(xml_text=task.xml)
        except PySaxonApiError as error:
            too_deep = "maxElementDepth" in str(error)
            return _fault("", error, kind="too-deep" if too_deep else "parse")
        forget_captured()
        try:
            result = sheet.clone().transform_to_string(xdm_node=document)
            warnings = captured()
            return Derived(result, warnings=warnings, made=made if warnings else "")
        except PySaxonApiError as error:
            return _fault("run", error)

    def _sheet(self, parameters: Mapping[str, str]) -> tuple[str, Any]:
        """The text of the sheet, and the executable or the `Derived` that says why there is none."""
        try:
            make = self._make.clone()
            for name, value in parameters.items():
                make.set_parameter(name, self._processor.make_string_value(value))
            made = make.transform_to_string(xdm_node=self._processor.parse_xml(xml_text=self._source))
        except PySaxonApiError as error:
            return "", _fault(_MAKE, error)
        try:
            return made, self._processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=made)
        except PySaxonApiError as error:
            return made, _fault("compile", error, made)


def _fault(sheet: str, error: Exception, made: str = "", *, kind: Any = "sheet") -> Derived:
    return Derived(fault=Fault(kind, sheet, str(error).strip()), made=made)
