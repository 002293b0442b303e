"""Where in its text a question asks: people say first who they are and why they want to know."""

import re

from assistant.question.lexicon import Lexicon
from assistant.question.words import Span
from index.language import fold, folded_words

# A full stop before a small letter ends an abbreviation; what stands in brackets behind a
# question, as what a follow-up takes over, is of it.
_SENTENCE_END = re.compile(r"(?<=[!?:;])\s+(?!\()|(?<=\.)\s+(?=[^\W\da-zëçčćšžđ])")
_PAUSE = re.compile(r"(?:,|\s[-–—])\s*\Z")
_WORD = re.compile(r"[^\W_]+")
_FRAME = 8  # words in which "could you tell me" may stand


def folded_text(text: str, words: Lexicon) -> str:
    """The folded words of ``text`` with single spaces, as phrases are looked for in."""
    return " ".join(folded_words(text.replace("%", f" {words.percent_sign} ")))


def asking_part(text: str, words: Lexicon) -> Span:
    """The place of the sentence, and in it of the clause, that asks."""
    start, end = _sentence(text, words)
    return start + _clause(text[start:end], words), end


def _sentence(text: str, words: Lexicon) -> Span:
    """The one sentence of ``text`` that begins as questions do, or else all of it."""
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    starts = [match.end() for match in _SENTENCE_END.finditer(text)]
    spans = list(zip([0, *starts], [*ends, len(text)], strict=True))
    opening = [span for span in spans if _opens(folded_text(text[slice(*span)], words), words)]
    return opening[0] if len(opening) == 1 else (0, len(text))


def _opens(folded: str, words: Lexicon) -> bool:
    """Whether a sentence begins as questions do, be it with a preposition."""
    begins = any(folded.startswith(f"{phrase} ") for phrase in words.openings())
    return begins or not words.interrogatives.isdisjoint(folded.split()[:2])


def _clause(sentence: str, words: Lexicon) -> int:
    """Where "when was it founded" begins in "I wonder, can you tell me when was it founded?".

    It begins behind a verb of asking, or behind a comma where nothing before it asks; "and
    professionals, how many are there?" asks of professionals.
    """
    folded = folded_text(sentence, words)
    begin = folded.split()[:_FRAME]
    if _opens(folded, words) and words.frames.isdisjoint(begin):
        return 0
    follows = not words.follow_up.isdisjoint(begin[:1])
    framed = False
    for place, match in enumerate(_WORD.finditer(sentence)):
        after_comma = not follows and _PAUSE.search(sentence, 0, match.start())
        rest = folded_text(sentence[match.start() :], words)
        says = any(word not in words.stop for word in rest.split())
        if (framed or after_comma) and says and _opens(rest, words):
            return match.start()
        framed = framed or (place < _FRAME and fold(match.group()) in words.frames)
    return 0
