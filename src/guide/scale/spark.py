"""Writes a verdict for each line: spark-submit spark.py VALIDATE CUSTOMERS VERDICTS"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import is_valid_utf8, when

validate, customers, verdicts = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()

# By default a lone carriage return ends a line, too. In JSON it is white space.
rows = spark.read.text(customers, lineSep="\n")
# A blank line at the end of a partition has no verdict.
rows = rows.filter(rows.value.rlike(r"[^ \t\r]"))
# `pipe` replaces bytes that are not UTF-8, and the line might become valid.
text = when(is_valid_utf8(rows.value), rows.value).otherwise("not UTF-8")
lines = rows.select(text).rdd.map(lambda row: row[0])
command = f"{validate} --lines --threads 1 --exit-zero"
lines.pipe(command, checkCode=True).saveAsTextFile(verdicts)
