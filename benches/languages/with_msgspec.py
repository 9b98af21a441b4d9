"""msgspec: decodes and checks in one step, and stops at the first violation."""

import json
import sys
from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, MsgspecError, Struct, UnsetType, field
from msgspec.json import Decoder

from worker import answer

with open(sys.argv[1]) as file:
    CODES = json.load(file)["codes"]
STATES = {country: frozenset(codes) for country, codes in CODES["states"].items()}

Country = Literal[tuple(CODES["countries"])]
IdType = Literal[tuple(CODES["id_types"])]
Name = Annotated[str, Meta(min_length=1, max_length=50)]


class FullName(Struct, rename="pascal"):
    first_name: Name
    last_name: Name
    middle_name: Name | UnsetType = UNSET


class Identity(Struct, rename="pascal"):
    issuing_country: Country
    id_number: Annotated[str, Meta(min_length=1, max_length=36)] = field(name="IDNumber")
    id_type: IdType = field(name="IDType")
    issued_date: date | UnsetType = UNSET
    expiry_date: date | UnsetType = UNSET


class Residence(Struct, rename="pascal"):
    street: Annotated[str, Meta(min_length=2, max_length=200)]
    city: Annotated[str, Meta(min_length=1, max_length=100)]
    post_code: Annotated[str, Meta(min_length=1, max_length=20)]
    state: Annotated[str, Meta(min_length=1, max_length=100)]
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
