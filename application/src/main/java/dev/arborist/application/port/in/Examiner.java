package dev.arborist.application.port.in;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.report.Verdict;
import java.time.Instant;

/** Judges measurements by written requirements. */
public interface Examiner {

  /**
   * Measures and judges.
   *
   * <p>Every requirement is matched with what can be measured before anything is measured, so that
   * a misspelt name costs no measuring time.
   *
   * @param requirements where the requirements are written
   * @param measurements what measures, or has measured
   * @param startedAt the time that the verdict bears
   * @return the verdict, also when requirements failed
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when a
   *     requirement is malformed or names a benchmark that does not exist; the message lists those
   *     that do
   */
  Verdict examine(
      RequirementSource requirements, MeasurementSource measurements, Instant startedAt);
}
