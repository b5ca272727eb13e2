-- Instants are microseconds since 1970, durations microseconds. Statuses: 0 pending, 1 blocked, 2 ready,
-- 3 running, 4 completed, 5 failed, 6 cancelled. Sources: 0 human, 1 requirements, 2 planner,
-- 3 implementation. Priorities are hundredths of a point.

-- What the queue works with, kept narrow: a scan for the tree reads no prompts.
CREATE TABLE task (
  number              INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never given out again
  id                  BLOB    NOT NULL CHECK (length(id) = 16),
  parent              INTEGER REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  status              INTEGER NOT NULL CHECK (status BETWEEN 0 AND 6),
  priority            INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 10000),
  due_at              INTEGER,
  lease_until         INTEGER,
  failures            INTEGER NOT NULL DEFAULT 0,
  max_retries         INTEGER NOT NULL,
  summary             TEXT    NOT NULL,
  source              INTEGER NOT NULL CHECK (source BETWEEN 0 AND 3),
  agent_type          TEXT,
  branch              TEXT,
  session             TEXT,
  idempotency_key     TEXT,
  base_priority       INTEGER NOT NULL CHECK (base_priority BETWEEN 0 AND 10),
  deadline            INTEGER,
  estimate            INTEGER,
  not_before          INTEGER,
  timeout             INTEGER NOT NULL,
  token               INTEGER NOT NULL DEFAULT 0,
  worker              TEXT,
  started_at          INTEGER,
  finished_at         INTEGER,
  cause               INTEGER,
  depth               INTEGER NOT NULL,
  open_prerequisites  INTEGER NOT NULL,
  open_dependents     INTEGER NOT NULL,
  urgency_changes_at  INTEGER,
  created_at          INTEGER NOT NULL,
  updated_at          INTEGER NOT NULL,
  -- A running task is held; nobody holds another.
  CHECK ((status = 3) = (lease_until IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE UNIQUE INDEX task_by_key ON task (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX task_by_parent ON task (parent, number) WHERE parent IS NOT NULL;
CREATE INDEX task_ready ON task (priority DESC, number) WHERE status = 2;
CREATE INDEX task_due ON task (due_at, number) WHERE status = 0;
CREATE INDEX task_leased ON task (lease_until, number) WHERE status = 3;
CREATE INDEX task_urgency ON task (urgency_changes_at, number) WHERE urgency_changes_at IS NOT NULL;

-- The long texts of a task, which only a reader of that task wants.
CREATE TABLE task_text (
  task    INTEGER PRIMARY KEY REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  prompt  TEXT NOT NULL,
  payload TEXT CONSTRAINT payload_is_json CHECK (json_valid(payload)),
  result  TEXT CONSTRAINT result_is_json CHECK (json_valid(result)),
  error   TEXT
) STRICT;

CREATE TABLE dependency (
  dependent    INTEGER NOT NULL REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  prerequisite INTEGER NOT NULL REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (dependent, prerequisite),
  CHECK (dependent <> prerequisite)
) STRICT, WITHOUT ROWID;

CREATE INDEX dependency_by_prerequisite ON dependency (prerequisite, dependent);
