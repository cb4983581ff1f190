"""How the house speaks: sentences marked for translation, and how it says no."""

from language.catalogue import LANGUAGES, Catalogue, catalogue_of
from language.refusal import Forbidden, NotFound, Refusal
from language.sentence import N_, Sentence, in_words

__all__ = [
    "LANGUAGES",
    "N_",
    "Catalogue",
    "Forbidden",
    "NotFound",
    "Refusal",
    "Sentence",
    "catalogue_of",
    "in_words",
]
