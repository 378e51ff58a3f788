"""A small study for the interactive commands: one interview, two codes with keywords."""

from pathlib import Path

from qualcode import Project

INTERVIEW = """\
P: Bagaimana awalnya, Pak?
I: Saya belajar sendiri di rumah. Modal tidak ada. Istri ikut membantu.
P: Pernah ikut kegiatan dari dinas?
I: Ikut pelatihan cetak tiga hari, gratis. Sosialisasi juga ada sebelum itu.
P: Setelah pelatihan bagaimana?
I: Pelatihan itu bagus, tapi alatnya tidak ada di rumah.
"""

CODEBOOK = """\
codebook: study
title: {en: Study}
languages: [id, en]
frameworks:
  - id: stage
    name: {en: Stages}
    codes:
      - id: awareness
        name: {id: Penyadaran, en: Awareness}
        definition: {en: People come to see what they can do. It begins with information.}
        keywords: {id: [sosialisasi]}
      - id: capacity
        name: {id: Pengkapasitasan, en: Capacity building}
        definition: {en: Skills are gained. Training counts.}
        keywords: {id: [pelatihan]}
"""


def make_study(folder: Path, *, read: bool = True) -> Path:
    """Make the study in a folder, with suggestions, coded through or not; return the folder."""
    interview, codebook = folder / "W1-zul.txt", folder / "codebook.yaml"
    interview.write_text(INTERVIEW, encoding="utf-8")
    codebook.write_text(CODEBOOK, encoding="utf-8")
    with Project.create(folder, coder="rani") as project:
        project.add([interview])
        project.apply_codebook(codebook)
        project.suggest()
        if read:
            project.mark_read("W1-zul")
    return folder
