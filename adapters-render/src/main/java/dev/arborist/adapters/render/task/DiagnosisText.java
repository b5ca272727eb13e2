package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;

/** What an examination of a queue found, as lines: first how much, then each finding. */
public final class DiagnosisText {

  private DiagnosisText() {}

  /** The lines, each ended by a line break. */
  public static String render(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder("examined ");
    text.append(Counted.of(diagnosis.tasks(), "task")).append(": ");
    int found = diagnosis.findings().size();
    text.append(found == 0 ? "nothing is wrong" : Counted.of(found, "finding")).append('\n');
    for (Finding finding : diagnosis.findings()) {
      text.append("  ").append(SafeText.of(finding.problem()));
      text.append(remedy(finding, diagnosis.repaired())).append('\n');
    }
    return text.toString();
  }

  private static String remedy(Finding finding, boolean repaired) {
    if (!finding.repairable()) {
      return "";
    }
    return repaired ? " (repaired)" : " (repairable)";
  }
}
