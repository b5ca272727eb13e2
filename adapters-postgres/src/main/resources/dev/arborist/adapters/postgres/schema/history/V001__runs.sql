-- What a history of this version is told by; it may share its schema with a queue.
CREATE TABLE history_version (
  version integer NOT NULL
);

-- The tables of the examiner's runs as on SQLite, and the same names, so that the statements are the same.
-- Instants are microseconds since 1970. Texts compare by their bytes (COLLATE "C"), whatever the server's locale.

-- One row, which whoever changes the history locks first: so runs are in the order of their numbers, and a number
-- is neither given twice nor, by a run that could not be saved, left out.
CREATE TABLE history_guard (
  last_run integer NOT NULL
);

INSERT INTO history_guard VALUES (0);

CREATE FUNCTION next_run() RETURNS integer LANGUAGE sql VOLATILE AS $$
  UPDATE history_guard SET last_run = last_run + 1 RETURNING last_run
$$;

-- What lists show of a run, kept narrow. Runs are in the order of their numbers, whatever the clock said.
CREATE TABLE run (
  number       integer  PRIMARY KEY DEFAULT next_run(), -- a number is never given out again
  measured_at  bigint   NOT NULL,
  label        text     COLLATE "C" NOT NULL,
  "commit"     text     COLLATE "C" NOT NULL,
  dirty        smallint NOT NULL CHECK (dirty IN (0, 1)),
  machine      text     COLLATE "C" NOT NULL,
  jvm          text     COLLATE "C" NOT NULL,
  benchmarks   integer  NOT NULL,
  passed       integer  NOT NULL,
  failed       integer  NOT NULL,
  inconclusive integer  NOT NULL
);

-- A run whole, as its format wrote it, compressed by gzip.
CREATE TABLE document (
  run   integer PRIMARY KEY REFERENCES run (number) ON DELETE CASCADE,
  bytes bytea   NOT NULL
);

-- The server need not try to compress them again.
ALTER TABLE document ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The means of the launches of each series of a run, described; null stands for "not a number".
CREATE TABLE result (
  run       integer NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  position  integer NOT NULL, -- of the series in its run
  benchmark text    COLLATE "C" NOT NULL,
  params    text    COLLATE "C" NOT NULL, -- name=value, by name, with commas between
  measure   text    COLLATE "C" NOT NULL,
  mode      text    COLLATE "C" NOT NULL,
  dimension text    COLLATE "C" NOT NULL,
  n         integer NOT NULL,
  min       double precision,
  q1        double precision,
  median    double precision,
  q3        double precision,
  max       double precision,
  mean      double precision,
  stddev    double precision,
  PRIMARY KEY (run, position)
);

-- The run that others are compared with: at most one row.
CREATE TABLE pin (
  slot integer PRIMARY KEY CHECK (slot = 1),
  run  integer NOT NULL REFERENCES run (number) ON DELETE CASCADE
);
