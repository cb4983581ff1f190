"""Fingerprints of a definition, and receipt codes that people can read aloud."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from surveys.questionnaire import Definition

READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs that cannot be taken for one another."""


def sha256_of(definition: Definition) -> str:
    """The fingerprint of everything that a definition says."""
    return _sha256(definition)


def structure_of(definition: Definition) -> str:
    """The fingerprint of what can be answered: a better wording does not change it."""
    questions = [q for section in definition["sections"] for q in section["questions"]]
    return _sha256([_shape(question) for question in questions])


def receipt_code_of(submission_key: str) -> str:
    """The code on the receipt: always the same for the same submission, and telling nothing."""
    digest = hashlib.sha256(f"receipt {submission_key}".encode()).digest()
    signs = "".join(READABLE[byte % len(READABLE)] for byte in digest[:12])
    return "-".join((signs[:4], signs[4:8], signs[8:]))


def _shape(question: Mapping[str, Any]) -> list[object]:
    parts = [part["key"] for name in ("options", "rows") for part in question.get(name, ())]
    scale = question.get("scale", {})
    ends = [scale.get("min"), scale.get("max"), question.get("total")]
    return [question["key"], question["type"], parts, ends]


def _sha256(plain: object) -> str:
    written = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
