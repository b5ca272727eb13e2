package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.report.ProfileChange.Growth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What an operation of a new version takes more than of the old one, as lines of text. */
final class ProfileChangeText {

  private ProfileChangeText() {}

  /**
   * The lines; names in them are as they were found, so they are not safe for a terminal.
   *
   * @param title of the benchmark
   */
  static List<String> lines(String title, ProfileChange change) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "profile of "
            + title
            + ", "
            + change.samplesBefore()
            + " and "
            + change.samplesAfter()
            + " samples:");
    change.methods().forEach(one -> lines.add(line("time", one)));
    change.allocations().forEach(one -> lines.add(line("bytes", one)));
    if (change.methods().isEmpty()) {
      lines.add("  no method takes more time beyond chance");
    }
    return lines;
  }

  private static String line(String what, Growth growth) {
    return "  more "
        + what
        + " in "
        + growth.name()
        + ": +"
        + rounded(growth.percentAfter() - growth.percentBefore())
        + " points, was "
        + rounded(growth.percentBefore())
        + " % of an operation's "
        + what;
  }

  private static String rounded(double percent) {
    BigDecimal tenths = BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
    return tenths.signum() == 0 ? "0" : tenths.stripTrailingZeros().toPlainString();
  }
}
