"""Whom to get in touch with: a name, an e-mail address, or both."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition
from questions.kind import Cell, Fault, Fields, NotAnOption, Tally, first_text
from questions.words import refuse_identity_number, refuse_too_long

FIELDS = {"name": N_("Name"), "email": N_("E-mail")}
LONGEST = {"name": 120, "email": 254}
PLAUSIBLE = re.compile(r"[^\s@,;<>\"]{1,64}@[^\s@,;<>\"]+\.[^\s@,;<>\".]{2,}")


class ContactLeft(Fault):
    """Something that is needed to get in touch was left out."""

    code = "contact_left"
    sentence = N_("Fill in both name and e-mail address")


class NotAnEmail(Fault):
    """No letter would arrive at this address."""

    code = "not_an_email"
    sentence = N_("Write the e-mail address in full, for example kari@example.no")


@dataclass(frozen=True)
class Contact:
    """How to reach someone. The answer has a text per field."""

    name: ClassVar[str] = "contact"
    settings: ClassVar[frozenset[str]] = frozenset({"fields"})

    fields: tuple[str, ...] = tuple(FIELDS)

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        fields = definition.get("fields", list(FIELDS))
        if not isinstance(fields, list) or not fields or set(fields) - FIELDS.keys():
            raise ValueError(f"fields: {fields!r}, where only {list(FIELDS)} are known")
        return cls(tuple(fields))

    @property
    def parts(self) -> tuple[str, ...]:
        """One part per field."""
        return self.fields

    @property
    def labels(self) -> dict[str, str]:
        """What each field is called, in the source language."""
        return {field: FIELDS[field] for field in self.fields}

    def read(self, fields: Fields) -> dict[str, str] | None:
        """What was typed per field; None when every field is empty."""
        typed = {field: " ".join(first_text(fields, field).split()) for field in self.fields}
        return {field: text for field, text in typed.items() if text} or None

    def check(self, answer: Mapping[str, str]) -> None:
        """Refuse a contact that could not be reached."""
        if answer.keys() - set(self.fields):
            raise NotAnOption
        if left := [field for field in self.fields if not answer.get(field)]:
            raise ContactLeft(*left)
        for field, text in answer.items():
            refuse_too_long(text, LONGEST[field], field)
            refuse_identity_number(text, field)
        if "email" in answer and not PLAUSIBLE.fullmatch(answer["email"]):
            raise NotAnEmail("email")

    def tally(self, answers: Iterable[Mapping[str, str]]) -> Tally:
        """Everyone who can be reached, in alphabetical order."""
        texts = tuple(sorted(", ".join(answer.values()) for answer in answers))
        return Tally(len(texts), texts=texts)

    def cells(self, answer: Mapping[str, str]) -> tuple[Cell, ...]:
        """What stands in each field."""
        return tuple(Cell(field, "", answer[field]) for field in self.fields if field in answer)

    def comparable(self, answer: Mapping[str, str]) -> None:
        """Nothing: a condition cannot ask about a contact."""
