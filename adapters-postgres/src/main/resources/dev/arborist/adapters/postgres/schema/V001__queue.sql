-- What a queue of this version is told by; the first table, so that who creates a queue finds it.
CREATE TABLE queue_version (
  version integer NOT NULL
);

-- The tables of a queue as on SQLite, and the same names, so that the statements are the same. Instants are
-- microseconds since 1970, durations microseconds. Statuses: 0 pending, 1 blocked, 2 ready, 3 running,
-- 4 completed, 5 failed, 6 cancelled. Sources: 0 human, 1 requirements, 2 planner, 3 implementation. Priorities
-- are hundredths of a point. Texts compare by their bytes (COLLATE "C"), whatever the server's locale.

CREATE FUNCTION is_json(given text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  PERFORM CAST(given AS json);
  RETURN TRUE;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
  RETURN FALSE;
END $$;

-- Numbers may have gaps: one that is given to a transaction that comes to nothing is not given again.
CREATE SEQUENCE task_number;

CREATE TABLE task (
  number              bigint   PRIMARY KEY,
  id                  bytea    NOT NULL CHECK (octet_length(id) = 16),
  parent              bigint   REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  status              smallint NOT NULL CHECK (status BETWEEN 0 AND 6),
  priority            integer  NOT NULL CHECK (priority BETWEEN 0 AND 10000),
  due_at              bigint,
  lease_until         bigint,
  failures            integer  NOT NULL DEFAULT 0,
  max_retries         integer  NOT NULL,
  summary             text     COLLATE "C" NOT NULL,
  source              smallint NOT NULL CHECK (source BETWEEN 0 AND 3),
  agent_type          text     COLLATE "C",
  branch              text     COLLATE "C",
  session             text     COLLATE "C",
  idempotency_key     text     COLLATE "C",
  base_priority       smallint NOT NULL CHECK (base_priority BETWEEN 0 AND 10),
  deadline            bigint,
  estimate            bigint,
  not_before          bigint,
  timeout             bigint   NOT NULL,
  token               bigint   NOT NULL DEFAULT 0,
  worker              text     COLLATE "C",
  started_at          bigint,
  finished_at         bigint,
  cause               bigint,
  depth               integer  NOT NULL,
  open_prerequisites  integer  NOT NULL,
  open_dependents     integer  NOT NULL,
  urgency_changes_at  bigint,
  created_at          bigint   NOT NULL,
  updated_at          bigint   NOT NULL,
  claim_order         integer  GENERATED ALWAYS AS (-priority) STORED,
  -- A running task is held; nobody holds another.
  CHECK ((status = 3) = (lease_until IS NOT NULL))
);

CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE UNIQUE INDEX task_by_key ON task (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX task_by_parent ON task (parent, number) WHERE parent IS NOT NULL;
CREATE INDEX task_by_status ON task (status, claim_order, number);
-- The first of the ready ones: a small index of its own, which those who claim share.
CREATE INDEX task_ready ON task (claim_order, number) WHERE status = 2;
CREATE INDEX task_ready_for_agent ON task (agent_type, claim_order, number)
  WHERE status = 2 AND agent_type IS NOT NULL;
CREATE INDEX task_ready_by_age ON task (created_at, number) WHERE status = 2;
CREATE INDEX task_due ON task (due_at, number) WHERE status = 0;
CREATE INDEX task_leased ON task (lease_until, number) WHERE status = 3;
CREATE INDEX task_urgency ON task (urgency_changes_at, number) WHERE urgency_changes_at IS NOT NULL;
CREATE INDEX task_by_source ON task (source);
CREATE INDEX task_by_agent ON task (agent_type) WHERE agent_type IS NOT NULL;
CREATE INDEX task_by_branch ON task (branch) WHERE branch IS NOT NULL;
CREATE INDEX task_by_worker ON task (worker) WHERE worker IS NOT NULL;
CREATE INDEX task_by_creation ON task (created_at, number);
CREATE INDEX task_by_depth ON task (depth, number) WHERE depth > 0;
CREATE INDEX task_by_cause ON task (cause, number) WHERE cause IS NOT NULL;

CREATE TABLE task_text (
  task        bigint PRIMARY KEY REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  prompt      text   COLLATE "C" NOT NULL,
  payload     text   COLLATE "C" CONSTRAINT payload_is_json CHECK (is_json(payload)),
  result      text   COLLATE "C" CONSTRAINT result_is_json CHECK (is_json(result)),
  error       text   COLLATE "C",
  fingerprint bigint
);

CREATE TABLE dependency (
  dependent    bigint NOT NULL REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  prerequisite bigint NOT NULL REFERENCES task (number) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (dependent, prerequisite),
  CHECK (dependent <> prerequisite)
);

CREATE INDEX dependency_by_prerequisite ON dependency (prerequisite, dependent);

CREATE SEQUENCE event_sequence;

-- An event without to_status says that its task was pruned. A greater sequence may be committed before a smaller
-- one: see SettledEvents.
CREATE TABLE event (
  sequence    bigint   PRIMARY KEY,
  task        bigint   NOT NULL,
  at          bigint   NOT NULL,
  actor       text     COLLATE "C" NOT NULL,
  reason      smallint NOT NULL,
  from_status smallint CHECK (from_status BETWEEN 0 AND 6),
  to_status   smallint CHECK (to_status BETWEEN 0 AND 6),
  token       bigint   NOT NULL,
  note        text     COLLATE "C"
);

CREATE INDEX event_by_task ON event (task, sequence);

CREATE TABLE specification (
  namespace  text    COLLATE "C" NOT NULL,
  key        text    COLLATE "C" NOT NULL,
  version    integer NOT NULL,
  json       text    COLLATE "C" NOT NULL CONSTRAINT document_is_json CHECK (is_json(json)),
  created_at bigint  NOT NULL,
  created_by text    COLLATE "C" NOT NULL,
  PRIMARY KEY (namespace, key, version)
);

-- What each unit of work changed in the counts by status, the i-th of each for status i - 1: a row is added, so
-- that no two wait for each other, and rows are summed into counted_status from time to time.
CREATE TABLE unit (
  number     bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tasks      bigint[] NOT NULL,
  priorities bigint[] NOT NULL
);

CREATE TABLE counted_status (
  status       smallint PRIMARY KEY,
  tasks        bigint   NOT NULL DEFAULT 0,
  priority_sum bigint   NOT NULL DEFAULT 0
);

INSERT INTO counted_status (status) SELECT generate_series(0, 6);

CREATE VIEW status_count AS
SELECT c.status,
       CAST(c.tasks + coalesce((SELECT sum(u.tasks[c.status + 1]) FROM unit u), 0) AS bigint) AS tasks,
       CAST(c.priority_sum + coalesce((SELECT sum(u.priorities[c.status + 1]) FROM unit u), 0) AS bigint)
         AS priority_sum
  FROM counted_status c;

-- One row: how many units of work have been summed up.
CREATE TABLE counted (
  units bigint NOT NULL
);

INSERT INTO counted VALUES (0);

-- One row, which is locked by who looks for a cycle, so that two links cannot close one together.
CREATE TABLE cycle_guard (
  name text PRIMARY KEY
);

INSERT INTO cycle_guard VALUES ('links');
