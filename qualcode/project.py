"""Project: opens a study and delegates each method to an action."""

import os
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from qualcode.actions import (
    acting,
    adding,
    appendix,
    case_tables,
    cells,
    changes,
    charting,
    checking,
    codebooks,
    coding,
    coding_many,
    configuring,
    consent,
    correcting,
    deciding,
    disguising,
    editing,
    estimating,
    evaluating,
    exploring,
    families,
    finding,
    hits,
    identifying,
    importing,
    initialising,
    listing,
    marking,
    methods,
    noting,
    opening,
    ordering,
    overview,
    pairs,
    passages,
    past,
    people,
    placing,
    progress,
    pseudonym_tables,
    querying,
    queueing,
    recoding,
    redefining,
    remarks,
    removing,
    review_importing,
    reviewing,
    revising,
    second_cycle,
    showing,
    suggesting,
    summarising,
    tabling,
    theme_tables,
    theming,
    tracing,
    transcribing,
    translating,
    translation_tables,
    triangulating,
)
from qualcode.actions.delegating import acts as _acts
from qualcode.actions.delegating import views as _views
from qualcode.errors import StoreProblem
from qualcode.locale import language_of, translator
from qualcode.model import Codebook, Coder, Coding, Event, Span
from qualcode.settings import ProjectSettings, find_root, identity, load
from qualcode.store import Store, View

if TYPE_CHECKING:
    from qualcode.store import Fault


def migrating(copy: Path, language: str) -> str:
    """Return what is said before a project of an older version is migrated."""
    tr = translator(language)
    said = tr("This project is of an older version and is being brought up to date; a copy is kept: {copy}")
    return said.format(copy=copy)


def _warn_of_migrating(copy: Path) -> None:
    warnings.warn(migrating(copy, language_of(os.environ)), stacklevel=2)


class Project(AbstractContextManager["Project"]):
    r"""One study, opened for one coder.

    Use `Project.create` or `Project.open`, best in a ``with`` block. The methods are the actions of
    `qualcode.actions`, each documented there, with store and coder filled in.

    Attributes
    ----------
    settings
        Where it is, and the defaults of its commands.
    store
        Its database.
    coder
        Who acts.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "W1-zul.txt").write_text("P: Bagaimana awalnya?\nI: Saya belajar sendiri di rumah.\n")
    >>> with Project.create(folder, coder="rani") as project:
    ...     report = project.add([folder / "W1-zul.txt"])
    ...     coding = project.code("W1-zul", "belajar sendiri", "awareness", new=True)
    ...     (coding.reference, coding.quote, len(project.codings()))
    ('W1-zul.2', 'belajar sendiri', 1)
    """

    def __init__(self, settings: ProjectSettings, store: Store, coder: Coder) -> None:
        self.settings = settings
        self.store = store
        self.coder = coder

    @classmethod
    def create(cls, folder: str | Path = ".", *, coder: str | None = None, **settings: str) -> "Project":
        """Make a project in a folder and open it; `settings` are those of `set`, such as ``title``."""
        made = initialising.init(Path(folder), identity(coder), settings=settings)
        return cls._open(made, coder, _warn_of_migrating)

    @classmethod
    def open(
        cls,
        folder: str | Path = ".",
        *,
        coder: str | None = None,
        on_copy: Callable[[Path], None] | None = None,
    ) -> "Project":
        """Open the project in a folder or the nearest one above it.

        Where the folder cannot be written, it is opened for reading, and what would write says so.

        Parameters
        ----------
        folder
            The project's, or one within it.
        coder
            Handle of who acts; your own by default (``QUALCODE_CODER``, or your configuration).
        on_copy
            Hears, before an older project is migrated, of the copy of its database that is kept; by default a
            warning says so.

        Raises
        ------
        ProjectNotFound
            There is none.
        StoreProblem
            Its database is missing, damaged or of a newer version.
        """
        return cls._open(load(find_root(Path(folder))), coder, on_copy or _warn_of_migrating)

    @classmethod
    def _open(
        cls, settings: ProjectSettings, coder: str | None, on_copy: Callable[[Path], None]
    ) -> "Project":
        if not settings.database.exists():
            raise StoreProblem(
                "the project has no database yet",
                where=str(settings.database),
                remedy="bring a copy back, or make it anew with `qualcode init`",
            )
        who = identity(coder)
        store = Store.open(settings.database, on_copy=on_copy)
        return cls(settings, store, acting.actor_of(store, who))

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def view(self) -> AbstractContextManager[View]:
        """Open a consistent view of all records that the coder may see, for reading."""
        return self.store.view(self.coder)

    # Sources, speakers, cases
    add = _acts(adding.add)
    sources = _views(overview.sources_frame)
    speakers = _views(listing.speakers_frame)
    turns = _views(listing.turns_frame)
    cases = _views(listing.cases_frame)
    progress = _views(progress.progress)
    open_source = _views(opening.open_source)
    revise = _acts(revising.revise)
    unplaced = _acts(placing.unplaced)
    place = _acts(placing.place)
    place_words = _acts(placing.place_words)
    set_source = _acts(correcting.set_source)
    remove_sources = _acts(removing.remove_sources)
    set_speaker = _acts(correcting.set_speaker)
    set_case = _acts(correcting.set_case)
    import_cases = _acts(case_tables.import_cases)
    set_consent = _acts(consent.set_consent)
    erase = _acts(consent.erase)
    write_check = _acts(checking.write_check)
    record_answer = _acts(checking.record_answer)

    # Pseudonyms
    pseudonyms = _views(identifying.pseudonyms)
    propose_pseudonyms = _views(identifying.propose_pseudonyms)
    check_pseudonyms = _views(identifying.check_pseudonyms)
    set_pseudonym = _acts(disguising.set_pseudonym)
    leave_name = _acts(disguising.leave_name)
    remove_pseudonym = _acts(disguising.remove_pseudonym)
    import_pseudonyms = _acts(pseudonym_tables.import_pseudonyms)
    export_pseudonyms = _acts(pseudonym_tables.export_pseudonyms)

    # Codebook
    @property
    def codebook(self) -> Codebook | None:
        """The codebook, None where there is none yet."""
        with self.view() as view:
            return view.codebook()

    codes = _views(listing.codes_frame)
    preview_codebook = _acts(codebooks.preview_codebook)
    apply_codebook = _acts(codebooks.apply_codebook)
    export_codebook = _acts(codebooks.export_codebook)
    add_code = _acts(second_cycle.add_code)
    rename_code = _acts(second_cycle.rename_code)
    move_code = _acts(second_cycle.move_code)
    merge_codes = _acts(second_cycle.merge_codes)
    split_code = _acts(second_cycle.split_code)
    remove_code = _acts(second_cycle.remove_code)
    edit_code = _acts(redefining.edit_code)
    touches = _views(redefining.touches)
    edit_framework = _acts(families.edit_framework)
    remove_framework = _acts(families.remove_framework)
    framework_touches = _views(families.framework_touches)
    keyword_hits = _acts(hits.keyword_hits)

    # Coding
    def code(
        self,
        source: str,
        quote: str = "",
        code: str = "",
        *,
        turn: int | None = None,
        at: Span | tuple[int, int] | None = None,
        new: bool = False,
        in_vivo: bool = False,
        framework: str = "",
        parent: str = "",
        memo: str = "",
        condensation: str = "",
        negative: bool = False,
    ) -> Coding:
        """Code a passage by hand.

        Parameters
        ----------
        source
            Name of the source.
        quote
            The words, as they stand there; they must stand there once, or in `turn` once.
        code
            Key or name of the code.
        turn
            Number of the turn the words are in.
        at
            The words' place instead, in code points.
        new, framework, parent
            Make the code where there is none of that name, in a framework or below another code.
        in_vivo
            Make a code that is named by the words themselves.
        memo, condensation
            A note on the coding; its paraphrase.
        negative
            The words speak against the code.

        Returns
        -------
        Coding
            As it is kept: ``reference``, ``quote``, ``start`` and ``end`` in code points, ``id``.

        Raises
        ------
        SourceNotFound, CodeNotFound, QuoteNotFound, AlreadyThere
            As their names say; the nearest names are offered.
        """
        where = at if at is None or isinstance(at, Span) else Span(*at)
        return coding.code(
            self.store,
            self.coder,
            coding.Passage(source=source, quote=quote, turn=turn, at=where),
            code,
            new=coding.NewCode(framework=framework, parent=parent) if new or in_vivo else None,
            in_vivo=in_vivo,
            memo=memo,
            condensation=condensation,
            negative=negative,
        )

    code_with_all = _acts(coding.code_with_all)
    code_many = _acts(coding_many.code_many)
    uncode = _acts(coding.uncode)
    change_coding = _acts(editing.change_coding)
    coding_history = _views(tracing.coding_history)
    import_codings = _acts(importing.import_codings)
    mark_read = _acts(marking.mark_read)
    mark_unread = _acts(marking.mark_unread)
    mark_not_asked = _acts(marking.mark_not_asked)
    mark_negative = _acts(marking.mark_negative)
    mark_pinned = _acts(marking.mark_pinned)
    condense = _acts(marking.condense)
    recode_queue = _acts(recoding.recode_queue)
    confirm = _acts(recoding.confirm)
    recode = _acts(recoding.recode)
    mark_reread = _acts(recoding.mark_reread)

    # Remarks
    review_coding = _acts(reviewing.review_coding)
    review_codings = _acts(reviewing.review_codings)
    answer = _acts(reviewing.answer)
    accept_proposal = _acts(reviewing.accept_proposal)
    reviews = _views(remarks.reviews)
    waiting = _views(remarks.waiting)
    asked_words = _views(remarks.asked_words)
    name_places = _views(identifying.name_places)
    review_queue = _views(queueing.review_queue)
    import_review = _acts(review_importing.import_review)

    # Translations
    translate = _acts(translating.translate)
    untranslate = _acts(translating.untranslate)
    alignment = _views(translating.alignment)
    proposed_pairs = _views(pairs.proposed_pairs)
    import_translations = _acts(translation_tables.import_translations)
    missing_translations = _acts(translation_tables.missing)

    # Suggestions
    segments = _views(passages.segments_frame)
    suggest = _acts(suggesting.suggest)
    suggestions = _views(listing.suggestions_frame)
    pending = _acts(deciding.pending_of)
    decide = _acts(deciding.decide)
    in_order = _views(ordering.in_order)
    live_scores = _acts(ordering.live_scores)
    evaluate = _acts(evaluating.evaluate)
    write_evaluation = _acts(evaluating.write_evaluation)
    compare_blind = _acts(estimating.compare_blind)
    estimate_left = _acts(estimating.estimate_left)

    # Notes
    memo = _acts(noting.put_memo)
    memos = _views(listing.memos_frame)
    named_memos = _views(noting.memos)
    change_memo = _acts(noting.change_memo)
    remove_memo = _acts(noting.remove_memo)
    themes = _views(theming.themes)
    theme = _acts(theming.put_theme)
    theme_history = _views(tracing.theme_history)
    summarise_cell = _acts(cells.put_cell)
    cells = _views(cells.cells)
    remove_theme = _acts(theming.remove_theme)
    import_themes = _acts(theme_tables.import_themes)

    # Results
    codings = _acts(tabling.codings)
    query = _acts(querying.query)
    query_parts = _views(querying.query_parts)
    frequencies = _acts(tabling.frequencies)
    matrix = _acts(tabling.matrix)
    table = _acts(tabling.table)
    summary = _acts(summarising.summary)
    triangulation = _acts(triangulating.triangulation)
    chart = _acts(charting.chart)
    draw = _acts(charting.draw)
    explore = _views(exploring.explore)
    cooccurrence = _acts(charting.cooccurrence)
    saturation = _acts(charting.saturation)
    timeline = _acts(charting.timeline)
    find = _acts(finding.find_lines)
    appendix = _acts(appendix.appendix)
    methods = _acts(methods.methods)
    show = _views(showing.show)
    transcript = _acts(transcribing.make_transcript)

    # History
    def undo(self, *, seen: int | None = None, on_passed: Callable[[Event], None] | None = None) -> Event:
        """Take back the coder's latest action, whole.

        Parameters
        ----------
        seen
            Number of the action that is meant, or of the history right after it.
        on_passed
            Hears of the actions that are passed over, since their words are erased.

        Raises
        ------
        UndoRefused
            There is none, something later builds on it, or it is not what was `seen`.
        """
        return self.store.undo(self.coder, seen=seen, on_passed=on_passed or (lambda event: None))

    def redo(self) -> Event:
        """Do again what was taken back last."""
        return self.store.redo(self.coder)

    history = _views(listing.events_frame)
    next_back = _views(tracing.next_back)
    past = _views(past.past)

    def log(self, *, limit: int | None = 20) -> list[Event]:
        """Return the latest events, newest first."""
        with self.view() as view:
            return sorted(view.events(limit=limit), key=lambda event: -event.seq)

    changes = _acts(changes.make_changes)

    def check(self) -> "list[Fault]":
        """Replay the history and compare it with the present; return what is wrong."""
        return self.store.check()

    # Settings and people
    set = _acts(configuring.set_setting)
    options = _views(configuring.options)
    coders = _acts(people.coders)
    set_coder = _acts(people.set_coder)
    release = _acts(people.release)


for _name, _method in vars(Project).items():
    if hasattr(_method, "__signature__"):  # what `help` and a traceback call it is what it is called here
        _method.__name__, _method.__qualname__ = _name, f"Project.{_name}"
