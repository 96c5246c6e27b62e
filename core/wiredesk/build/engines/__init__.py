"""Engines that run batches: this process, several of its own, or those of a cluster."""

from wiredesk.build.engines.batches import batches_of, size_of
from wiredesk.build.engines.choose import ENGINES, EngineName, engine_for
from wiredesk.build.engines.engine import Engine, Task

__all__ = ["ENGINES", "Engine", "EngineName", "Task", "batches_of", "engine_for", "size_of"]
