package dev.arborist.determinism.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** JSON in which a value or a field is another, is gone or stands twice. */
final class SpoiltJson {

  /** Values that are wrong in most places, and such as others refer to. */
  static final List<String> ODD =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1",
          "2",
          "3",
          "12",
          "1.0",
          "1.5",
          "1e2",
          "1e999",
          "-1e-999",
          "2147483648",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "9".repeat(5_000),
          "\"\"",
          "\" \"",
          "\"1\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\u202e\\u2066\\u001b[31m\"",
          "\"e\\u0301\\u0301👩🏽‍💻\"",
          "\"" + "x".repeat(70_000) + "\"",
          "\"" + "y".repeat(141) + "\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"2100-01-01T00:00:00Z\"",
          "\"1969-12-31T23:59:59.9999999Z\"",
          "\"9999-12-31T23:59:59.999999999Z\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"-1000000000-01-01T00:00:00Z\"",
          "\"-292275-01-01T00:00:00Z\"",
          "\"+294247-01-10T04:00:54.775807Z\"",
          "\"+294247-01-10T04:00:54.775808Z\"",
          "\"2026-12-01T08:00:00+18:00\"",
          "\"20260613T100000Z\"",
          "\"99991231T235959Z\"",
          "\"PT1H\"",
          "\"PT0S\"",
          "\"PT-1S\"",
          "\"P3651D\"",
          "\"PT0.0000001S\"",
          "\"PT9223372036854775807S\"",
          "\"pending\"",
          "\"blocked\"",
          "\"ready\"",
          "\"running\"",
          "\"completed\"",
          "\"failed\"",
          "\"cancelled\"",
          "\"closed\"",
          "\"00000000-0000-7000-8000-000000000003\"",
          "[]",
          "{}",
          "[1]",
          "[2]",
          "[3, 4]",
          "[1, 1]",
          "[13]",
          "[99]",
          "[null]",
          "[\"1\"]",
          "{\"a\": 1, \"a\": 2}",
          "[".repeat(998) + "]".repeat(998),
          "[".repeat(1_000) + "]".repeat(1_000),
          "[".repeat(1_001) + "]".repeat(1_001),
          "{\"a\":".repeat(1_004) + "1" + "}".repeat(1_004),
          "[".repeat(20_000),
          "NaN",
          "Infinity",
          "01",
          "+1",
          ".5",
          "'a'",
          "\"\t\"");

  private static final JsonFactory JSON = new JsonFactory();

  private final SplittableRandom random;

  /**
   * A piece of the text.
   *
   * @param field where its name begins, or where it itself does when it has none
   */
  private record Piece(int field, int start, int end) {}

  SpoiltJson(SplittableRandom random) {
    this.random = random;
  }

  /** Another text; one that is no JSON becomes longer or shorter. */
  String spoil(String text) {
    List<Piece> pieces = pieces(text);
    if (pieces.isEmpty()) {
      return random.nextBoolean() ? text + odd() : text.substring(0, text.length() / 2);
    }
    Piece piece = pieces.get(random.nextInt(pieces.size()));
    Piece other = pieces.get(random.nextInt(pieces.size()));
    String whole = text.substring(piece.field(), piece.end());
    String value = text.substring(other.start(), other.end());
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> with(text, piece.start(), piece.end(), odd());
      case 3 -> with(text, piece.start(), piece.end(), value);
      case 4 -> with(text, piece.field(), piece.end(), whole + "," + whole);
      case 5 -> with(text, piece.field(), piece.end(), whole + ",\"" + name() + "\":" + odd());
      case 6 -> without(text, piece);
      default -> with(text, piece.start(), piece.start(), odd());
    };
  }

  private String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private String name() {
    List<String> names =
        List.of("number", "prerequisites", "parent", "status", "events", "pruned", "id", "x", "");
    return names.get(random.nextInt(names.size()));
  }

  private static String with(String text, int from, int to, String instead) {
    return text.substring(0, from) + instead + text.substring(to);
  }

  /** The piece is gone, and the comma behind it. */
  private static String without(String text, Piece piece) {
    int end = piece.end();
    boolean comma = end < text.length() && text.charAt(end) == ',';
    return with(text, piece.field(), comma ? end + 1 : end, "");
  }

  /** All values, objects and arrays among them; none when it is no JSON. */
  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    int field = -1;
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken kind = parser.nextToken(); kind != null; kind = parser.nextToken()) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (kind == JsonToken.FIELD_NAME) {
          field = start;
        } else if (kind.isStructStart()) {
          open.add(field < 0 ? start : field);
          open.add(start);
          field = -1;
        } else {
          parser.finishToken();
          int end = (int) parser.currentLocation().getCharOffset();
          boolean closes = kind.isStructEnd();
          int begin = closes ? open.remove(open.size() - 1) : start;
          int name = closes ? open.remove(open.size() - 1) : field;
          pieces.add(new Piece(name < 0 ? begin : name, begin, end));
          field = -1;
        }
      }
    } catch (IOException e) {
      return pieces; // what stands before the mistake
    }
    return pieces;
  }
}
