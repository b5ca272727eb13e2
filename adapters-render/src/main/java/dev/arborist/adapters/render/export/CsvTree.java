package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows as a table for spreadsheets and other programs (RFC 4180), a header first.
 *
 * <p>The parent is what the row stands under in the view; the view by branch has a column with the
 * branch, and a row without a number for each; that by time has one with the time of creation.
 * Spreadsheets run a field as a formula if it begins like one, so such a text gets an apostrophe in
 * front, as OWASP's page on CSV injection has it. Where lists are separated by semicolons a field
 * may begin behind one of these, for quotes within a field part nothing.
 */
final class CsvTree implements TreeRenderer {

  private static final String LINE_END = "\r\n";

  /** What begins a formula somewhere; the wide forms count as the others in East Asian settings. */
  private static final String FORMULA = "=+@\t\r\n\uff1d\uff0b\uff0d\uff20-";

  private static final Pattern INNER_FORMULA = Pattern.compile(";(\\s*[" + FORMULA + "])");

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Utf8Output text = new Utf8Output(out);
    text.put("number,parent,level,status,priority,summary");
    switch (walk.view()) {
      case BRANCH -> text.put(",branch");
      case TIMELINE -> text.put(",created");
      case TREE, DEPENDENCY, FLAT -> text.put("");
    }
    text.put(LINE_END);
    String branch = null;
    boolean started = false;
    while (walk.next()) {
      if (walk.view() == TreeView.BRANCH && (walk.isGroup() || !started)) {
        branch = branch(walk);
        started = true;
      }
      row(walk, branch, text);
      text.end(LINE_END);
    }
    text.flush();
  }

  /** The group that the row is, or stands in. */
  private static @Nullable String branch(Rows rows) {
    TaskTree tree = rows.tree();
    int up = rows.node();
    while (tree.parent(up) >= 0) {
      up = tree.parent(up);
    }
    return tree.groupName(up);
  }

  private static void row(Rows rows, @Nullable String branch, Utf8Output text) {
    TaskTree tree = rows.tree();
    int node = rows.node();
    if (!rows.isGroup()) {
      text.put(rows.number());
    }
    text.put(',');
    int parent = tree.parent(node);
    if (parent >= 0 && !tree.isGroup(parent)) {
      text.put(tree.number(parent));
    }
    text.put(',').put(rows.depth() + 1L).put(',');
    if (!rows.isGroup()) {
      text.put(rows.status().label());
    }
    text.put(',');
    if (!rows.isGroup()) {
      text.put(Priority.format(tree.priority(node)));
    }
    text.put(',');
    field(rows.text(), rows.label().toString(), text.text());
    if (rows.view() == TreeView.BRANCH) {
      text.put(',');
      if (branch != null) {
        field(branch, SafeText.of(branch).toString(), text.text());
      }
    } else if (rows.view() == TreeView.TIMELINE) {
      text.put(',');
      text.put(Instant.EPOCH.plus(tree.createdMicros(node), ChronoUnit.MICROS).toString());
    }
  }

  /** A text in quotes, such that no spreadsheet takes it for a formula. */
  static void field(@Nullable String stored, String safe, StringBuilder text) {
    text.append('"');
    if (beginsFormula(safe) || (stored != null && beginsFormula(stored))) {
      text.append('\'');
    }
    String parts = INNER_FORMULA.matcher(safe).replaceAll(";'$1");
    text.append(parts.replace("\"", "\"\"")).append('"');
  }

  private static boolean beginsFormula(String field) {
    return !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0;
  }
}
