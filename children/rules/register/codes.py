"""Answers of fixed lists as exports write them: SEN provision, areas of need, yes and no."""

import re

from children.rules.folding import fold

_PROVISION: dict[str, str] = {
    "N": "n|no|none|no sen|no sen provision|no special educational need|n no sen provision|no needs",
    "K": "k|sen support|k sen support|support|yes|y|sen|send|early years action|a|p|s",
    "E": "e|ehc plan|ehcp|e ehc plan|education health and care plan|ehc|statement",
}
_AREAS: dict[str, str] = {
    "communication": "communication and interaction|communication interaction|c and i|ci|c i|"
    "communication|slcn|speech|speech and language|speech language and communication|"
    "speech language and communication needs|asd|asc|autism|autistic spectrum disorder|"
    "autism spectrum disorder|language",
    "cognition": "cognition and learning|cognition learning|c and l|cl|c l|cognition|learning|spld|"
    "mld|sld|pmld|specific learning difficulty|moderate learning difficulty|"
    "severe learning difficulty",
    "semh": "social emotional and mental health|semh|social emotional mental health|sebd|besd|"
    "social and emotional|behaviour",
    "sensory_physical": "sensory and or physical|sensory and physical|sensory physical|sensory|"
    "physical|s and p|sp|s p|hi|vi|msi|pd|hearing impairment|vision impairment|visual impairment|"
    "multi sensory impairment|physical disability",
}
_YES = {"yes", "y", "true", "1", "x", "has pr", "pr", "full"}
_NO = {"no", "n", "false", "0", "none", "no pr"}


def _table(words: dict[str, str]) -> dict[str, str]:
    return {word: code for code, said in words.items() for word in said.split("|")}


_PROVISION_OF, _AREA_OF = _table(_PROVISION), _table(_AREAS)


def sen_provision(text: str) -> str | None:
    """N, K or E; None for words that say none of them."""
    return _PROVISION_OF.get(_plain(text))


def area(text: str) -> str | None:
    """The code of the area of need; None for words that name none."""
    return _AREA_OF.get(_plain(text)) or _AREA_OF.get(re.sub(r"^\d+ ", "", _plain(text)))


def areas(text: str) -> tuple[list[str], list[str]]:
    """The areas that a cell names, and what in it names none. A whole name holds commas itself."""
    if not text.strip():
        return [], []
    if whole := area(text):
        return [whole], []
    pieces = [piece for piece in re.split(r"[;,\n/|+]", text) if piece.strip()]
    found = [(piece.strip(), area(piece)) for piece in pieces]
    return [code for _, code in found if code], [words for words, code in found if not code]


def yes_or_no(text: str) -> str:
    """yes, no, or unknown."""
    said = _plain(text)
    return "yes" if said in _YES else "no" if said in _NO else "unknown"


def _plain(text: str) -> str:
    return fold(text.replace("&", " and ").replace("/", " ").replace(".", " "))
