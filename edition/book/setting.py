"""Volumes set as PDF: side by side, but the last one after the others where its registers name them all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.book.division import roman
from edition.book.together import side_by_side
from edition.config import Settings
from edition.diagnostics import Diagnostic, diagnose
from edition.publish import PrintJob, design, typeset


@dataclass(frozen=True, slots=True)
class VolumeSource:
    """A volume to be set: the stem of its file, the source, and the pictures in it by their names there."""

    stem: str
    markup: str
    pictures: Mapping[str, str]


def set_volumes(
    volumes: Sequence[VolumeSource], settings: Settings, *, registers_last: bool = False
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The PDF of each by the name of its file, and what there is to say.

    With `registers_last` the last one has the registers of all: it waits for the others, and is not made
    where one of these could not be.
    """
    look = design(settings.print)
    jobs = [PrintJob(one.stem, f"{one.stem}.pdf", one.markup, b"", "", one.pictures) for one in volumes]
    files: dict[str, bytes] = {}
    said: list[Diagnostic] = []
    before: list[dict[str, object]] = []

    def press(wanted: Sequence[PrintJob]) -> None:
        count = side_by_side([job.markup for job in wanted], settings)
        for printed in typeset(wanted, jobs=count, look=look):
            said.extend(printed.diagnostics)
            if printed.pdf is not None:
                files[f"{printed.stem}.pdf"] = printed.pdf
            if printed.mentions:
                before.append({"volume": roman(len(before) + 1), **json.loads(printed.mentions)})

    if not registers_last:
        press(jobs)
        return files, said
    *others, last = jobs
    press([replace(job, asks_mentions=True) for job in others])
    if len(before) == len(others):
        press([replace(last, volumes_before=json.dumps(before))])
    else:
        said.append(
            diagnose(
                "PRINT-VOLUME",
                path=last.name,
                reason="the last one has the registers of all, and one before it could not be set",
                remedy="see what is said of that one",
            )
        )
    return files, said
