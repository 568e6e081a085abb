"""The worker's side: sheets compiled once, then document after document from text to texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from saxonche import PySaxonApiError, PyXdmNode

from edition.engine.captured import captured, forget_captured
from edition.saxon.handed import named
from edition.saxon.locked import locked_processor
from edition.saxon.task import Fault, Message, Parameter, Setup, Task, Transformed

_DIAGNOSTIC = "Q{urn:edition:diagnostics}diagnostic"
_PREPARE = "prepare"


class Transformer:
    """Prepares a document once and runs on the prepared tree each sheet that is asked for.

    A sheet that fails on a document costs that document that one result; it is a `Fault`, not an exception.
    """

    def __init__(self, setup: Setup) -> None:
        sheets = {_PREPARE: setup.prepare, **setup.entries}
        self._processor, self._sheets, self._refused = locked_processor(
            sheets, depth=setup.depth, own=setup.own
        )

    def __call__(self, task: Task) -> Transformed:
        """The texts made from one document, with what the sheets had to say about it."""
        forget_captured()
        try:
            document = self._processor.parse_xml(xml_text=task.xml)
        except PySaxonApiError as error:
            too_deep = "maxElementDepth" in str(error)
            fault = Fault("too-deep" if too_deep else "parse", "", _reason(error))
            return Transformed({}, faults=(fault,))
        messages: list[Message] = []
        faults: list[Fault] = []
        results: dict[str, str] = {}
        prepared = self._run(_PREPARE, document, {}, messages, faults)
        if prepared is not None:
            for sheet, parameters in task.sheets.items():
                if sheet in self._refused:
                    faults.append(Fault("own", sheet, _reason(self._refused[sheet])))
                    continue
                result = self._run(sheet, prepared, parameters, messages, faults)
                if result is not None:
                    results[sheet] = result
        return Transformed(results, tuple(messages), tuple(faults))

    def _run(
        self,
        sheet: str,
        document: PyXdmNode,
        parameters: Mapping[str, Parameter],
        messages: list[Message],
        faults: list[Fault],
    ) -> Any:
        """The result of one sheet: a document for `prepare`, a text for the others, None for a fault."""
        executable = self._sheets[sheet].clone()  # keeps parameters and messages of documents apart
        executable.set_save_xsl_message(True)
        for name, value in parameters.items():
            executable.set_parameter(name, self._value(value))
        forget_captured()
        result = None
        try:
            if sheet == _PREPARE:
                result = executable.transform_to_value(xdm_node=document).head
            else:
                result = executable.transform_to_string(xdm_node=document)
        except PySaxonApiError as error:
            faults.append(Fault("sheet", sheet, _reason(error), named(captured().strip())))
        messages.extend(_messages(executable.get_xsl_messages()))
        return result

    def _value(self, value: Parameter) -> Any:
        if isinstance(value, bool):
            return self._processor.make_boolean_value(value)
        if isinstance(value, int):
            return self._processor.make_integer_value(value)
        return self._processor.make_string_value(value.replace("\0", ""))  # NUL would cut the string off


def _messages(sent: Iterable[Any] | None) -> Iterable[Message]:
    """The `d:diagnostic` elements among what the sheets sent with xsl:message."""
    for document in sent or ():
        for element in document.children:
            if element.name != _DIAGNOSTIC:
                continue
            facts = {attribute.local_name: attribute.string_value for attribute in element.attributes}
            place = facts.pop("place", "")
            yield Message(facts.pop("code", ""), int(place) if place.isdigit() else None, facts)


def _reason(error: Exception) -> str:
    return " ".join(named(str(error)).split())
