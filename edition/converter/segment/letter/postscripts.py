"""What stands under the closer of a letter: postscripts, enclosures, notes, an address."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.languages import Language
from edition.converter.segment.letter.parts import is_address, is_enclosure, is_postscript
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.flow import Flow
from edition.converter.segment.prose.parts import note_label
from edition.model import Block, Certainty, spanning


def after_closer(stanzas: Sequence[Stanza], flow: Flow, language: Language) -> list[Block]:
    """What stands under the closer: postscripts, enclosures, notes, an address.

    Text without a label is a postscript too.
    """
    blocks: list[Block] = []
    inner: list[Block] = []

    def finish() -> None:
        if inner:
            blocks.append(spanning("postscript", tuple(inner), rule="postscript"))
            inner.clear()

    for index, stanza in enumerate(stanzas):
        first = stanza.lines[0]
        if is_enclosure(first, language):
            finish()
            blocks.append(Block("trailer", stanza.span, rule="enclosure"))
        elif index == len(stanzas) - 1 and is_address(stanza, language):
            finish()
            lines = tuple(
                Block("address-line", line.span, rule="address under a letter") for line in stanza.lines
            )
            address = spanning("address", lines, rule="address under a letter")
            blocks.append(spanning("closer", (address,), rule="address under a letter"))
        elif note_label(stanza, language) is not None and (note := flow.note(stanzas, index)) is not None:
            finish()
            blocks.append(note)
        else:
            labelled = is_postscript(first, language)
            if labelled:
                finish()
            sure = None if inner or labelled else Certainty.MEDIUM
            flow.calls.add(stanza.span)
            inner.append(Block("paragraph", stanza.span, rule="postscript", certainty=sure))
    finish()
    return blocks
