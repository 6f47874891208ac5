"""One module a verb: what was asked and `today` in, an `Answer` out. Neither clock nor terminal is read."""

from .base import Answer, Scene, Verb
from .check import CHECK
from .count import COUNT
from .date import DATE
from .diff import DIFF
from .export import EXPORT
from .history import HISTORY
from .importing import IMPORT
from .listing import LIST, OVERDUE
from .publish import PUBLISH
from .record import RECORD
from .schema import SCHEMA
from .show import SHOW
from .slip import SLIP
from .timeline import TIMELINE

VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        CHECK, LIST, SHOW, HISTORY, OVERDUE, TIMELINE, COUNT, SLIP, RECORD, DIFF, EXPORT, IMPORT, PUBLISH, DATE, SCHEMA,
    )
}  # fmt: skip
"""Every verb, in the order in which help lists them."""

__all__ = ["VERBS", "Answer", "Scene", "Verb"]
