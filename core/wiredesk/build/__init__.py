"""The pipeline over all of the way in, and the engines that run it."""

from wiredesk.build.build import build_index
from wiredesk.build.engines import ENGINES, EngineName
from wiredesk.build.methods import AUTO, Methods
from wiredesk.build.progress import Cancel, Cancelled, Phase, Progress, WorkerFailed

__all__ = [
    "AUTO",
    "ENGINES",
    "Cancel",
    "Cancelled",
    "EngineName",
    "Methods",
    "Phase",
    "Progress",
    "WorkerFailed",
    "build_index",
]
