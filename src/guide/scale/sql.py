"""Checks a column of type JSON, without nulls, in DuckDB: sql.py VALIDATE DATABASE VERDICTS"""

import subprocess
import sys

import duckdb

validate, database, verdicts = sys.argv[1:]
connection = duckdb.connect(database)
with open(verdicts, "wb") as file:
    process = subprocess.Popen(
        [validate, "--lines", "--exit-zero"], stdin=subprocess.PIPE, stdout=file
    )
    # Within JSON, these characters are white space. No character is a quote or a delimiter.
    connection.execute(rf"""
        COPY (SELECT translate(body::VARCHAR, E'\n\r', '  ') FROM customers ORDER BY id)
        TO '/dev/fd/{process.stdin.fileno()}'
        (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\x1F', USE_TMP_FILE false)
    """)
    process.stdin.close()
    if process.wait() != 0:
        sys.exit("the verdicts are incomplete")
connection.execute("""
    CREATE OR REPLACE TABLE verdicts AS
    SELECT * FROM (SELECT id FROM customers ORDER BY id)
    POSITIONAL JOIN read_ndjson(?, columns = {valid: 'BOOLEAN', Request: 'JSON'})
""", [verdicts])
