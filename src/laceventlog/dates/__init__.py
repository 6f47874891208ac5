"""Dates no more precise than their source: values, EDTF, prose in four languages, and relations between dates.

Knows nothing of events, and reads no clock, zone or locale.
"""

from typing import TYPE_CHECKING

from ..lazy_imports import lazily

if TYPE_CHECKING:
    from .edtf import Precision, Shape
    from .finding.find import FoundDate, find_dates
    from .relations import Modality, contains, is_after, is_before, is_during, is_same, overlaps
    from .when import When

HOMES = {
    "edtf": "Precision Shape",
    "finding.find": "FoundDate find_dates",
    "relations": "Modality is_after is_before contains is_during overlaps is_same",
    "when": "When",
}
"""The module each name comes from, imported when the name is first asked for."""

__all__ = [
    "FoundDate", "Modality", "Precision", "Shape", "When", "contains", "find_dates", "is_after", "is_before",
    "is_during", "is_same", "overlaps",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, HOMES)
