"""Writes the lines of a file to a table of DuckDB: table.py FILE DATABASE"""

import sys

import duckdb

file, database = sys.argv[1:]
# A line feed within a body is white space.
duckdb.connect(database).execute(
    """
    CREATE TABLE customers AS
    SELECT row_number() OVER () AS id, replace(line, chr(13), chr(10))::JSON AS body
    FROM (SELECT unnest(string_split(content, chr(10))) AS line FROM read_text(?))
    WHERE line != ''
    """,
    [file],
)
