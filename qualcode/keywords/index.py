"""The words of one text, laid out so that a keyword is a look-up and not a reading."""

import io
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from qualcode.errors import FileProblem
from qualcode.keywords.layout import Ints, Layout, lay_out, spoken
from qualcode.lang.analyser import Word, analyser
from qualcode.lang.marks import mark_spans
from qualcode.lang.sentences import sentence_spans
from qualcode.lang.spelling import composed

_NONE: Ints = np.empty(0, dtype=np.int64)


class TextIndex:
    """The places of all words that are said in a text.

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
    links
        How it hangs on the word before: `APART`, `NEXT` or `NEXT_LINE`.
    lengths
        Per distinct word, its length.
    """

    def __init__(self, text: str, language: str, layout: Layout, *, sentences: Ints | None = None) -> None:
        self.text = text
        self.language = language
        self.vocabulary = layout.vocabulary
        self.starts, self.words, self.links = layout.starts, layout.words, layout.links
        self.lengths: Ints = np.fromiter(map(len, self.vocabulary), np.int64, len(self.vocabulary))
        self._keys: dict[str, _Keys] = {}
        if sentences is not None:
            self.sentences = sentences

    @classmethod
    def build(cls, text: str, language: str) -> "TextIndex":
        """Index a text; words within marks of transcription, which nobody said, are left out.

        Examples
        --------
        >>> TextIndex.build("Saya [tertawa] ikut pelatihan.", "id").vocabulary
        ['Saya', 'ikut', 'pelatihan']
        """
        return cls(text, language, spoken(lay_out(text, analyser(language)), mark_spans(text)))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def ends(self) -> Ints:
        """Where each word ends."""
        return self.starts + self.lengths[self.words]

    @cached_property
    def sentences(self) -> Ints:
        """The number of each word's sentence, found when first asked for: few keywords ask."""
        starts = [span.start for span in sentence_spans(self.text, self.language)]
        return np.searchsorted(np.array(starts, dtype=np.int64), self.starts, side="right")

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
            links=self.links,
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
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as packed:
                text, vocabulary, language = (
                    packed[name].tobytes().decode("utf-8", "surrogatepass")
                    for name in ("text", "vocabulary", "language")
                )
                starts, words, sentences = (
                    packed[name].astype(np.int64) for name in ("starts", "words", "sentences")
                )
                links = packed["links"]
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise FileProblem("not an index of qualcode", where=str(path), remedy="delete it") from error
        distinct = vocabulary.split("\n") if vocabulary else []
        return cls(text, language, Layout(distinct, words, starts, links), sentences=sentences)

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
            self._keys[language] = _Keys([self._readings(word, language) for word in self.vocabulary])
        return self._keys[language]

    def _readings(self, word: str, language: str) -> list[Word]:
        """Return what a word is in `language`; a borrowed one may carry endings of the text's own."""
        read = analyser(language).word
        if language == self.language:
            return [read(word)]
        return [read(word), read(analyser(self.language).word(word).lemma)]


class _Keys:
    """Numbers of words by their lemma and by their families, in one language."""

    def __init__(self, words: list[list[Word]]) -> None:
        self.lemmas = _grouped({word.lemma for word in readings} for readings in words)
        self.families = _grouped(
            {family for word in readings for family in word.families} for readings in words
        )


def _grouped(keys: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(keys):
        for key in each:
            groups[key].append(number)
    return dict(groups)


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)
