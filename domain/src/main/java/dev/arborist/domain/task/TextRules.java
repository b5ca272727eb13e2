package dev.arborist.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * What any text of a task must keep to; everything else is stored as given and made safe when
 * shown.
 *
 * <p>NUL and lone surrogates are rejected because no store keeps them: SQL functions end a text at
 * a NUL, and a lone surrogate has no UTF-8 form.
 */
public final class TextRules {

  /** The most code points of a summary. */
  public static final int SUMMARY_CODE_POINTS_MAX = 140;

  /** The most bytes, as UTF-8, of a prompt, a payload, a result or an error: 1 MiB. */
  public static final int TEXT_BYTES_MAX = 1 << 20;

  /** The most code points of a name: agent type, branch, session, worker or key. */
  public static final int NAME_CODE_POINTS_MAX = 255;

  private static final String ELLIPSIS = "…";

  private TextRules() {}

  /**
   * Checks a text of a summary's length.
   *
   * @throws InvalidInputException when it is blank, too long or holds a character no store keeps
   */
  public static String summary(String value) {
    String text = required("summary", value);
    checkCharacters("summary", text);
    checkCodePoints("summary", text, SUMMARY_CODE_POINTS_MAX);
    return text;
  }

  /**
   * Checks a prompt.
   *
   * @throws InvalidInputException when it is blank, over 1 MiB or holds a character no store keeps
   */
  public static String prompt(String value) {
    String text = required("prompt", value);
    checkLongText("prompt", text);
    return text;
  }

  /**
   * Checks a long text, which may be absent.
   *
   * @throws InvalidInputException when it is over 1 MiB or holds a character no store keeps
   */
  public static @Nullable String longText(String field, @Nullable String value) {
    if (value != null) {
      checkLongText(field, value);
    }
    return value;
  }

  /**
   * Checks a long text that is JSON, which may be absent. JSON's null is no text, as in what is
   * exported.
   *
   * @throws InvalidInputException when it is over 1 MiB or holds a character no store keeps
   */
  public static @Nullable String json(String field, @Nullable String value) {
    return value == null || value.strip().equals("null") ? null : longText(field, value);
  }

  /**
   * Checks a name, which may be absent.
   *
   * @throws InvalidInputException when it is blank, too long or holds a character no store keeps
   */
  public static @Nullable String name(String field, @Nullable String value) {
    return value == null ? null : requiredName(field, value);
  }

  /**
   * Checks the name of a worker.
   *
   * @throws InvalidInputException when it is blank, too long or holds a character no store keeps
   */
  public static String worker(String value) {
    return requiredName("worker", value);
  }

  /**
   * Checks the name of whoever changes the queue.
   *
   * @throws InvalidInputException when it is blank, too long or holds a character no store keeps
   */
  public static String actor(String value) {
    return requiredName("actor", value);
  }

  private static String requiredName(String field, String value) {
    required(field, value);
    checkCharacters(field, value);
    checkCodePoints(field, value, NAME_CODE_POINTS_MAX);
    return value;
  }

  /** The summary of a prompt: its first line that is not blank, at most 140 code points of it. */
  public static String summarise(String prompt) {
    String line = prompt.lines().filter(text -> !text.isBlank()).findFirst().orElse(prompt);
    return cut(line.strip().replaceAll("\\s+", " "));
  }

  /** The text itself, or as much of it as a summary may hold, ending in an ellipsis. */
  public static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= SUMMARY_CODE_POINTS_MAX) {
      return text;
    }
    int end = text.offsetByCodePoints(0, SUMMARY_CODE_POINTS_MAX - 1);
    return text.substring(0, end) + ELLIPSIS;
  }

  private static String required(String field, String value) {
    if (value.isBlank()) {
      throw new InvalidInputException("the " + field + " is empty: give it some text");
    }
    return value;
  }

  private static void checkLongText(String field, String text) {
    checkCharacters(field, text);
    long bytes = utf8Length(text);
    if (bytes > TEXT_BYTES_MAX) {
      throw new InvalidInputException(
          "the " + field + " has " + bytes + " bytes: at most " + TEXT_BYTES_MAX + " are kept");
    }
  }

  private static void checkCodePoints(String field, String text, int most) {
    int count = text.codePointCount(0, text.length());
    if (count > most) {
      throw new InvalidInputException(
          "the " + field + " has " + count + " characters: at most " + most + " are kept");
    }
  }

  private static void checkCharacters(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new InvalidInputException("the " + field + " holds a NUL character: remove it");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new InvalidInputException(
              "the " + field + " holds half a surrogate pair: give well-formed Unicode");
        }
        i++;
      }
    }
  }

  private static long utf8Length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
