"""Values that the models of datamodel-code-generator must take, and values that they must refuse.

    samples.py FOLDER_OF_THE_MODULE
"""

import copy
import enum
import json
import sys

from pydantic import ValidationError

sys.path.insert(0, sys.argv[1])
import customer as made  # noqa: E402

NAMES = ["CaProvince", "CountryCode", "Customer", "FullName", "IdType", "Identity", "StreetAddress", "UsState"]
BODY = {
    "FullName": {"FirstName": "Ada", "LastName": "Lovelace"},
    "DateOfBirth": "1985-12-10",
    "Identities": [{"IssuingCountry": "GB", "IDNumber": "533401372", "IssuedDate": "2021-03-01", "IDType": "Passport"}],
    "PrimaryResidence": {
        "Street": "1 Main Street",
        "City": "Fresno",
        "PostCode": "93650",
        "State": "CA",
        "Country": "US",
    },
}
MUST_FAIL = [
    (["FullName", "LastName"], ""),
    (["FullName", "LastName"], "x" * 51),
    (["DateOfBirth"], "2023-02-29"),
    (["Identities"], None),
    (["Identities", 0, "IssuingCountry"], "UK"),
    (["Identities", 0, "IDType"], "DrivingLicence"),
    (["PrimaryResidence", "Country"], "us"),
]

names = sorted(name for name, value in vars(made).items() if getattr(value, "__module__", "") == made.__name__)
assert names == NAMES, names
assert issubclass(made.CountryCode, enum.Enum) and len(made.CountryCode) == 249
assert (len(made.UsState), len(made.CaProvince), len(made.IdType)) == (57, 13, 6)

customer = made.Customer.model_validate_json(json.dumps(BODY))
assert customer.identities[0].id_type is made.IdType.passport
assert customer.date_of_birth.year == 1985
written = customer.model_dump_json(by_alias=True, exclude_none=True)
assert json.loads(written) == BODY, written

for path, value in MUST_FAIL:
    body = copy.deepcopy(BODY)
    place = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    try:
        made.Customer.model_validate_json(json.dumps(body))
    except ValidationError:
        continue
    raise AssertionError(f"{path} may be {value!r}")

print(f"datamodel-code-generator: {', '.join(NAMES)}")
