"""XSLT in a locked room: text goes in, text comes out, nothing else is reached.

Importing this package does not import saxonche: `Transformer` and `Deriver`, inside a worker process, do.
"""

from edition.saxon.derivation import Derivation, Derived, DerivedTask
from edition.saxon.task import DEPTH, Fault, Message, Parameter, Setup, Task, Transformed

TRANSFORMER = "edition.saxon.transformer:Transformer"
"""What `edition.engine.ordered_map` is to run: takes a `Setup`, then turns a `Task` into a `Transformed`."""

DERIVER = "edition.saxon.deriver:Deriver"
"""Likewise for sheets that are made by a sheet: takes a `Derivation`, then a `DerivedTask` to a `Derived`."""

__all__ = [
    "DEPTH",
    "DERIVER",
    "TRANSFORMER",
    "Derivation",
    "Derived",
    "DerivedTask",
    "Fault",
    "Message",
    "Parameter",
    "Setup",
    "Task",
    "Transformed",
]
