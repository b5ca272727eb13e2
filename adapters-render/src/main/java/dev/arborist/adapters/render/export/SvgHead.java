package dev.arborist.adapters.render.export;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;

/** What stands above the rows of the drawing: the style, the title, and the counts. */
final class SvgHead {

  private static final int TITLE = 28;
  private static final int COUNTS = 54;

  /** An icon and the space around it, in columns. */
  private static final int ICON_COLUMNS = 5;

  private static final String STYLE =
      """
      text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;\
      fill:#1f2328;white-space:pre;dominant-baseline:central}
      .page{fill:#fff}
      .title{font:600 16px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      .weak{fill:#59636e}
      .name{font-weight:600}
      .end{text-anchor:end}
      .guide{fill:none;stroke:#d1d9e0}
      .track{fill:#d1d9e0}
      .bar{fill:currentColor}
      .path text{fill:#59636e}
      .path .icon{opacity:.6}
      .icon{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;\
      stroke-linejoin:round}
      @media(prefers-color-scheme:dark){text{fill:#e6edf3}.page{fill:#0d1117}\
      .weak,.path text{fill:#9198a1}.guide{stroke:#3d444d}.track{fill:#30363d}}
      """;

  private SvgHead() {}

  static void write(TreeView view, Counts counts, SvgLayout layout, Utf8Output text) {
    String title = "Tasks " + Notes.order(view);
    text.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.put("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"en\" xml:space=\"preserve\"");
    text.put(" width=\"").put(layout.width()).put("\" height=\"").put(layout.height());
    text.put("\" viewBox=\"0 0 ").put(layout.width()).put(' ').put(layout.height());
    text.put("\">\n<title>").put(title).put("</title>\n<style>").put(STYLE);
    text.put(Icons.colours()).put("</style>\n<defs>").put(Icons.symbols()).put("</defs>\n");
    text.put("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
    text.put("<text class=\"title\" x=\"").put(SvgLayout.MARGIN).put("\" y=\"").put(TITLE);
    text.put("\">").put(title).put("</text>\n");
    int column = 0;
    for (TaskStatus status : TaskStatus.values()) {
      if (counts.of(status) > 0) {
        count(status, counts, SvgLayout.MARGIN + SvgLayout.columns(column), text);
        column += countColumns(status, counts);
      }
    }
  }

  /** The columns of the line of counts. */
  static int columns(Counts counts) {
    int columns = 0;
    for (TaskStatus status : TaskStatus.values()) {
      columns += counts.of(status) == 0 ? 0 : countColumns(status, counts);
    }
    return columns;
  }

  private static int countColumns(TaskStatus status, Counts counts) {
    return ICON_COLUMNS + count(status, counts).length();
  }

  private static String count(TaskStatus status, Counts counts) {
    return counts.of(status) + " " + status.label();
  }

  private static void count(TaskStatus status, Counts counts, int x, Utf8Output text) {
    icon(status, x, COUNTS, text);
    text.put("<text class=\"weak\" x=\"").put(x + SvgLayout.indent(0)).put("\" y=\"");
    text.put(COUNTS).put("\">").put(count(status, counts)).put("</text>\n");
  }

  static void icon(TaskStatus status, int x, long middle, Utf8Output text) {
    text.put("<use class=\"icon ").put(status.label()).put("\" href=\"#i-").put(status.label());
    text.put("\" x=\"").put(x).put("\" y=\"").put(middle - SvgLayout.ICON / 2).put("\" width=\"");
    text.put(SvgLayout.ICON).put("\" height=\"").put(SvgLayout.ICON).put("\"/>");
  }
}
