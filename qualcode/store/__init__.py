"""The project's database: the only SQL, the only writer, the only judge of who may see and do what."""

from qualcode.store.action import Action
from qualcode.store.exports import Export
from qualcode.store.store import Store
from qualcode.store.view import View

__all__ = ["Action", "Export", "Store", "View"]
