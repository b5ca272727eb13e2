package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.Xml;
import java.util.List;

/** Collects test cases and counts how they ended. */
final class JunitSuite {

  private final StringBuilder cases = new StringBuilder();
  private int tests;
  private int failures;
  private int errors;
  private int skipped;

  void passed(String className, String name) {
    open(className, name);
    cases.append("/>\n");
  }

  /** What did not keep what is required. */
  void failed(String className, String name, String type, String message, List<String> details) {
    failures++;
    ended(className, name, "failure", type, message, details);
  }

  /** What could not be measured. */
  void broke(String className, String name, String type, String message, List<String> details) {
    errors++;
    ended(className, name, "error", type, message, details);
  }

  /** What was not decided and need not be. */
  void skipped(String className, String name, String message, List<String> details) {
    skipped++;
    ended(className, name, "skipped", "", message, details);
  }

  private void open(String className, String name) {
    tests++;
    cases.append("  <testcase");
    attribute("classname", className, cases);
    attribute("name", name, cases);
    attribute("time", "0", cases);
  }

  private void ended(
      String className,
      String name,
      String tag,
      String type,
      String message,
      List<String> details) {
    open(className, name);
    cases.append(">\n    <").append(tag);
    attribute("message", message, cases);
    if (!type.isEmpty()) {
      attribute("type", type, cases);
    }
    cases.append('>');
    for (String line : details) {
      cases.append('\n');
      Xml.escape(SafeText.of(line).toString(), cases);
    }
    cases.append("</").append(tag).append(">\n  </testcase>\n");
  }

  /** Appends how many there are, as attributes. */
  void counts(StringBuilder xml) {
    attribute("tests", String.valueOf(tests), xml);
    attribute("failures", String.valueOf(failures), xml);
    attribute("errors", String.valueOf(errors), xml);
    attribute("skipped", String.valueOf(skipped), xml);
  }

  boolean isEmpty() {
    return tests == 0;
  }

  /** The cases, in the order in which they were added. */
  StringBuilder cases() {
    return cases;
  }

  static void attribute(String name, String value, StringBuilder xml) {
    xml.append(' ').append(name).append("=\"");
    Xml.escape(SafeText.of(value).toString(), xml);
    xml.append('"');
  }
}
