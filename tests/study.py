"""A small study of real files that the tests of actions and commands share."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcode.actions.overview import coverage_frame
from qualcode.project import Project

ZUL = """\
P: Bagaimana awalnya, Pak Zul?
I: Awalnya saya belajar sendiri di rumah. Tidak ada pelatihan dari kantor.
P: Soal modal bagaimana?
I: Modal keluarga saja. Saya belajar sendiri, modal juga sendiri.
P: Apa yang berubah?
I: Kami dibina, lalu ikut pelatihan tiga hari.
"""

LINA = """\
P: Bagaimana mulainya, Bu?
Bu Lina: 🙂 Saya ikut pelatihan tiga hari di kecamatan.
P: Lalu jualannya?
Bu Lina: Sekarang “jualan” lewat  HP. Modal dari bank.
"""

NOTE = """\
# Catatan observasi pelatihan

Peserta memegang alat sendiri. Ruangan baru tenang ketika mantan peserta bercerita.
"""

BOOK = """\
codebook: study
title: {id: Studi, en: Study}
languages: [id, en]
frameworks:
  - id: stage
    name: {id: Tahap, en: Stages}
    codes:
      - id: awareness
        name: {id: Penyadaran, en: Awareness}
        definition: {id: Orang sadar bahwa ia dapat belajar., en: People see that they can learn.}
        keywords: {id: [ajar]}
        children:
          - id: motivation
            name: {id: Motivasi, en: Motivation}
      - id: capacity
        name: {id: Pengkapasitasan, en: Capacity building}
        definition: {id: Keterampilan dilatihkan., en: Skills are trained.}
        keywords: {id: [latih]}
  - id: problems
    name: {id: Masalah, en: Problems}
    codes:
      - id: capital
        name: {id: Modal, en: Capital}
        definition: {id: Uang untuk memulai., en: Money to begin with.}
        keywords: {id: [modal]}
"""

FILES = {"W1-zul.txt": ZUL, "W2-lina.txt": LINA, "O1-pelatihan.md": NOTE, "book.yaml": BOOK}


@dataclass
class Study:
    """A project folder with its files, and whoever opens it."""

    folder: Path
    opened: list[Project] = field(default_factory=list)

    def opened_by(self, coder: str) -> Project:
        """Open the project for a coder; it is closed with the study."""
        self.opened.append(Project.open(self.folder, coder=coder))
        return self.opened[-1]

    def file(self, name: str, text: str | bytes) -> Path:
        """Write a file beside the project's own."""
        path = self.folder / "files" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def close(self) -> None:
        """Close whatever was opened."""
        for project in self.opened:
            project.close()


def unread(project: Project, source: str) -> list[str]:
    """The codes that whoever opened the project has not yet read a source for."""
    assert project.codebook
    with project.view() as view:
        frame = coverage_frame(view, project.codebook, coders=[project.coder.handle])
    return list(dict.fromkeys(frame.loc[(frame["source"] == source) & ~frame["read"], "code"]))


def make(folder: Path) -> Study:
    """Make the project: two interviews, an observation note, a codebook of four codes."""
    (folder / "files").mkdir(parents=True)
    study = Study(folder)
    files = {name: study.file(name, text) for name, text in FILES.items()}
    with Project.create(folder, coder="rani", title="Studi kecil") as project:
        project.add([path for path in files.values() if path.suffix != ".yaml"])
        project.apply_codebook(files["book.yaml"])
    return study
