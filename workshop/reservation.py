"""What speaks against an idea: one reservation (forbehold) at a time, by what it is about."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from language import N_, Refusal

LONGEST = 300


class Criterion(StrEnum):
    """What a reservation is about; the same criteria by which strategies are weighed later."""

    FINANCING = "financing"
    RESPONSIBILITY = "responsibility"
    CONFLICT = "conflict"
    LAND_USE = "land_use"
    OTHER = "other"


CRITERION_NAMES = {
    Criterion.FINANCING: N_("Financing"),
    Criterion.RESPONSIBILITY: N_("Responsibility"),
    Criterion.CONFLICT: N_("Potential conflicts"),
    Criterion.LAND_USE: N_("Land use"),
    Criterion.OTHER: N_("Something else"),
}


class NotReserving(Refusal):
    """Reservations have a stage of their own."""

    code = "not_reserving"
    sentence = N_("Reservations are not taken in this round. Wait for the facilitator.")


class ReservationUnclear(Refusal):
    """There is nothing to read, too much, or it is about nothing."""

    code = "reservation_unclear"
    sentence = N_(
        "Choose what it is about, and write what speaks against it in at most 300 characters"
    )


@dataclass(frozen=True)
class Reservation:
    """Something that speaks against an idea."""

    criterion: Criterion
    text: str


def accept_reservation(criterion: str, typed: str) -> Reservation:
    """The reservation as it is stored. Refused when it says nothing, too much, or about nothing."""
    text = unicodedata.normalize("NFC", typed)
    text = " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())
    if criterion not in set(Criterion) or not 0 < len(text) <= LONGEST:
        raise ReservationUnclear
    return Reservation(Criterion(criterion), text)
