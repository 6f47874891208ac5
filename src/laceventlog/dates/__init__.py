"""Dates no more precise than their source: values, notation, prose and what can be said for certain.

Knows nothing of events. No clock, no zone and no locale is read here.
"""

from .edtf import Precision, Shape
from .find import Found, find_dates
from .modality import Modality, after, before, contains, during, overlaps, same
from .when import When

__all__ = [
    "Found", "Modality", "Precision", "Shape", "When", "after", "before", "contains", "during", "find_dates",
    "overlaps", "same",
]  # fmt: skip
