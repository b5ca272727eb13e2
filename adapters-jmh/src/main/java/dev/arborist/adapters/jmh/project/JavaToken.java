package dev.arborist.adapters.jmh.project;

/**
 * A token of a Java source.
 *
 * @param kind what it is
 * @param text the word, the sign, or the content of a literal
 * @param line its line, from 1
 */
record JavaToken(Kind kind, String text, int line) {

  /** The kinds of token. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHARACTER,
    SIGN
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isWord(String word) {
    return isWord() && text.equals(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean opens() {
    return isSign("(") || isSign("[") || isSign("{");
  }

  boolean closes() {
    return isSign(")") || isSign("]") || isSign("}");
  }
}
