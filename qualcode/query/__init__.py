"""The query language over codings."""

from qualcode.query.evaluate import chosen, counted
from qualcode.query.nodes import Query
from qualcode.query.parser import parse
from qualcode.query.places import Places
from qualcode.query.reach import possible
from qualcode.query.vocabulary import Drawn, Vocabulary

__all__ = ["Drawn", "Places", "Query", "Vocabulary", "chosen", "counted", "parse", "possible"]
