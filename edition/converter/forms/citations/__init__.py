"""Citations in running text: where a source is named in brackets or by its own short form.

`find_citations` is the way in. Each form has a file: `bracketed` ("(Collected Works, Vol. 28, p. 151)"),
`scripture` ("Matt. 5:3"), `classical` ("Hom. Il. 1.1"), `holdings` ("347 U.S. 483 (1954)").
"""

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.finding import citation_after, find_citations

__all__ = ["Citation", "citation_after", "find_citations"]
