"""Writes and reads the tables of the program for DuckDB.

    table.py customers DATABASE FILE    writes the lines of a file to the table `customers`
    table.py verdicts DATABASE          prints the verdicts of the table `verdicts`, in the order of the lines
"""

import sys

import duckdb

# The rows are in another order than the lines, so that the program has to pair by `id`. A line feed within a body is
# white space.
CUSTOMERS = """
    CREATE TABLE customers AS
    SELECT row_number() OVER () AS id, replace(line, chr(13), chr(10))::JSON AS body
    FROM (SELECT unnest(string_split(content, chr(10))) AS line FROM read_text(?))
    WHERE line != ''
    ORDER BY hash(id)
"""

table, database, *files = sys.argv[1:]
connection = duckdb.connect(database)
if table == "customers":
    connection.execute(CUSTOMERS, files)
else:
    for (valid,) in connection.execute("SELECT valid FROM verdicts ORDER BY id").fetchall():
        print("true" if valid else "false")
