"""The words of one text, laid out so that a keyword is a look-up and not a reading."""

import io
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from qualcode.errors import FileProblem
from qualcode.keywords.gaps import joins
from qualcode.lang.analyser import WORDS, Analyser, Word, analyser
from qualcode.lang.sentences import sentence_spans
from qualcode.lang.spelling import composed

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
_NONE: Ints = np.empty(0, dtype=np.int64)
_COLUMNS = ("starts", "words", "sentences")


class TextIndex:
    """The places of all words of a text.

    Word numbers are local to the text, one for each distinct word as it stands there. All arrays but
    `lengths` have one entry per word of the text, in order; places are code points.

    Attributes
    ----------
    text, language
        What was indexed, and the language of its own word families.
    vocabulary
        The distinct words as they stand in the text.
    starts
        Where each word starts.
    words
        Its number in `vocabulary`.
    sentences
        The number of its sentence.
    joined
        Whether nothing but space or a hyphen parts it from the word before, so that a phrase may run on.
    lengths
        Per distinct word, its length.
    """

    def __init__(
        self,
        text: str,
        language: str,
        vocabulary: list[str],
        *,
        starts: Ints,
        words: Ints,
        sentences: Ints,
        joined: Flags,
    ) -> None:
        self.text = text
        self.language = language
        self.vocabulary = vocabulary
        self.starts, self.words, self.sentences, self.joined = starts, words, sentences, joined
        self.lengths: Ints = np.fromiter(map(len, vocabulary), np.int64, len(vocabulary))
        self._keys: dict[str, _Keys] = {}

    @classmethod
    def build(cls, text: str, language: str) -> "TextIndex":
        """Index a text.

        Examples
        --------
        >>> TextIndex.build("Saya ikut pelatihan.", "id").vocabulary
        ['Saya', 'ikut', 'pelatihan']
        """
        parts = WORDS.split(text)  # gap, word, gap, word, ..., gap
        lengths = np.fromiter(map(len, parts), np.int64, len(parts))
        starts = (np.cumsum(lengths) - lengths)[1::2]
        surfaces, numbers = _numbered(parts[1::2])
        gaps, gap_numbers = _numbered(parts[:-1:2])
        joined = np.fromiter(map(joins, gaps), np.bool_, len(gaps))[gap_numbers]
        vocabulary, starts, words, joined = _cut(surfaces, starts, numbers, joined, analyser(language))
        ends_before = np.fromiter((span.start for span in sentence_spans(text, language)), np.int64)
        sentences = np.searchsorted(ends_before, starts, side="right")
        return cls(text, language, vocabulary, starts=starts, words=words, sentences=sentences, joined=joined)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def ends(self) -> Ints:
        """Where each word ends."""
        return self.starts + self.lengths[self.words]

    def places(self, numbers: Sequence[int]) -> Ints:
        """Return the places, in order, of the words with these numbers, counted in words of the text."""
        order, bounds = self._postings
        runs = [order[bounds[number] : bounds[number + 1]] for number in numbers]
        if len(runs) == 1:
            return runs[0]
        return np.sort(np.concatenate(runs)) if runs else _NONE

    def frequency(self, numbers: Sequence[int]) -> int:
        """Return how many words of the text have one of these numbers."""
        bounds = self._postings[1]
        return sum(int(bounds[number + 1] - bounds[number]) for number in numbers)

    def with_form(self, word: str, language: str) -> Sequence[int]:
        """Return the numbers of the words that a keyword's word stands for in `language`."""
        wanted = analyser(language).word(word)
        keys = self._keys_in(language)
        if wanted.is_base:
            return keys.families.get(wanted.families[0], ())
        return keys.lemmas.get(wanted.lemma, ())

    def spelt(self, word: str) -> Sequence[int]:
        """Return the numbers of the words spelt so; in any case, if `word` has no capital."""
        own = composed(word)
        numbers = self._folds.get(analyser(self.language).word(word).fold, ())
        if own == own.lower():
            return numbers
        return [number for number in numbers if composed(self.vocabulary[number]) == own]

    def beginning(self, prefix: str) -> Sequence[int]:
        """Return the numbers of the words that begin so, in any case."""
        folded = analyser(self.language).word(prefix).fold
        folds = self._sorted_folds
        found: list[int] = []
        for fold in folds[bisect_left(folds, folded) :]:
            if not fold.startswith(folded):
                break
            found.extend(self._folds[fold])
        return found

    def save(self, path: Path) -> None:
        """Write the index to a file, whole or not at all."""
        packed = io.BytesIO()
        np.savez(
            packed,
            text=_bytes(self.text),
            vocabulary=_bytes("\n".join(self.vocabulary)),
            language=_bytes(self.language),
            starts=self.starts.astype(np.int32),
            words=self.words.astype(np.int32),
            sentences=self.sentences.astype(np.int32),
            joined=self.joined,
        )
        draft = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(packed.getbuffer())
            draft.replace(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise FileProblem(
                "cannot be written: {reason}", where=str(path), reason=error.strerror or str(error)
            ) from error

    @classmethod
    def load(cls, path: Path) -> "TextIndex":
        """Read an index from a file; FileProblem where it is damaged."""
        try:
            with np.load(path, allow_pickle=False) as packed:
                text, vocabulary, language = (
                    packed[name].tobytes().decode("utf-8", "surrogatepass")
                    for name in ("text", "vocabulary", "language")
                )
                starts, words, sentences = (packed[name].astype(np.int64) for name in _COLUMNS)
                joined = packed["joined"]
        except (OSError, ValueError, KeyError, EOFError, UnicodeDecodeError) as error:
            raise FileProblem("not an index of qualcode", where=str(path), remedy="delete it") from error
        distinct = vocabulary.split("\n") if vocabulary else []
        return cls(text, language, distinct, starts=starts, words=words, sentences=sentences, joined=joined)

    @cached_property
    def _postings(self) -> tuple[Ints, Ints]:
        counts = np.bincount(self.words, minlength=len(self.vocabulary))
        bounds = np.concatenate([[0], np.cumsum(counts)])
        return np.argsort(self.words, kind="stable"), bounds

    @cached_property
    def _folds(self) -> dict[str, list[int]]:
        own = analyser(self.language)
        return _grouped((own.word(surface).fold,) for surface in self.vocabulary)

    @cached_property
    def _sorted_folds(self) -> list[str]:
        return sorted(self._folds)

    def _keys_in(self, language: str) -> "_Keys":
        if language not in self._keys:
            self._keys[language] = _Keys([analyser(language).word(word) for word in self.vocabulary])
        return self._keys[language]


class _Keys:
    """Numbers of words by their lemma and by their families, in one language."""

    def __init__(self, words: list[Word]) -> None:
        self.lemmas = _grouped((word.lemma,) for word in words)
        self.families = _grouped(word.families for word in words)


def _numbered(items: list[str]) -> tuple[list[str], Ints]:
    """Give each distinct item a number, in the order of their first places."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    column = np.fromiter(map(numbers.__getitem__, items), np.int64, len(items))
    return list(numbers), column


def _grouped(keys: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(keys):
        for key in each:
            groups[key].append(number)
    return dict(groups)


def _cut(
    surfaces: list[str], starts: Ints, numbers: Ints, joined: Flags, words: Analyser
) -> tuple[list[str], Ints, Ints, Flags]:
    """Cut compounds into their words; what the rest of the text holds stays as it is."""
    cut = [words.pieces(surface) for surface in surfaces]
    vocabulary, piece_numbers = _numbered([word for pieces in cut for _, word in pieces])
    offsets = np.fromiter(chain.from_iterable((at for at, _ in pieces) for pieces in cut), np.int64)
    sizes = np.fromiter(map(len, cut), np.int64, len(cut))
    firsts = np.cumsum(sizes) - sizes
    repeats = sizes[numbers]
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    piece = np.repeat(firsts[numbers], repeats) + within
    return (
        vocabulary,
        np.repeat(starts, repeats) + offsets[piece],
        piece_numbers[piece],
        np.repeat(joined, repeats) | (within > 0),
    )


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)
