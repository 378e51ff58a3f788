"""Asking for a code, until it is one or the user thinks better of it."""

from qualcode.cli.language import language, tr
from qualcode.cli.reader.desk import Desk
from qualcode.errors import CodeNotFound
from qualcode.locale import explain
from qualcode.model import Codebook

NEW = "!"
IN_VIVO = "*"


def ask_code(desk: Desk, codebook: Codebook, *, new: bool = False) -> str | None:
    """Ask for a code by key or name, offering the nearest ones where there is none of that name.

    Parameters
    ----------
    desk
        Where.
    codebook
        The codes there are; Tab completes their keys.
    new
        Take ``!name`` for a code to be made, and ``*`` for one named by the words.

    Returns
    -------
    str or None
        The code's key, or what stands for a new one; None where nothing was answered.
    """
    from qualcode.actions.lookup import code_named

    question = tr(
        "Code (Tab completes; !name makes one, * takes the words):" if new else "Code (Tab completes):"
    )
    while answer := desk.ask(question, words=[code.key for code in codebook.codes]):
        if new and (answer == IN_VIVO or (answer.strip(NEW + " ") and answer.startswith(NEW))):
            return answer
        try:
            return code_named(codebook, answer).key
        except CodeNotFound as error:
            desk.console.print(explain(error, language()), style="bold", markup=False)
    return None
