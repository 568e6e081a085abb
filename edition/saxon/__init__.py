"""XSLT in a locked room: text goes in, text comes out, nothing else is reached.

Importing this package does not import saxonche: only `Transformer`, inside a worker process, does.
"""

from edition.saxon.task import DEPTH, Fault, Message, Parameter, Setup, Task, Transformed

TRANSFORMER = "edition.saxon.transformer:Transformer"
"""What `edition.engine.ordered_map` is to run: takes a `Setup`, then turns a `Task` into a `Transformed`."""

__all__ = ["DEPTH", "TRANSFORMER", "Fault", "Message", "Parameter", "Setup", "Task", "Transformed"]
