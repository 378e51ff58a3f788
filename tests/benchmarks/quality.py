"""How good suggestions are on published sets: run it, and put what it prints into quality.md beside it.

    python -m tests.benchmarks.quality [--cache FOLDER] [--date YYYY-MM-DD]

A set that is not on this machine is left out. Any other is measured, in the same way, with
``qualcode evaluate --table data.csv --text COLUMN --labels A,B,C [--test test.csv]``.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from qualcode.suggest.arrays import UNKNOWN, Flags, Floats, Labels
from qualcode.suggest.blend import score
from qualcode.suggest.embedders import embedder_named
from qualcode.suggest.material import Material
from qualcode.suggest.measures import average_precision, f1_by_passage, f1_of_all
from qualcode.suggest.vectors import Vectors

SHARED = Path(__file__).parents[3] / "shared" / "data" / "suggest"
PUBLISHED = {1: 0.55, 3: 0.71, 4: 0.71, 10: 0.96}
"""The best published F1 per answer on four of the ten sets."""
SEEDS = range(5)
LABELLED = (50, 100, 200)


@dataclass(frozen=True, eq=False)
class Split:
    """Texts to learn from and texts to measure on, with their codes."""

    texts: Sequence[str]
    labels: Labels
    test: Sequence[str]
    truth: Labels

    def some(self, count: int, seed: int) -> "Split":
        """The same with so many texts to learn from."""
        chosen = np.random.default_rng(seed).permutation(len(self.texts))[:count]
        return Split([self.texts[each] for each in chosen], self.labels[chosen], self.test, self.truth)


def answers(number: int) -> Split:
    """Open answers that professionals coded."""
    folder = SHARED / "anes"
    texts, labels = {}, {}
    for part in ("train", "test"):
        table = pd.read_csv(folder / f"dataset{number}_X{part}.csv", keep_default_na=False)
        texts[part] = table["verbatim"].astype(str).tolist()
        labels[part] = pd.read_csv(folder / f"dataset{number}_y{part}.csv").to_numpy(np.int8)
    return Split(texts["train"], labels["train"], texts["test"], labels["test"])


def reviews() -> Split:
    """Indonesian car reviews and the aspects that they speak of."""
    texts, labels = {}, {}
    for part in ("train", "test"):
        table = pd.read_csv(SHARED / "casa" / f"{part}_preprocess.csv")
        texts[part] = table["sentence"].tolist()
        labels[part] = (table.drop(columns="sentence") != "neutral").to_numpy(np.int8)
    return Split(texts["train"], labels["train"], texts["test"], labels["test"])


@dataclass(frozen=True)
class Result:
    """Figures of one run."""

    sample: float
    micro: float
    mean_average_precision: float


def measured(split: Split, vectors: Vectors | None) -> Result:
    """Learn from the one part and measure on the other."""
    texts = [*split.texts, *split.test]
    unknown = np.full((len(split.test), split.labels.shape[1]), UNKNOWN, dtype=np.int8)
    material = Material(
        texts, [str(place) for place in range(len(texts))], vectors=vectors.of(texts) if vectors else None
    )
    found = score(material, np.vstack([split.labels, unknown]), method="learned")
    truth = split.truth.astype(bool)
    proposed, chances = found.proposed[len(split.texts) :], found.chances[len(split.texts) :]
    return Result(
        f1_by_passage(truth, proposed), f1_of_all(truth, proposed), mean_average_precision(truth, chances)
    )


def mean_average_precision(truth: Flags, chances: Floats) -> float:
    """The mean over codes that there are."""
    columns = np.flatnonzero(truth.any(axis=0)).tolist()
    return float(np.mean([average_precision(truth[:, each], chances[:, each]) for each in columns]))


def plain(split: Split, vectors: Vectors) -> float:
    """What the usual thing gives: TF-IDF and vectors, a logistic regression on each, the mean of both."""
    ways = [
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    ]
    counted = hstack([way.fit_transform(split.texts) for way in ways]).tocsr()
    asked = hstack([way.transform(split.test) for way in ways]).tocsr()
    pairs = ((counted, asked), (vectors.of(split.texts), vectors.of(split.test)))
    chances = np.zeros(split.truth.shape)
    for learn, ask in pairs:
        for code in range(split.truth.shape[1]):
            column = split.labels[:, code]
            if 0 < column.sum() < len(column):
                model = LogisticRegression(C=10, solver="liblinear", random_state=0).fit(learn, column)
                chances[:, code] += model.predict_proba(ask)[:, 1] / 2
    return mean_average_precision(split.truth.astype(bool), chances)


def report(vectors: Vectors) -> Iterator[str]:
    """The report, line by line."""
    if (SHARED / "anes").is_dir():
        yield "## Open answers, official split\n"
        yield "| set | codes | learnt from | measured on | best published | sample F1 | micro F1 | mean AP |"
        yield "|---|---|---|---|---|---|---|---|"
        for number, best in PUBLISHED.items():
            split = answers(number)
            found = measured(split, vectors)
            sizes = f"{split.truth.shape[1]} | {len(split.texts)} | {len(split.test)}"
            figures = f"{found.sample:.3f} | {found.micro:.3f} | {found.mean_average_precision:.3f}"
            yield f"| {number} | {sizes} | {best:.2f} | {figures} |"
    if (SHARED / "casa").is_dir():
        yield f"\n## Indonesian car reviews, mean average precision over {len(SEEDS)} draws\n"
        yield "| labelled | TF-IDF and vectors, mean of two regressions | learned, no model | learned |"
        yield "|---|---|---|---|"
        for count in LABELLED:
            splits = [reviews().some(count, seed) for seed in SEEDS]
            usual = np.mean([plain(each, vectors) for each in splits])
            bare = np.mean([measured(each, None).mean_average_precision for each in splits])
            ours = np.mean([measured(each, vectors).mean_average_precision for each in splits])
            yield f"| {count} | {usual:.3f} | {bare:.3f} | {ours:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="where vectors are kept between runs")
    parser.add_argument("--date", default="")
    chosen = parser.parse_args()
    vectors = Vectors(embedder_named(), chosen.cache)
    versions = ", ".join(f"{name} {version(name)}" for name in ("qualcode", "scikit-learn", "numpy"))
    print(f"Measured {chosen.date} with {versions}, {vectors.embedder.name}.\n")  # noqa: T201 (its output)
    for line in report(vectors):
        print(line, flush=True)  # noqa: T201 (as above)


if __name__ == "__main__":
    main()
