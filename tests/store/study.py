"""A small study that the store's tests share: two coders, a supervisor, two interviews, a codebook."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qualcode.model import (
    Case,
    Code,
    Codebook,
    Coder,
    CoderRole,
    Coding,
    ConsentState,
    Framework,
    LocalText,
    Memo,
    MemoOn,
    Span,
    code_guid,
    derived,
    framework_guid,
    fresh,
)
from qualcode.store import Action, Store
from tests.notation import Transcript, transcript

RANI = Coder(id=derived("coder", "rani"), handle="rani")
BUDI = Coder(id=derived("coder", "budi"), handle="budi")
SRI = Coder(id=derived("coder", "sri"), handle="sri", role=CoderRole.SUPERVISOR)

BOOK = derived("codebook", "book")
STAGE = Framework(id=framework_guid(BOOK, "stage"), key="stage")
AWARENESS = Code(
    id=code_guid(BOOK, "awareness"),
    key="awareness",
    framework_id=STAGE.id,
    name=LocalText.of({"id": "Penyadaran", "en": "Awareness"}),
)
CAPACITY = Code(id=code_guid(BOOK, "capacity"), key="capacity", framework_id=STAGE.id, position=1)

ZUL = transcript(
    """
    P: Bagaimana Pak Zul {begin|mulai}?
    Zul: Saya {learn|belajar sendiri} di rumah, karena {poor|tidak ada modal}.
    P: Lalu, Pak Zul?
    Zul: Lalu ada {training|pelatihan tiga hari}.
    """,
    name="W1-zul",
)
GROUP = transcript(
    """
    P: Siapa yang ikut?
    Astuti: Aku {join|ikut menenun}.
    Herman: Saya {cash|pakai tunai} bae.
    """,
    name="G1",
)

CASES = {
    label: Case(id=derived("case", label), name=f"Kasus {label}") for label in ("Zul", "Astuti", "Herman")
}
"""The cases, by the labels of their speakers."""


@dataclass(frozen=True)
class Study:
    """An open store with the study in it."""

    store: Store

    def code(
        self, who: Coder, words: Span, *, of: Transcript = ZUL, code: Code = AWARENESS, **rest: Any
    ) -> Coding:
        """Code a span as one action."""
        with self.store.action(who, "code", summary=code.key) as act:
            return act.put(coding(who, words, of=of, code=code, **rest))

    def codings(self, who: Coder, **filters: Any) -> list[Coding]:
        """The codings that somebody sees."""
        with self.store.view(who) as view:
            return view.all(Coding, **filters)

    def withdraw(self, name: str) -> None:
        """Withdraw a case's consent."""
        with self.store.action(RANI, "set_consent") as act:
            case = act.all(Case, id=CASES[name].id)[0]
            act.put(replace(case, consent=ConsentState.WITHDRAWN))


def coding(who: Coder, words: Span, *, of: Transcript = ZUL, code: Code = AWARENESS, **rest: Any) -> Coding:
    """A coding of a span, not stored."""
    turn = next((turn for turn in of.turns if turn.span.contains(words)), None)
    speaker = next((each for each in of.speakers if turn and each.label == turn.speaker), None)
    return Coding(
        id=fresh(),
        coder_id=who.id,
        code_id=code.id,
        source_id=of.source.id,
        revision_id=of.revision.id,
        start=words.start,
        end=words.end,
        turn=turn.number if turn else None,
        speaker_id=speaker.id if speaker else None,
        **rest,
    )


def at(of: Transcript, span: Span) -> dict[str, Any]:
    """The fields that place a record on a span of a transcript."""
    place = {"source_id": of.source.id, "revision_id": of.revision.id}
    return {**place, "start": span.start, "end": span.end}


def note(text: str, who: Coder = RANI) -> Memo:
    """A memo on the project, not stored."""
    return Memo(id=fresh(), coder_id=who.id, text=text, about=MemoOn.PROJECT)


def run(script: str, *args: str) -> str:
    """Run Python in a process of its own and return what it printed."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, *args]
    return subprocess.run(command, capture_output=True, text=True, cwd=root, check=True).stdout


@contextmanager
def study(folder: Path, **options: Any) -> Iterator[Study]:
    """Open a copy of the study, laid in a folder."""
    path = folder / "qualcode.db"
    path.write_bytes(_template())
    with Store.open(path, **options) as store:
        yield Study(store)


@cache
def _template() -> bytes:
    """Make the study once; its file is whole when the store is closed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "qualcode.db"
        with Store.create(path) as store:
            _fill(store)
        return path.read_bytes()


def _fill(store: Store) -> None:
    with store.action(SRI, "init") as act:
        act.put_all([RANI, BUDI, SRI])
    with store.action(RANI, "add") as act:
        act.put_all(CASES.values())
        for each in (ZUL, GROUP):
            _add(act, each)
    with store.action(RANI, "apply_codebook") as act:
        act.put(Codebook(id=BOOK, key="book"))
        act.put(STAGE)
        act.put_all([AWARENESS, CAPACITY])


def _add(act: Action, each: Transcript) -> None:
    act.put(each.source)
    act.add_original(each.source.id, each.text.encode())
    act.add_text(each.text)
    act.put(each.revision)
    for speaker in each.speakers:
        case = CASES.get(speaker.label)
        act.put(replace(speaker, case_id=case.id if case else None))
