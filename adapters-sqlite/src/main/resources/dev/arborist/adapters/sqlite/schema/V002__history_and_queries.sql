-- Events, documents, counts by status, and an index for each filter.

-- Priorities descend in the order of claims; a column that ascends lets one index serve it and number.
ALTER TABLE task ADD COLUMN claim_order INTEGER GENERATED ALWAYS AS (-priority) VIRTUAL;

-- NewTask.fingerprint, while the task has an idempotency key.
ALTER TABLE task_text ADD COLUMN fingerprint INTEGER;

DROP INDEX task_ready;
CREATE INDEX task_by_status ON task (status, claim_order, number);
-- These hold what rarely changes and no order: a priority that changes is written to one index, not to six.
CREATE INDEX task_by_source ON task (source);
CREATE INDEX task_by_agent ON task (agent_type) WHERE agent_type IS NOT NULL;
CREATE INDEX task_by_branch ON task (branch) WHERE branch IS NOT NULL;
CREATE INDEX task_by_worker ON task (worker) WHERE worker IS NOT NULL;
CREATE INDEX task_by_creation ON task (created_at, number);
CREATE INDEX task_by_depth ON task (depth, number) WHERE depth > 0;
CREATE INDEX task_by_cause ON task (cause, number) WHERE cause IS NOT NULL;
CREATE INDEX task_ready_for_agent ON task (agent_type, claim_order, number)
  WHERE status = 2 AND agent_type IS NOT NULL;
CREATE INDEX task_ready_by_age ON task (created_at, number) WHERE status = 2;

-- Reasons: EventReason.code. An event without to_status says that its task was pruned; it stays for ever,
-- so the greatest sequence never comes back.
CREATE TABLE event (
  sequence    INTEGER PRIMARY KEY,
  task        INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  actor       TEXT    NOT NULL,
  reason      INTEGER NOT NULL,
  from_status INTEGER CHECK (from_status BETWEEN 0 AND 6),
  to_status   INTEGER CHECK (to_status BETWEEN 0 AND 6),
  token       INTEGER NOT NULL,
  note        TEXT
) STRICT;

CREATE INDEX event_by_task ON event (task, sequence);

INSERT INTO event (task, at, actor, reason, from_status, to_status, token)
SELECT number, updated_at, 'upgrade', 1, NULL, status, token FROM task ORDER BY number;

-- Kept in step by every transaction, so that statistics look at no task.
CREATE TABLE status_count (
  status       INTEGER PRIMARY KEY,
  tasks        INTEGER NOT NULL,
  priority_sum INTEGER NOT NULL
) STRICT;

INSERT INTO status_count (status, tasks, priority_sum)
WITH RECURSIVE every(status) AS (SELECT 0 UNION ALL SELECT status + 1 FROM every WHERE status < 6)
SELECT e.status, count(t.number), coalesce(sum(t.priority), 0)
  FROM every e LEFT JOIN task t ON t.status = e.status GROUP BY e.status;

CREATE TABLE specification (
  namespace  TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  json       TEXT    NOT NULL CONSTRAINT document_is_json CHECK (json_valid(json)),
  created_at INTEGER NOT NULL,
  created_by TEXT    NOT NULL,
  PRIMARY KEY (namespace, key, version)
) STRICT, WITHOUT ROWID;
