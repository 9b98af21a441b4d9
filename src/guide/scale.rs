//! Checking stored bodies in bulk, with the example `validate` of the repository.
//!
//! A file with one body per line (NDJSON) takes one command, which prints a verdict per line in the same order:
//!
//! ```text
//! cargo run --release --example validate -- --lines --exit-zero CUSTOMERS > VERDICTS
//! ```
//!
//! It uses all cores. Its memory does not depend on the number of lines. `--exit-zero` is for programs that take another
//! status as a failure of the command, as the ones below do.
//!
//! # What it costs
//!
//! Measured on two cores with bodies of 286 bytes, a tenth of them invalid. The time is that of the processor, so one core-hour
//! is an hour on one core or half an hour on two.
//!
//! | | Bodies per second and core | A hundred million customers |
//! |---|---|---|
//! | `validate --lines` | 1,400,000 | 0.02 core-hours |
//! | Apache Spark, after its start of half a minute | 210,000 | 0.13 core-hours |
//! | `DuckDB`, export and import included | 83,000 | 0.33 core-hours |
//!
//! A million bodies took 7 MB of memory at most, with two threads.
//!
//! # Apache Spark
//!
//! `pipe` runs the command once for each partition. The result has a part per partition, in the order of the lines:
//!
#![doc = concat!("```python\n", include_str!("scale/spark.py"), "```")]
//!
//! - `validate` must be at the same path on each node.
//! - The verdict of an invalid body has the number of its line within the partition.
//! - `lines.zip(lines.pipe(command, checkCode=True))` pairs each line with its verdict.
//! - It needs Spark 4, for `is_valid_utf8`.
//! - `--threads 1`, because Spark itself runs a partition on each core.
//!
//! # SQL
//!
//! A database streams the rows to the command, and reads the verdicts back in the same order. With `DuckDB`:
//!
#![doc = concat!("```python\n", include_str!("scale/sql.py"), "```")]
//!
//! A column of JSON holds only what is JSON, and a column of binary JSON, such as `PostgreSQL`'s `jsonb`, keeps one value of
//! a property that is given twice ([S4](crate::guide::contract#S4)).
//!
//! The program is only for a column of type JSON without nulls. Where bodies are stored as they were received, the
//! column is text or bytes. Do not use the program for it: it replaces line breaks, which are malformed within a string
//! ([S5](crate::guide::contract#S5)), by spaces. Check each of these bodies with
//! [`Customer::check_json`](crate::Customer::check_json).
//!
//! # The programs are tested
//!
//! `tests/engines/check.sh spark duckdb` in the repository runs both programs on 200,000 bodies, Spark with eight
//! partitions. The verdicts must be those of one process, in the same order, and in the table by the same `id`.
