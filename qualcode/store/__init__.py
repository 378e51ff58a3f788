"""The project's database: the only SQL, the only writer, the only judge of who may see and do what."""

from qualcode.store.action import Action
from qualcode.store.check import Fault
from qualcode.store.erasure import Erasure
from qualcode.store.exports import Export
from qualcode.store.place import place_warning
from qualcode.store.store import Store
from qualcode.store.view import View

__all__ = ["Action", "Erasure", "Export", "Fault", "Store", "View", "place_warning"]
