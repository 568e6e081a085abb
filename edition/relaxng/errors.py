"""What can be wrong with a schema, or asks too much of this program."""

from __future__ import annotations


class SchemaError(Exception):
    """The schema breaks a rule of RELAX NG, or cannot be read.

    `reason` is a sentence without a full stop; `path` the file, `line` (from 1) and `column` (from 1, None
    where only the line is known) the place in it; `rule` the section of the specification.
    """

    def __init__(
        self,
        reason: str,
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
        rule: str = "",
    ) -> None:
        super().__init__(reason)
        self.reason, self.path, self.line, self.column, self.rule = reason, path, line, column, rule


class OutsideFolderError(SchemaError):
    """The schema asks for a file from outside its own folder, or from a network; `href` as it is written."""

    def __init__(self, href: str, *, path: str, line: int | None) -> None:
        super().__init__(f"it asks for {href}, which is not in its own folder", path=path, line=line)
        self.href = href


class TooComplexError(Exception):
    """Schema and document together would take more patterns than are allowed."""
