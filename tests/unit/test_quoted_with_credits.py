"""Quotations that stand one under another, and what a named person writes in another text."""

from __future__ import annotations

import re

import edition

EXTRACTS = """“Let us go, let us go! It is the lamp of which the old men told us when we were \
children by the river, and it was out.”
—Orme.

“This lamp’s light was seen by two parishes.”
—Holm’s Annals.

“The great lamp that makes the sea to shine like a floor.”
—Lord Lund’s Version of the Songs.

“Touching the bulk of the lamp we have received nothing certain. They burn very much oil, \
insomuch that an incredible quantity will be taken from one ship.”
—Anna Dane, “The Lamp” (4 May 1910)
"""
LETTER = """“You are ready,” said Ada Lind.

“That is well. The letter which I hold in my hand is from Lord Orme. I will read it to you. This \
is what Lord Orme says:

“‘MY DEAR MISS LIND:--I shall call on you at four o’clock, and I hope that you will see \
me. Yours faithfully, ORME.’

“It is three now,” said Ada Lind.
"""


def tei_of(text: str) -> str:
    converted = edition.convert(text)
    assert converted.data is not None
    return converted.data.decode()


def test_each_of_several_quotations_has_its_own_credit() -> None:
    credited = re.findall(r"<author[^>]*><persName[^>]*>([^<]+)</persName>", tei_of(EXTRACTS))
    assert credited == ["Orme", "Holm", "Lord Lund", "Anna Dane"]


def test_a_paragraph_that_names_someone_after_a_dash_is_no_quotation_of_its_own() -> None:
    written = tei_of(
        "The lamp was lit.\n\nThe keeper was seen by two\n—Orme and Dane were they—and went in.\n"
    )
    assert "<cit>" not in written


def test_a_letter_that_someone_reads_aloud_is_a_letter_and_valid() -> None:
    assert '<floatingText type="letter">' in tei_of(LETTER)


def test_a_sentence_with_a_verb_of_saying_is_no_credit() -> None:
    written = tei_of(
        "FERROW, Nov. 3 - Prime Minister Anna Lind said on Thursday she would not sell the port.\n\n"
        'Opposition leader Per Dahl called the remark "theatre." Dahl\'s party wants a vote.\n'
    )
    assert "<cit>" not in written
    assert 'ref="#lind-anna"' in written


def test_an_office_in_a_byline_is_no_author() -> None:
    head = "THE BEACON, 3 May 1912\n\nA Lamp Goes Out\n\n"
    written = tei_of(f"{head}By JOHN FENWICK, Industrial Correspondent\n\nThe lamp went out on Monday.\n")
    assert written.count("<docAuthor>") == 1
    assert tei_of(f"{head}By JOHN FENWICK, Anna Dane\n\nThe lamp is out.\n").count("<docAuthor>") == 2


def test_the_place_under_a_signature_is_no_part_of_the_name() -> None:
    letter = "Sir,--The lamp is out again.\n\nYours faithfully,\nMargaret Finch\nDorne\n"
    written = tei_of(f"LETTERS\n\n{letter}")
    assert "Finch Dorne" not in written
    assert re.search(r"<signed><persName[^>]*>Margaret Finch</persName>", written)


def test_a_line_after_a_dash_with_nothing_beside_its_author_is_read() -> None:
    assert "Peter Lund" in tei_of(EXTRACTS + "\n-- By Peter Lund Follow @plund\n")
