package dev.arborist.adapters.render.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page of a limited length, of which what matters least is left out. */
final class FittedPage {

  /** How much a piece matters; each is left out before any of those above it. */
  enum Weight {
    /** What is never left out: short texts of our own. */
    FRAME,
    /** What changed or failed. */
    CHANGE,
    /** Why, and how it was measured. */
    REASON,
    /** What is as it was. */
    REST
  }

  /** Room for the sentence that says what is left out. */
  private static final int NOTE_BYTES = 200;

  private record Piece(Weight weight, String text) {

    int bytes() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();

  void add(Weight weight, String text) {
    pieces.add(new Piece(weight, text));
  }

  /**
   * The page, with a sentence at its end when pieces are left out.
   *
   * @param bytes how long it may be in UTF-8, in which no text is shorter than its characters
   */
  StringBuilder fit(int bytes) {
    boolean[] kept = new boolean[pieces.size()];
    int room = bytes - NOTE_BYTES;
    boolean isFull = false;
    int left = 0;
    for (Weight weight : Weight.values()) {
      for (int i = 0; i < kept.length; i++) {
        Piece piece = pieces.get(i);
        if (piece.weight() == weight) {
          isFull |= weight != Weight.FRAME && piece.bytes() > room;
          kept[i] = !isFull || weight == Weight.FRAME;
          room -= kept[i] ? piece.bytes() : 0;
          left += kept[i] ? 0 : 1;
        }
      }
    }
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < kept.length; i++) {
      page.append(kept[i] ? pieces.get(i).text() : "");
    }
    return left == 0 ? page : page.append(note(left));
  }

  private static String note(int left) {
    return "\n*"
        + HtmlNumbers.counted(left, "line")
        + " left out, what did not change first: a comment on GitHub holds no more. The whole"
        + " report has all.*\n";
  }
}
