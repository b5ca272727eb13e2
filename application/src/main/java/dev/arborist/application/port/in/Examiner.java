package dev.arborist.application.port.in;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Verdict;
import java.time.Duration;

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
   * @param origin where the measurements come from, as the verdict bears it
   * @param effort how sure to be, and how long to measure on what is left undecided
   * @return the verdict, also when requirements failed
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when a
   *     requirement is malformed or names a benchmark that does not exist; the message lists those
   *     that do
   */
  Verdict examine(
      RequirementSource requirements, MeasurementSource measurements, Origin origin, Effort effort);

  /**
   * How much is done for a verdict.
   *
   * @param rules how sure the judge must be of a single look
   * @param budget for how long launches may be added to what is undecided: then the launches are
   *     looked at when there are as many as measured first, 10 and 20, each time with the
   *     confidence that three looks need. Zero to look once
   */
  record Effort(JudgeRules rules, Duration budget) {

    /** One look at what was measured. */
    public static final Effort ONE_LOOK = new Effort(JudgeRules.ONE_LOOK, Duration.ZERO);
  }
}
