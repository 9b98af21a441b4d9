"""msgspec: decodes and checks in one step, and stops at the first violation."""

import json
import sys
from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, MsgspecError, Struct, UnsetType, field
from msgspec.json import Decoder

from worker import answer

with open(sys.argv[1]) as file:
    CONTRACT = json.load(file)
CODES = CONTRACT["codes"]
STATES = {country: frozenset(codes) for country, codes in CODES["states"].items()}

Country = Literal[tuple(CODES["countries"])]
IdType = Literal[tuple(CODES["id_types"])]


def text(path):
    least, greatest = CONTRACT["limits"][path]
    return Annotated[str, Meta(min_length=least, max_length=greatest)]


class FullName(Struct, rename="pascal"):
    first_name: text("FullName.FirstName")
    last_name: text("FullName.LastName")
    middle_name: text("FullName.MiddleName") | UnsetType = UNSET


class Identity(Struct, rename="pascal"):
    issuing_country: Country
    id_number: text("Identities[].IDNumber") = field(name="IDNumber")
    id_type: IdType = field(name="IDType")
    issued_date: date | UnsetType = UNSET
    expiry_date: date | UnsetType = UNSET


class Residence(Struct, rename="pascal"):
    street: text("PrimaryResidence.Street")
    city: text("PrimaryResidence.City")
    post_code: text("PrimaryResidence.PostCode")
    state: text("PrimaryResidence.State")
    country: Country
    street2: str | UnsetType = UNSET

    def __post_init__(self):
        states = STATES.get(self.country)
        if states is not None and self.state not in states:
            raise ValueError("must be a state of its country")


class Customer(Struct, rename="pascal"):
    full_name: FullName
    date_of_birth: date
    identities: list[Identity]
    primary_residence: Residence


DECODER = Decoder(Customer)


def violations(line):
    try:
        DECODER.decode(line)
    # A text that is not UTF-8, and a nest that is too deep, are errors of Python.
    except (MsgspecError, UnicodeDecodeError, RecursionError):
        return 1
    return 0


answer(violations)
