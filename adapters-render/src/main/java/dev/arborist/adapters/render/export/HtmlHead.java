package dev.arborist.adapters.render.export;

import dev.arborist.domain.task.TaskStatus;
import java.util.Locale;

/** What stands above the rows: the policy, the style, and how many tasks of each status follow. */
final class HtmlHead {

  private HtmlHead() {}

  static void write(Rows rows, Utf8Output text) {
    Counts counts = rows.counts();
    String title = "Tasks " + Notes.order(rows.view());
    text.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    text.put("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    text.put(HtmlStyle.policy()).put("\">\n");
    text.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    text.put("<title>").put(title).put("</title>\n<style>").put(HtmlStyle.sheet());
    text.put("</style>\n</head>\n<body>\n<svg class=\"defs\" aria-hidden=\"true\"><defs>");
    text.put(Icons.symbols()).put("</defs></svg>\n");
    text.put("<header>\n<h1>").put(title).put("</h1>\n<p>");
    summary(rows, counts, text);
    text.put("</p>\n");
    if (counts.tasks() > 0) {
      share(counts, text);
      legend(counts, text);
    }
    text.put("</header>\n<main>\n");
    if (counts.tasks() > 0) {
      text.put("<div class=\"head\" aria-hidden=\"true\"><span class=\"meta\"><span>Done below");
      text.put("</span><span>Status</span><span class=\"priority\">Priority</span></span></div>\n");
    }
    text.put("<ul role=\"list\">\n");
  }

  private static void summary(Rows rows, Counts counts, Utf8Output text) {
    if (counts.tasks() == 0) {
      text.put(rows.visibility().isFiltered() ? "No task matches the filter." : "No tasks.");
      return;
    }
    text.put(grouped(counts.tasks())).put(counts.tasks() == 1 ? " task" : " tasks");
    text.put(", ").put(grouped(counts.of(TaskStatus.COMPLETED))).put(" completed");
    if (rows.visibility().isFiltered()) {
      long others = counts.tasks() - counts.matches();
      text.put("; ").put(others == 0 ? "all" : grouped(counts.matches())).put(" match the filter");
      text.put(others == 0 ? "" : ", the others stand above them");
    }
    text.put('.');
  }

  private static void share(Counts counts, Utf8Output text) {
    text.put(
        "<svg class=\"share\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
    text.put(counts.tasks()).put(" 1\">");
    long before = 0;
    for (TaskStatus status : TaskStatus.values()) {
      long count = counts.of(status);
      if (count > 0) {
        text.put("<rect class=\"").put(status.label()).put("\" x=\"").put(before);
        text.put("\" width=\"").put(count).put("\" height=\"1\"/>");
        before += count;
      }
    }
    text.put("</svg>\n");
  }

  private static void legend(Counts counts, Utf8Output text) {
    text.put("<ul role=\"list\">\n");
    for (TaskStatus status : TaskStatus.values()) {
      if (counts.of(status) > 0) {
        text.put("<li>");
        HtmlRow.icon(status, text);
        text.put(grouped(counts.of(status))).put(' ').put(status.label()).put("</li>\n");
      }
    }
    text.put("</ul>\n");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
