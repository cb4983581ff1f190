"""How alike short texts are, by the pieces of words they share; no language and no model."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SHORTEST, LONGEST = 3, 5
"""Characters in a piece of a word: enough for a stem, too few for an ending to matter much."""


@dataclass(frozen=True)
class Alike:
    """Two texts, by their places in what was asked about, and how alike they are."""

    first: int
    second: int
    likeness: float
    """From 0, when they share no piece of a word, to 1, when all pieces are the same."""


def likenesses(text: str, others: Sequence[str]) -> list[float]:
    """How alike the text is to each of the others, from 0 to 1.

    The cosine of their pieces of 3 to 5 characters within words. A piece weighs more the fewer
    of the texts have it: ln((1 + texts) / (1 + texts that have it)) + 1.
    """
    if not others:
        return []
    rows = _unit_rows([text, *others])
    return [float(cosine) for cosine in (rows[1:] @ rows[0]).clip(0, 1)]


def alike(texts: Sequence[str], least: float) -> list[Alike]:
    """The pairs of texts that are at least so alike, the most alike first."""
    # A quarter of a second of the server's start would be numpy's, and many never ask this.
    import numpy as np  # noqa: PLC0415

    if not texts:
        return []
    rows = _unit_rows(texts)
    cosines = np.triu(rows @ rows.T, k=1).clip(0, 1)
    pairs = zip(*np.nonzero(cosines >= max(least, 1e-12)), strict=True)
    found = [Alike(int(i), int(j), float(cosines[i, j])) for i, j in pairs]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.second))


def _unit_rows(texts: Sequence[str]) -> "NDArray[float64]":
    """A row of length 1 for each text; only the pieces that several texts have are columns."""
    import numpy as np  # noqa: PLC0415 (as above)

    counts = [_pieces(text) for text in texts]
    number = {piece: n for n, piece in enumerate(dict.fromkeys(chain.from_iterable(counts)))}
    row = np.repeat(np.arange(len(texts)), [len(pieces) for pieces in counts])
    piece = np.array([number[name] for pieces in counts for name in pieces], dtype=np.intp)
    times = np.array([n for pieces in counts for n in pieces.values()], dtype=np.float64)
    have = np.bincount(piece, minlength=len(number))
    weight = times * (np.log((1 + len(texts)) / (1 + have)) + 1)[piece]
    weight /= np.sqrt(np.bincount(row, weight**2, minlength=len(texts)))[row]
    column = np.cumsum(have > 1) - 1
    shared = have[piece] > 1
    rows = np.zeros((len(texts), int((have > 1).sum())))
    rows[row[shared], column[piece[shared]]] = weight[shared]
    return rows


@lru_cache(maxsize=4096)
def _pieces(text: str) -> Counter[str]:
    """The pieces of the words in the text; a space stands for the edge of a word."""
    words = (f" {word} " for word in re.findall(r"[^\W_]+", _folded(text)))
    return Counter(
        word[start : start + size]
        for word in words
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(len(word) - size + 1)
    )


def _folded(text: str) -> str:
    """Small letters without accents; æ, ø and å are letters, and ä and ö are æ and ø."""
    return "".join(_plain(letter) for letter in unicodedata.normalize("NFKC", text).casefold())


def _plain(letter: str) -> str:
    if letter in "æøå":
        return letter
    return {"ä": "æ", "ö": "ø"}.get(letter) or unicodedata.normalize("NFD", letter)[0]
