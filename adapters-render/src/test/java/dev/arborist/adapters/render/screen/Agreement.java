package dev.arborist.adapters.render.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.Graphemes;
import dev.arborist.adapters.render.text.SafeText;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which clusters tmux shows whole and as wide as we think that they are, and rows of it compared
 * with those of a screen.
 *
 * <p>What was found about it (tmux 3.3a): it takes flags, emoji with U+200D, marks, Hangul and
 * Indic clusters for as wide as we do. It takes U+FE0F after a character of one column for nothing
 * (one column where we have two), a skin tone for two columns more, drops what its C library has
 * not heard of yet, and cuts a cluster off at 21 bytes. It tells no columns, only the row as a
 * text: of a cluster that it does not agree on, any part and any blanks may be there, and
 * everything else must be as it is on the screen.
 */
public final class Agreement {

  private final Set<String> agreed;
  private final double share;

  private Agreement(Set<String> agreed, double share) {
    this.agreed = agreed;
    this.share = share;
  }

  /** Asks tmux for each cluster of the texts, and of those that the terminal UI draws with. */
  public static Agreement on(List<String> texts, Tmux tmux) throws Exception {
    Set<String> clusters = new TreeSet<>(List.of("…", "├", "─"));
    for (String text : texts) {
      Graphemes walk = new Graphemes(SafeText.of(text).toString());
      while (walk.next()) {
        clusters.add(SafeText.of(text).toString().substring(walk.start(), walk.end()));
      }
    }
    Set<String> agreed = new TreeSet<>();
    for (String cluster : clusters) {
      tmux.out().write(("\u001b[2J\u001b[H" + cluster + "\u001b[21G|").getBytes(UTF_8));
      String blanks = " ".repeat(20 - SafeText.of(cluster).width());
      if (tmux.rows(false).get(0).stripTrailing().equals(cluster + blanks + "|")) {
        agreed.add(cluster);
      }
    }
    return new Agreement(agreed, (double) agreed.size() / clusters.size());
  }

  /** The share of the clusters that both agree on. */
  public double share() {
    return share;
  }

  /** Compares all rows; of what is not agreed on, any part and any blanks may be seen. */
  public void assertShows(Screen screen, List<String> rows) {
    for (int row = 0; row < screen.rows(); row++) {
      String shown = rows.get(row) + " ".repeat(screen.columns()); // cut where nothing was
      String expected = screen.text(row);
      boolean isShown = isShown(screen.cells(), row, shown);
      assertTrue(isShown, () -> shown + "\nis not\n" + expected);
    }
  }

  private boolean isShown(Cells cells, int row, String shown) {
    BitSet ends = new BitSet(); // where that may end in the text which was compared so far
    ends.set(0);
    for (int cell = row * cells.columns; cell < (row + 1) * cells.columns; cell++) {
      if (cells.contents[cell] == Cells.CONTINUATION) {
        continue;
      }
      String cluster = cells.text(cells.contents[cell]);
      boolean isLast = cell == cells.contents.length - 1;
      BitSet next = new BitSet();
      boolean sure = agreed.contains(cluster) && !(isLast && cluster.length() > 1);
      for (int at = ends.nextSetBit(0); at >= 0; at = ends.nextSetBit(at + 1)) {
        if (!sure) {
          next.set(at, partsFrom(shown, at, cluster + " ") + 1);
        } else if (shown.startsWith(cluster, at)) {
          next.set(at + cluster.length());
        }
      }
      ends = next;
    }
    return ends.length() > 0 && shown.substring(ends.length() - 1).isBlank();
  }

  private static int partsFrom(String shown, int start, String parts) {
    int end = start;
    while (end < shown.length() && parts.indexOf(shown.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
