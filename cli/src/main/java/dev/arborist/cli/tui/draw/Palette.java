package dev.arborist.cli.tui.draw;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.Colours;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.task.TaskStatus;

/** The styles and marks of the UI, as its settings allow them. */
public final class Palette {

  /** The row that the keys act on. */
  public static final String SELECTED = "7";

  /** The last of what stands above the rows that scroll; a field to type in. */
  public static final String UNDERLINED = "4";

  /** The number of a task that was searched for. */
  public static final String FOUND = "1;4";

  public static final String PLAIN = "";

  /** Of the parameters of a sequence, what stands around them. */
  private static final int INTRODUCER_LENGTH = 2;

  public final TuiSettings settings;
  public final TreeStyle treeStyle;
  public final SafeText ellipsis;
  public final SafeText marked;
  public final SafeText horizontal;
  public final SafeText vertical;
  public final SafeText separator;
  public final String bold;
  public final String dim;
  public final String error;

  /** The selected row while the keys act on another pane. */
  public final String selectedElsewhere;

  public Palette(TuiSettings settings) {
    this.settings = settings;
    treeStyle =
        TreeStyle.PLAIN
            .colours(settings.colours())
            .ascii(settings.ascii())
            .ambiguous(settings.ambiguous());
    boolean ascii = settings.ascii();
    ellipsis = SafeText.of(ascii ? "~" : "…");
    marked = SafeText.of(ascii ? ">" : "»");
    horizontal = SafeText.of(ascii ? "-" : "─");
    vertical = SafeText.of(ascii ? "|" : "│");
    separator = SafeText.of(ascii ? " | " : " · ");
    boolean colours = settings.colours() != ColourDepth.NONE;
    bold = "1";
    dim = parameters(Colours.dim(settings.colours()));
    error = colours ? parameters(Colours.of(TaskStatus.FAILED, settings.colours())) : "1";
    selectedElsewhere = colours ? "2;7" : "4";
  }

  /** The style in which a status is shown. */
  public String of(TaskStatus status) {
    return parameters(Colours.of(status, settings.colours()));
  }

  private static String parameters(String sequence) {
    return sequence.isEmpty() ? "" : sequence.substring(INTRODUCER_LENGTH, sequence.length() - 1);
  }

  public SafeText icon(TaskStatus status) {
    return SafeText.of(treeStyle.icon(status));
  }
}
