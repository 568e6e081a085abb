"""Names found by a statistical model, where the edition asks for one: below all rules, and never sure."""

from edition.ner.pipeline import NameModel, load_pipeline

__all__ = ["NameModel", "load_pipeline"]
