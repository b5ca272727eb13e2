-- Instants are microseconds since 1970.

-- What lists show of a run, kept narrow. Runs are in the order of their numbers, whatever the clock said.
CREATE TABLE run (
  number       INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never given out again
  measured_at  INTEGER NOT NULL,
  label        TEXT    NOT NULL,
  "commit"     TEXT    NOT NULL,
  dirty        INTEGER NOT NULL CHECK (dirty IN (0, 1)),
  machine      TEXT    NOT NULL,
  jvm          TEXT    NOT NULL,
  benchmarks   INTEGER NOT NULL,
  passed       INTEGER NOT NULL,
  failed       INTEGER NOT NULL,
  inconclusive INTEGER NOT NULL
) STRICT;

-- A run whole, as its format wrote it, compressed by gzip.
CREATE TABLE document (
  run   INTEGER PRIMARY KEY REFERENCES run (number) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- The means of the launches of each series of a run, described; null stands for "not a number".
CREATE TABLE result (
  run       INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  position  INTEGER NOT NULL, -- of the series in its run
  benchmark TEXT    NOT NULL,
  params    TEXT    NOT NULL, -- name=value, by name, with commas between
  measure   TEXT    NOT NULL,
  mode      TEXT    NOT NULL,
  dimension TEXT    NOT NULL,
  n         INTEGER NOT NULL,
  min       REAL,
  q1        REAL,
  median    REAL,
  q3        REAL,
  max       REAL,
  mean      REAL,
  stddev    REAL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- The run that others are compared with: at most one row.
CREATE TABLE pin (
  slot INTEGER PRIMARY KEY CHECK (slot = 1),
  run  INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE
) STRICT;
