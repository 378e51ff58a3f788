"""What a project shows of how its study was done: counts, days and names, for the account of its methods."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """A source: kind, language, words, seconds of recording, day as written, and how often it was revised."""

    name: str
    kind: str
    language: str
    words: int
    seconds: float | None = None
    day: str = ""
    revisions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderFacts:
    """A coder: whether they supervise, codings made, sources coded through."""

    handle: str
    supervises: bool = False
    codings: int = 0
    read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a project shows of how it was done.

    Attributes
    ----------
    title, approach
        Of the study; a value of the setting ``approach``.
    software, citation
        Name and version of this program, and how it is cited.
    sources, informants
        The sources that are counted, and how many cases speak in them.
    translated_sources, translated_passages, translators
        Sources that translate another, passages with a translation of their own, and who translated.
    frameworks, codes, codes_first
        Names of the families of codes, how many codes there are and how many of them there were at first.
    version, set_on, changed_on
        The codebook's version; the days of its first and its present one.
    coders, twice, blind
        The coders; how many sources two or more coded through; whether each had coded before the work of any
        other was released.
    codings, passages, words, origins, shown, negative
        How many codings of how many passages; words of the middle passage (median); codings by origin; how
        many made by hand after a suggestion of the same code had been shown; how many speak against their
        code.
    suggested, methods, accepted, rejected, shown_when
        Whether suggestions were made, by which methods, how many were decided how, and when they showed:
        ``"after_reading"``, ``"always"``, or ``"changed"`` on the way.
    reviews, answered, checks
        Reviews by remark, how many codings' coders answered, member checks by answer.
    memos, condensations
        How many there are.
    themes, judged, deviant
        How many themes, with how many a person's verdict on kinds of source, with how many evidence against.
    first, last, began
        Days of the first and last coding, and of the project's beginning.
    partly
        Whoever looks does not see every coder's work.
    """

    title: str
    approach: str
    software: str
    citation: str = ""
    sources: tuple[SourceFacts, ...] = ()
    informants: int = 0
    translated_sources: int = 0
    translated_passages: int = 0
    translators: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    codes: int = 0
    codes_first: int = 0
    version: int = 0
    set_on: str = ""
    changed_on: str = ""
    coders: tuple[CoderFacts, ...] = ()
    twice: int = 0
    blind: bool = False
    codings: int = 0
    passages: int = 0
    words: int = 0
    origins: Mapping[str, int] = field(default_factory=dict)
    shown: int = 0
    negative: int = 0
    suggested: bool = False
    methods: tuple[str, ...] = ()
    accepted: int = 0
    rejected: int = 0
    shown_when: str = "after_reading"
    reviews: Mapping[str, int] = field(default_factory=dict)
    answered: int = 0
    checks: Mapping[str, int] = field(default_factory=dict)
    memos: int = 0
    condensations: int = 0
    themes: int = 0
    judged: int = 0
    deviant: int = 0
    first: str = ""
    last: str = ""
    began: str = ""
    partly: bool = False

    @property
    def reflexive(self) -> bool:
        """The researcher's reading is what counts, and agreement is no measure of it."""
        return self.approach == "reflexive"
