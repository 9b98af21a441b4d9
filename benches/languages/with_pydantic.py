"""pydantic 2 in strict mode: parses and checks in its core, and collects the errors."""

import json
import sys
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from worker import answer

with open(sys.argv[1]) as file:
    CONTRACT = json.load(file)
CODES = CONTRACT["codes"]
STATES = {country: frozenset(codes) for country, codes in CODES["states"].items()}

Country = Literal[tuple(CODES["countries"])]
IdType = Literal[tuple(CODES["id_types"])]


def text(path):
    least, greatest = CONTRACT["limits"][path]
    return Annotated[str, StringConstraints(min_length=least, max_length=greatest)]


class Model(BaseModel):
    model_config = ConfigDict(strict=True)


# The type of an optional property is without None, which would accept null. A default is not checked.
class FullName(Model):
    first_name: text("FullName.FirstName") = Field(alias="FirstName")
    last_name: text("FullName.LastName") = Field(alias="LastName")
    middle_name: text("FullName.MiddleName") = Field(None, alias="MiddleName")


class Identity(Model):
    issuing_country: Country = Field(alias="IssuingCountry")
    id_number: text("Identities[].IDNumber") = Field(alias="IDNumber")
    issued_date: date = Field(None, alias="IssuedDate")
    expiry_date: date = Field(None, alias="ExpiryDate")
    id_type: IdType = Field(alias="IDType")


class Residence(Model):
    street: text("PrimaryResidence.Street") = Field(alias="Street")
    street2: str = Field(None, alias="Street2")
    city: text("PrimaryResidence.City") = Field(alias="City")
    post_code: text("PrimaryResidence.PostCode") = Field(alias="PostCode")
    state: text("PrimaryResidence.State") = Field(alias="State")
    country: Country = Field(alias="Country")

    @model_validator(mode="after")
    def state_of_country(self):
        states = STATES.get(self.country)
        if states is not None and self.state not in states:
            raise ValueError("must be a state of its country")
        return self


class Customer(Model):
    full_name: FullName = Field(alias="FullName")
    date_of_birth: date = Field(alias="DateOfBirth")
    identities: list[Identity] = Field(alias="Identities")
    primary_residence: Residence = Field(alias="PrimaryResidence")


def violations(line):
    try:
        Customer.model_validate_json(line)
    except ValidationError as errors:
        return errors.error_count()
    return 0


answer(violations)
