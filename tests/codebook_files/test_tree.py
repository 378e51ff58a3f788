from qualcode.codebook_files import tree
from qualcode.codebook_files.edit import rename_code
from tests.codebook_files.books import book


def test_a_codebook_is_drawn_with_names_keys_and_figures() -> None:
    codebook = rename_code(
        book("stage: awareness > motivation, training; problem: modal"), "training", name={"id": "Pelatihan"}
    )
    assert tree(codebook, language="id", figures={codebook.codes[0].id: 12}) == [
        "Stage (stage)",
        "├── Awareness (awareness)  12",
        "│   └── Motivation (motivation)",
        "└── Pelatihan (training)",
        "Problem (problem)",
        "└── Modal (modal)",
    ]
