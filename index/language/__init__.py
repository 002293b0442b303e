"""Languages in one place: their packs, telling them apart, their letters, words and spellings."""

from index.language.detect import LANGUAGES, detect, is_function_word
from index.language.pack import PROMPTS, Pack, every, fallback, pack_of, packs
from index.language.script import fold, folded_words, latin
from index.language.spelling import Respelt, Spelling, count_words

__all__ = [
    "LANGUAGES",
    "PROMPTS",
    "Pack",
    "Respelt",
    "Spelling",
    "count_words",
    "detect",
    "every",
    "fallback",
    "fold",
    "folded_words",
    "is_function_word",
    "latin",
    "pack_of",
    "packs",
]
