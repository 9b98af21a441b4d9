"""Writes customers, one a line, to standard output: bodies.py COUNT

One in ten is invalid. Some have characters that other programs take for the end of a line. A few lines are blank, or
neither JSON nor UTF-8.
"""

import json
import random
import sys

RANDOM = random.Random(1)
FIRST = ["Ada", "Grace", "José", "紫", "Zoë", "Anne\u2028Marie", "Li\u0085"]
LAST = ["Lovelace", "Hopper", "Muñoz", "式部", "O'Neill", "van der Berg"]
ADDRESSES = [("GB", "England"), ("US", "NY"), ("US", "CA"), ("CA", "ON"), ("JP", "Kyoto"), ("EG", "Cairo")]
INVALID = [
    lambda body: body.pop("DateOfBirth"),
    lambda body: body.update(DateOfBirth="1985-02-30"),
    lambda body: body["FullName"].update(FirstName=""),
    lambda body: body["PrimaryResidence"].update(Country="US", State="California"),
    lambda body: body["Identities"].append({}),
]


def body(number):
    country, state = RANDOM.choice(ADDRESSES)
    identity = {"IssuingCountry": country, "IDNumber": f"ID-{number:09}", "IDType": "Passport"}
    body = {
        "FullName": {"FirstName": RANDOM.choice(FIRST), "LastName": RANDOM.choice(LAST)},
        "DateOfBirth": f"{RANDOM.randint(1920, 2005)}-{RANDOM.randint(1, 12):02}-{RANDOM.randint(1, 28):02}",
        "Identities": [identity] * RANDOM.randint(0, 2),
        "PrimaryResidence": {
            "Street": f"{RANDOM.randint(1, 999)} Main Street",
            "City": "Springfield",
            "PostCode": f"{RANDOM.randint(0, 99999):05}",
            "State": state,
            "Country": country,
        },
    }
    if number % 10 == 0:
        RANDOM.choice(INVALID)(body)
    # White space of JSON. Readers of text files end a line at a lone carriage return.
    separator = ",\r" if number % 1000 == 0 else ","
    return json.dumps(body, ensure_ascii=False, separators=(separator, ":"))


def line(number):
    line = body(number).encode()
    if number % 5000 == 1:
        return b""
    if number % 5000 == 2:
        return line[:-2]
    if number % 5000 == 3:
        return line.replace(b"Springfield", b"Springfield\xff")
    return line


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        sys.stdout.buffer.write(line(number) + b"\n")
