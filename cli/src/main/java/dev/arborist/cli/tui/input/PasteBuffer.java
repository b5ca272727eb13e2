package dev.arborist.cli.tui.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A text that is being pasted, up to the sequence that ends it. */
final class PasteBuffer {

  /** How much is kept; more than any field takes. */
  static final int BYTES_MAX = 64 * 1024;

  private static final byte[] END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);
  private static final String CUT_CHARACTER = "\uFFFD";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int matched;
  private boolean cut;

  /** Begins with nothing. */
  void begin() {
    bytes.reset();
    matched = 0;
    cut = false;
  }

  /** Adds a byte, and tells whether it was the last of the sequence that ends the text. */
  boolean add(int b) {
    if (b == END[matched]) {
      matched++;
      return matched == END.length;
    }
    for (int i = 0; i < matched; i++) {
      keep(END[i]); // it looked like the end, and is text
    }
    matched = b == END[0] ? 1 : 0;
    if (matched == 0) {
      keep(b);
    }
    return false;
  }

  private void keep(int b) {
    if (bytes.size() < BYTES_MAX) {
      bytes.write(b);
    } else {
      cut = true;
    }
  }

  /** What was pasted, with line feeds, which terminals send as carriage returns. */
  String text() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (cut && text.endsWith(CUT_CHARACTER)) {
      text = text.substring(0, text.length() - CUT_CHARACTER.length());
    }
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
