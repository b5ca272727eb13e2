package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.project.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a Java source into its tokens, without comments (JLS 3, "Lexical Structure").
 *
 * <p>Anything is cut somehow: what no compiler would take gives tokens that mean nothing.
 */
final class JavaTokens {

  /** A backslash and what belongs to it: a Unicode escape, or the one character after it. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u+([0-9a-fA-F]{4})|.)", Pattern.DOTALL);

  private static final String TEXT_BLOCK = "\"\"\"";

  private final String source;
  private final List<JavaToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private JavaTokens(String source) {
    this.source = source;
  }

  /** The tokens of a source, in their order. */
  static List<JavaToken> of(String source) {
    JavaTokens cutter = new JavaTokens(unescaped(source));
    cutter.cut();
    return cutter.tokens;
  }

  /** Unicode escapes mean their character anywhere in a source, also outside of texts (JLS 3.3). */
  private static String unescaped(String source) {
    if (!source.contains("\\u")) {
      return source;
    }
    return ESCAPE
        .matcher(source)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escape.group()
                        : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  private void cut() {
    while (at < source.length()) {
      char next = source.charAt(at);
      if (Character.isWhitespace(next)) {
        skip(1);
      } else if (source.startsWith("//", at)) {
        skipLine();
      } else if (source.startsWith("/*", at)) {
        skip(end("*/", at + 2) - at);
      } else if (source.startsWith(TEXT_BLOCK, at)) {
        textBlock();
      } else if (next == '"' || next == '\'') {
        literal(next);
      } else if (Character.isJavaIdentifierStart(next)) {
        word(Kind.WORD);
      } else if (Character.isDigit(next)) {
        word(Kind.NUMBER);
      } else {
        add(Kind.SIGN, String.valueOf(next), 1);
      }
    }
  }

  /** Adds a token that takes up so many characters. */
  private void add(Kind kind, String text, int length) {
    tokens.add(new JavaToken(kind, text, line));
    skip(length);
  }

  private void skip(int length) {
    int end = Math.min(source.length(), at + length);
    for (; at < end; at++) {
      if (source.charAt(at) == '\n') {
        line++;
      }
    }
  }

  private void skipLine() {
    while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
      at++;
    }
  }

  private int end(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? source.length() : found + mark.length();
  }

  private void word(Kind kind) {
    int end = at + 1;
    while (end < source.length() && belongs(kind, source.charAt(end))) {
      end++;
    }
    add(kind, source.substring(at, end), end - at);
  }

  private static boolean belongs(Kind kind, char next) {
    return Character.isJavaIdentifierPart(next) || (kind == Kind.NUMBER && next == '.');
  }

  /** A text or a character ends at its mark, or, unfinished, with its line. */
  private void literal(char mark) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != mark && source.charAt(end) != '\n') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, source.length());
    String content = source.substring(at + 1, end);
    add(mark == '"' ? Kind.STRING : Kind.CHARACTER, translated(content), end + 1 - at);
  }

  private void textBlock() {
    int end = at + TEXT_BLOCK.length();
    while (end < source.length() && !source.startsWith(TEXT_BLOCK, end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, source.length());
    String content = source.substring(Math.min(end, at + TEXT_BLOCK.length()), end);
    String lines = content.substring(content.indexOf('\n') + 1);
    add(Kind.STRING, translated(lines.stripIndent()), end + TEXT_BLOCK.length() - at);
  }

  private static String translated(String content) {
    try {
      return content.translateEscapes();
    } catch (IllegalArgumentException e) {
      return content; // no compiler would take it
    }
  }
}
