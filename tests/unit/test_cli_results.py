"""How the names of written files are said."""

from __future__ import annotations

import pytest

from edition.cli.results import listed


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (["o/a.xml", "o/a.html", "o/a.pdf"], "o/a.xml, o/a.html, o/a.pdf"),
        (["a.html", *(f"a-{n}.html" for n in range(1, 13)), "a.pdf"], "a.html, a-1.html … a-12.html, a.pdf"),
        (["a-1.html", "a-2.html", "a-3.html"], "a-1.html, a-2.html, a-3.html"),
        ([f"r-{letter}.html" for letter in "abcz"] + ["r-u05d0.html"], "r-a.html … r-u05d0.html"),
        (["a-1.html", "a-2.html", "b-1.html", "b-2.html"], "a-1.html, a-2.html, b-1.html, b-2.html"),
        (
            [f"p-{word}.html" for word in ("one", "two", "ten", "six")],
            "p-one.html, p-two.html, p-ten.html, p-six.html",
        ),
        ([], ""),
    ],
)
def test_of_many_pages_the_first_and_the_last_are_named(results: list[str], said: str) -> None:
    assert listed(results) == said
