-- How priorities are computed: what counts how many percent. One row, written when the queue is created.
CREATE TABLE priority_policy (
  slot     INTEGER PRIMARY KEY CHECK (slot = 1),
  base     INTEGER NOT NULL CHECK (base >= 0),
  depth    INTEGER NOT NULL CHECK (depth >= 0),
  urgency  INTEGER NOT NULL CHECK (urgency >= 0),
  blocking INTEGER NOT NULL CHECK (blocking >= 0),
  source   INTEGER NOT NULL CHECK (source >= 0),
  CHECK (base + depth + urgency + blocking + source = 100)
) STRICT;

INSERT INTO priority_policy VALUES (1, 30, 25, 25, 15, 5);
