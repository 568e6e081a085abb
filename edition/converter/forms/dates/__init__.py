"""Calendar dates in a text: text in, expressions with their values out."""

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.finding import (
    DateFound,
    find_dates,
    find_expressions,
    find_in_each,
    whole_date,
)

__all__ = ["DateFound", "Expression", "find_dates", "find_expressions", "find_in_each", "whole_date"]
