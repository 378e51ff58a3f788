"""`review`: the way into the review widget, and what is told before the first click."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from qualcode.errors import StoreProblem, UsageError
from qualcode.jupyter.html import language as spoken
from qualcode.locale import translator
from qualcode.model import Code, Framework, Theme
from qualcode.project import Project

if TYPE_CHECKING:
    from qualcode.jupyter.widget.view import ReviewWidget


def review(
    project: Project,
    what: str | Theme | Framework | Code = "",
    *,
    where: str = "",
    coder: str = "",
    source: str = "",
    language: Literal["en", "id"] | None = None,
    keep_words: bool = False,
) -> "ReviewWidget":
    """Put codings up for review in the notebook.

    What is said there is written as `Project.review_coding` writes it, by the project's coder: a coding stays
    as it is, its coder finds the question and answers. Run the cell again, in this kernel or in a later one,
    and what was said stands; it goes on where one was. The workbench, commands and other kernels may work on
    the project meanwhile: what they do shows within seconds.

    Parameters
    ----------
    project
        The study, opened for whoever reviews: ``Project.open("umkm", coder="bu_dewi")``.
    what
        A theme, a code with those below it, or a framework: by name, or as `Project.themes` and
        `Project.codebook` return them. Or a query, such as ``"stage:* AND payment"``. Everything, where it
        is left out.
    where
        A query that the codings of a theme, code or framework also fit, such as ``"WHERE negative"``; see
        `qualcode.query.parse`.
    coder, source
        Only this coder's codings; only this source's.
    language
        Of the widget; by default that of the environment (``QUALCODE_LANG``).
    keep_words
        The notebook file keeps a list of the codings and of what was said, for readers without a kernel;
        with the interviews' words only if this is true.

    Returns
    -------
    ReviewWidget
        The last line of a cell shows it. Press ``?`` in it for its keys.

    Raises
    ------
    StoreProblem
        The project can only be read: nothing could be said of it.
    RecordNotFound, CoderNotFound, SourceNotFound
        There is none of that name: the nearest are offered.
    QueryProblem
        The query cannot be understood: it says where.
    UsageError
        Two queries are given, or the package ``anywidget`` is not installed.
    FileProblem
        The front end was not built.
    """
    from qualcode.jupyter.widget.desk import ReviewDesk
    from qualcode.jupyter.widget.subject import subject_of

    speech = language or spoken()
    translator(speech)  # refuses a language that there is not
    if not isinstance(project, Project):
        raise UsageError(
            "{given!r} is not a project",
            remedy="open it first: review(Project.open({given!r}))",
            given=project,
        )
    if not project.store.writable:
        raise StoreProblem(
            "this project can only be read, and a review is written into it",
            where=str(project.store.path),
            remedy="give yourself the right to write the file and its folder, or copy the project",
        )
    name = what if isinstance(what, str) else what.name if isinstance(what, Theme) else what.key
    with project.view() as view:
        subject = subject_of(view, name, where=where, coder=coder, source=source, language=speech)
    if find_spec("anywidget") is None:
        raise UsageError(
            "the review widget needs the package anywidget",
            remedy="install it: `pip install 'qualcode[lab]'`",
        )
    from qualcode.jupyter.widget.view import ReviewWidget

    return ReviewWidget(ReviewDesk(project, subject, language=speech), keep_words=keep_words)
