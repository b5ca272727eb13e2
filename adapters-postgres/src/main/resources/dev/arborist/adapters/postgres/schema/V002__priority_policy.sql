-- How priorities are computed: what counts how many percent. One row, written when the queue is created.
CREATE TABLE priority_policy (
  slot     smallint PRIMARY KEY CHECK (slot = 1),
  base     smallint NOT NULL CHECK (base >= 0),
  depth    smallint NOT NULL CHECK (depth >= 0),
  urgency  smallint NOT NULL CHECK (urgency >= 0),
  blocking smallint NOT NULL CHECK (blocking >= 0),
  source   smallint NOT NULL CHECK (source >= 0),
  CHECK (base + depth + urgency + blocking + source = 100)
);

INSERT INTO priority_policy VALUES (1, 30, 25, 25, 15, 5);
