"""Work in other processes, results in order: one bad document can end a worker, never the run."""

from edition.engine.behind import behind
from edition.engine.order import ordered_map
from edition.engine.outcome import Failure, Outcome
from edition.engine.passing import passing
from edition.engine.standing import StandingWorker
from edition.engine.waiting import Waiters

__all__ = ["Failure", "Outcome", "StandingWorker", "Waiters", "behind", "ordered_map", "passing"]
