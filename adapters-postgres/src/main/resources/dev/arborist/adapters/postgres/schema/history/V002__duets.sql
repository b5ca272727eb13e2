-- Whether a run holds a duet.
ALTER TABLE run ADD COLUMN duet smallint NOT NULL DEFAULT 0 CHECK (duet IN (0, 1));

-- Those of version 1 measured nothing by itself, and each of their benchmarks was counted once.
UPDATE run
   SET duet = 1
 WHERE benchmarks > 0
   AND benchmarks = passed + failed + inconclusive
   AND number NOT IN (SELECT run FROM result);
