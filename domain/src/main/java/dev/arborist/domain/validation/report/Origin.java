package dev.arborist.domain.validation.report;

import java.time.Instant;

/**
 * Where measurements come from: when they were taken, of which source, on which machine.
 *
 * <p>What is not known is an empty text.
 *
 * @param measuredAt when measuring began
 * @param label what people call the run; may be empty
 * @param commit the hash of the commit that was measured
 * @param dirty whether there were changes beside the commit
 * @param machine the fingerprint of the machine: what must be the same for times to compare
 * @param jvm the name and version of the JVM
 */
public record Origin(
    Instant measuredAt, String label, String commit, boolean dirty, String machine, String jvm) {

  private static final int SHORT_HASH = 10;

  /** Measurements of which only the time is known. */
  public static Origin at(Instant measuredAt) {
    return new Origin(measuredAt, "", "", false, "", "");
  }

  /** The same origin under another label. */
  public Origin labelled(String text) {
    return new Origin(measuredAt, text, commit, dirty, machine, jvm);
  }

  /** The beginning of the commit's hash, marked when there were changes beside it. */
  public String commitText() {
    String hash = commit.length() <= SHORT_HASH ? commit : commit.substring(0, SHORT_HASH);
    return hash.isEmpty() || !dirty ? hash : hash + "+";
  }
}
