"""Dates no more precise than their source: values, notation, prose and what can be said for certain.

Knows nothing of events. No clock, no zone and no locale is read here.
"""

from .edtf import Precision, Shape
from .modality import Modality, after, before, contains, during, overlaps, same
from .when import When

__all__ = [
    "Modality", "Precision", "Shape", "When", "after", "before", "contains", "during", "overlaps", "same",
]  # fmt: skip
