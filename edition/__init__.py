"""edition: from plain text to a published TEI edition.

The three commands are functions here: `convert`, `validate`, `build`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "build", "convert", "validate"]

if TYPE_CHECKING:
    from edition.api import build, convert, validate


def __getattr__(name: str) -> Any:
    """Load the functions when they are first used: `edition --help` needs none of them."""
    if name in ("build", "convert", "validate"):
        from edition import api  # noqa: PLC0415  (`edition --help` needs none of it)

        return getattr(api, name)
    raise AttributeError(f"module 'edition' has no attribute {name!r}")
