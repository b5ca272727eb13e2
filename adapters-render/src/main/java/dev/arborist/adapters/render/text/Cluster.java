package dev.arborist.adapters.render.text;

import static dev.arborist.adapters.render.text.CodePoints.ARABIC;
import static dev.arborist.adapters.render.text.CodePoints.HANGUL_LEADING;
import static dev.arborist.adapters.render.text.CodePoints.HANGUL_SYLLABLE;
import static dev.arborist.adapters.render.text.CodePoints.HANGUL_TRAILING;
import static dev.arborist.adapters.render.text.CodePoints.HANGUL_VOWEL;
import static dev.arborist.adapters.render.text.CodePoints.HIDDEN;
import static dev.arborist.adapters.render.text.CodePoints.INDIC;
import static dev.arborist.adapters.render.text.CodePoints.JOINER;
import static dev.arborist.adapters.render.text.CodePoints.KEY;
import static dev.arborist.adapters.render.text.CodePoints.MARK;
import static dev.arborist.adapters.render.text.CodePoints.MODIFIABLE;
import static dev.arborist.adapters.render.text.CodePoints.MODIFIER;
import static dev.arborist.adapters.render.text.CodePoints.NON_JOINER;
import static dev.arborist.adapters.render.text.CodePoints.PICTOGRAPH;
import static dev.arborist.adapters.render.text.CodePoints.PLAIN;
import static dev.arborist.adapters.render.text.CodePoints.REGIONAL;
import static dev.arborist.adapters.render.text.CodePoints.SELECTOR;
import static dev.arborist.adapters.render.text.CodePoints.SPACE;
import static dev.arborist.adapters.render.text.CodePoints.VIRAMA;

/**
 * One grapheme cluster as it grows: what may begin it, what may join it, how wide it is.
 *
 * <p>As Unicode Standard Annex 29 has it where it matters to a terminal, with limits: eight marks
 * on a base, four pictographs joined. Differing from the annex, a letter joins any virama before
 * it, of whatever script; U+200C joins the letters that it stands between, lest a cut leaves it
 * behind; and what the annex attaches to anything attaches only where it means something.
 */
final class Cluster {

  /** Stands for the code point after the last. */
  static final int NOTHING = 0;

  private static final int MARKS_MAX = 8;
  private static final int PICTOGRAPHS_MAX = 4;

  /** No word needs more; what is longer would be cut whole where there is less room. */
  private static final int LETTERS_MAX = 8;

  private static final int EMOJI_COLUMNS = 2;
  private static final int EMOJI_PRESENTATION = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int SYLLABLES_PER_VOWEL = 28;

  /** The kind of the last code point that marks and joiners attach to. */
  private int base;

  private int marks;
  private boolean linked;
  private int bases;
  private boolean emoji;

  /** The kind of the last code point; plain if what it is has no more to do with what follows. */
  private int previous;

  private int previousCodePoint;
  private int narrow;
  private int ambiguous;

  /** Begins anew with a code point; false if it can begin no cluster. */
  boolean begins(int codePoint) {
    int properties = CodePoints.of(codePoint);
    int kind = CodePoints.kind(properties);
    switch (kind) {
      case HIDDEN, MARK, VIRAMA, JOINER, NON_JOINER, SELECTOR -> {
        return false;
      }
      default -> {}
    }
    bases = 0;
    emoji = false;
    narrow = 0;
    ambiguous = 0;
    addBase(kind);
    addColumns(properties);
    previous = kind;
    previousCodePoint = codePoint;
    return true;
  }

  /** Adds the tags of a flag, which end an emoji. */
  void addTags() {
    emoji = true;
    previous = PLAIN;
  }

  /** Adds the next code point; false if it does not join. The one after it may decide that. */
  boolean adds(int codePoint, int properties, int following) {
    int kind = CodePoints.kind(properties);
    if (!joins(kind, codePoint, following)) {
      return false;
    }
    if (!isInsideSyllable(kind)) {
      addColumns(properties);
    }
    previous = kind;
    previousCodePoint = codePoint;
    switch (kind) {
      case MARK, HANGUL_VOWEL, HANGUL_TRAILING -> marks++;
      case VIRAMA -> {
        marks++;
        linked = true;
      }
      case JOINER -> emoji = base != INDIC;
      case MODIFIER -> emoji = true;
      case SELECTOR -> addSelector(codePoint);
      case NON_JOINER -> {}
      default -> addBase(kind);
    }
    return true;
  }

  /**
   * Two columns for an emoji of several code points, else the sum of those of the code points,
   * which is what terminals count that know no clusters.
   */
  int columns(AmbiguousWidth width) {
    return emoji ? EMOJI_COLUMNS : narrow + ambiguous * (width.columns() - 1);
  }

  /** The columns of the code points one by one if those that are ambiguous take two. */
  int columnsApart() {
    return narrow + ambiguous;
  }

  private boolean joins(int kind, int codePoint, int following) {
    return switch (kind) {
      case MARK, VIRAMA -> base != SPACE && marks < MARKS_MAX;
      case SELECTOR -> selects(codePoint, following);
      case MODIFIER -> previous == MODIFIABLE;
      case JOINER -> joinsPictographs(following) || joinsConsonants(following);
      case NON_JOINER -> separatesLetters(following);
      case PICTOGRAPH, MODIFIABLE -> emoji && previous == JOINER;
      case ARABIC -> previous == NON_JOINER && bases < LETTERS_MAX;
      case INDIC -> base == INDIC && linked && bases < LETTERS_MAX;
      case REGIONAL -> previous == REGIONAL && bases == 1;
      case HANGUL_LEADING, HANGUL_SYLLABLE -> previous == HANGUL_LEADING && bases < LETTERS_MAX;
      case HANGUL_VOWEL -> marks < MARKS_MAX && takesVowel();
      case HANGUL_TRAILING -> marks < MARKS_MAX && takesTrailing();
      default -> false;
    };
  }

  private boolean selects(int codePoint, int following) {
    return switch (previous) {
      case PICTOGRAPH, MODIFIABLE -> true;
      case KEY -> codePoint == EMOJI_PRESENTATION && following == KEYCAP;
      default -> false;
    };
  }

  private boolean joinsPictographs(int following) {
    boolean afterPictograph =
        switch (previous) {
          case PICTOGRAPH, MODIFIABLE -> true;
          case MODIFIER, SELECTOR -> isPictograph(base);
          default -> false;
        };
    return afterPictograph && bases < PICTOGRAPHS_MAX && isPictograph(kindOf(following));
  }

  /** After a virama, or before it, as in the Bengali ra with ya-phalaa. */
  private boolean joinsConsonants(int following) {
    return base == INDIC
        && (previous == VIRAMA || (previous == INDIC && kindOf(following) == VIRAMA));
  }

  private boolean separatesLetters(int following) {
    return switch (base) {
      case ARABIC -> kindOf(following) == ARABIC;
      case INDIC -> previous == VIRAMA && kindOf(following) == INDIC;
      default -> false;
    };
  }

  private boolean takesVowel() {
    return switch (previous) {
      case HANGUL_LEADING, HANGUL_VOWEL -> true;
      case HANGUL_SYLLABLE -> (previousCodePoint - FIRST_SYLLABLE) % SYLLABLES_PER_VOWEL == 0;
      default -> false;
    };
  }

  private boolean takesTrailing() {
    return switch (previous) {
      case HANGUL_VOWEL, HANGUL_TRAILING, HANGUL_SYLLABLE -> true;
      default -> false;
    };
  }

  /** Vowels and trailing consonants are drawn into the columns of the leading consonant. */
  private boolean isInsideSyllable(int kind) {
    return switch (kind) {
      case HANGUL_VOWEL, HANGUL_TRAILING -> base == HANGUL_LEADING || base == HANGUL_SYLLABLE;
      default -> false;
    };
  }

  private static boolean isPictograph(int kind) {
    return kind == PICTOGRAPH || kind == MODIFIABLE;
  }

  private static int kindOf(int codePoint) {
    return CodePoints.kind(CodePoints.of(codePoint));
  }

  private void addBase(int kind) {
    base = kind;
    bases++;
    marks = 0;
    linked = false;
  }

  private void addSelector(int codePoint) {
    if (codePoint == EMOJI_PRESENTATION) {
      emoji = true;
    } else {
      previous = PLAIN;
    }
  }

  private void addColumns(int properties) {
    if ((properties & CodePoints.ZERO) == 0) {
      boolean wide = (properties & CodePoints.WIDE) != 0;
      narrow += wide ? 2 : 1;
      ambiguous += !wide && (properties & CodePoints.AMBIGUOUS) != 0 ? 1 : 0;
    }
  }
}
