package dev.arborist.adapters.jmh.duet;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;

/**
 * One line of the list that JMH's generator leaves in a jar: {@code JMH S 5 a.Big S 9 a.gen.Big …},
 * a letter for what follows and the length of each text.
 *
 * <p>JMH's own reader is not enough: since 1.24 the values of parameters are encoded, and the
 * library of one version cannot read what the generator of the other has written.
 *
 * @param benchmark the whole name
 * @param modes how it is measured, such as {@code avgt}; each that there is when it asks for all
 * @param params the values of each parameter
 * @param flags what its annotation asks of the JVM
 * @param prepended those of the flags that are to come first; JMH forgets them when its command
 *     line names some
 */
record BenchmarkLine(
    String benchmark,
    List<String> modes,
    SortedMap<String, List<String>> params,
    List<String> flags,
    List<String> prepended) {

  private static final String MAGIC = "JMH ";

  /** Which texts of a line ask for flags; those in the middle are prepended. */
  private static final int FIRST_FLAGS = 17;

  private static final int PREPENDED = 18;
  private static final int LAST_FLAGS = 19;

  /** Reads a line's parts from the left to the right. */
  private static final class Reader {

    private final String line;
    private final boolean isEncoded;
    private int at = MAGIC.length();

    private Reader(String line, boolean isEncoded) {
      this.line = line;
      this.isEncoded = isEncoded;
    }

    private char tag() {
      char tag = line.charAt(at);
      at += 2;
      return tag;
    }

    private int number() {
      int end = line.indexOf(' ', at);
      int number = Integer.parseInt(line.substring(at, end));
      at = end + 1;
      return number;
    }

    private String text() {
      int length = number();
      String text = line.substring(at, at + length);
      at += length + 1;
      return text;
    }

    private SortedMap<String, List<String>> params() {
      SortedMap<String, List<String>> params = new TreeMap<>();
      for (int left = number(); left > 0; left--) {
        String name = text();
        List<String> values = new ArrayList<>();
        for (int more = number(); more > 0; more--) {
          values.add(isEncoded ? decoded(text()) : text());
        }
        params.put(name, values);
      }
      return params;
    }

    private List<String> texts(char tag) {
      int count =
          switch (tag) {
            case 'E' -> 0; // nothing
            case 'S', 'I', 'T', 'U' -> 1;
            case 'L', 'A' -> number();
            default -> throw new IllegalArgumentException("'" + tag + "' is not known");
          };
      List<String> texts = new ArrayList<>();
      for (int left = count; left > 0; left--) {
        texts.add(text());
      }
      return texts;
    }
  }

  /**
   * Reads a line.
   *
   * @param isEncoded whether values of parameters are encoded, as they are since JMH 1.24
   * @throws IllegalArgumentException when it is no such line
   */
  static BenchmarkLine parse(String line, boolean isEncoded) {
    if (!line.startsWith(MAGIC)) {
      throw new IllegalArgumentException("it does not begin with JMH");
    }
    try {
      Reader reader = new Reader(line, isEncoded);
      List<String> names =
          new ArrayList<>(); // the class, the generated class, the method, the mode
      while (names.size() < 4) {
        reader.tag();
        names.add(reader.text());
      }
      SortedMap<String, List<String>> params = new TreeMap<>();
      List<String> flags = new ArrayList<>();
      List<String> prepended = List.of();
      for (int place = names.size() + 1; reader.at < line.length(); place++) {
        char tag = reader.tag();
        if (tag == 'M') {
          params = reader.params();
          continue;
        }
        List<String> texts = reader.texts(tag);
        if (place >= FIRST_FLAGS && place <= LAST_FLAGS) {
          flags.addAll(texts);
        }
        if (place == PREPENDED) {
          prepended = texts;
        }
      }
      List<String> modes = modes(Mode.deepValueOf(names.get(3)));
      return new BenchmarkLine(names.get(0) + "." + names.get(2), modes, params, flags, prepended);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw new IllegalArgumentException("it ends in the middle or names no mode", e);
    }
  }

  private static List<String> modes(Mode mode) {
    return Stream.of(Mode.values())
        .filter(one -> one != Mode.All && (one == mode || mode == Mode.All))
        .map(Mode::shortLabel)
        .toList();
  }

  /** Six bits a letter, the lowest first, and sixteen bits a character; {@code =} fills up. */
  private static String decoded(String encoded) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char letter = encoded.charAt(i);
      if (letter != '=') {
        bits |= sextet(letter) << count;
        count += 6;
        if (count >= Character.SIZE) {
          text.append((char) bits);
          bits >>>= Character.SIZE;
          count -= Character.SIZE;
        }
      }
    }
    return text.toString();
  }

  private static int sextet(char letter) {
    int sextet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(letter);
    if (sextet < 0) {
      throw new IllegalArgumentException("'" + letter + "' encodes nothing");
    }
    return sextet;
  }
}
