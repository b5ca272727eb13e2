package dev.arborist.adapters.jmh.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The classes of a Java source, nested ones too, with their annotated methods and parameters.
 *
 * <p>It reads declarations and skips everything between the braces of a method and after the sign
 * of equality of a field: local and anonymous classes hold no benchmarks.
 */
final class JavaTypes {

  private final List<JavaToken> tokens;
  private final List<JavaType> types = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private final Deque<JavaType> open = new ArrayDeque<>();
  private final List<JavaAnnotation> pending = new ArrayList<>();
  private String packageName = "";
  private String lastWord = "";
  private int at;

  private JavaTypes(List<JavaToken> tokens) {
    this.tokens = tokens;
  }

  /** Reads a source. */
  static JavaTypes of(String source) {
    JavaTypes reader = new JavaTypes(JavaTokens.of(source));
    while (reader.at < reader.tokens.size()) {
      reader.declaration();
    }
    return reader;
  }

  List<JavaType> types() {
    return types;
  }

  /** What it imports, as it is written. */
  List<String> imports() {
    return imports;
  }

  private void declaration() {
    JavaToken token = tokens.get(at);
    if (token.isSign("@")) {
      annotation();
    } else if (open.isEmpty() && token.isWord("package")) {
      at++;
      packageName = statement();
    } else if (open.isEmpty() && token.isWord("import")) {
      at++;
      imports.add(statement());
    } else if (isTypeKeyword(token)) {
      type(token.isWord("enum"));
    } else if (token.isSign("}")) {
      at++;
      open.pollLast();
      pending.clear();
    } else if (token.isSign("{")) {
      skipBrackets();
      pending.clear();
    } else {
      member(token);
    }
  }

  private void member(JavaToken token) {
    at++;
    if (token.isWord() && at < tokens.size() && tokens.get(at).isSign("(")) {
      method(token);
    } else if (token.isSign("=")) {
      skipTo(";");
      field();
    } else if (token.isSign(";")) {
      field();
    } else if (token.isWord()) {
      lastWord = token.text();
    }
  }

  /** The words and dots up to a semicolon. */
  private String statement() {
    StringBuilder text = new StringBuilder();
    while (at < tokens.size() && !tokens.get(at).isSign(";")) {
      text.append(tokens.get(at).text());
      at++;
    }
    pending.clear();
    return text.toString();
  }

  private void annotation() {
    at++;
    if (at < tokens.size() && tokens.get(at).isWord("interface")) {
      return;
    }
    StringBuilder name = new StringBuilder();
    while (at < tokens.size() && tokens.get(at).isWord()) {
      name.append(tokens.get(at).text());
      at++;
      if (at + 1 < tokens.size() && tokens.get(at).isSign(".") && tokens.get(at + 1).isWord()) {
        name.append('.');
        at++;
      } else {
        break;
      }
    }
    List<JavaToken> arguments =
        at < tokens.size() && tokens.get(at).isSign("(") ? skipBrackets() : List.of();
    pending.add(JavaAnnotation.of(name.toString(), arguments));
  }

  private boolean isTypeKeyword(JavaToken token) {
    if (at + 2 >= tokens.size() || !tokens.get(at + 1).isWord()) {
      return false;
    }
    JavaToken third = tokens.get(at + 2);
    return token.isWord("class")
        || token.isWord("interface")
        || token.isWord("enum")
        || (token.isWord("record") && (third.isSign("(") || third.isSign("<")));
  }

  private void type(boolean isEnum) {
    String name = tokens.get(at + 1).text();
    at += 2;
    while (at < tokens.size() && !tokens.get(at).isSign("{")) {
      if (tokens.get(at).opens()) {
        skipBrackets();
      } else {
        at++;
      }
    }
    at++;
    String outer =
        Optional.ofNullable(open.peekLast()).map(JavaType::qualifiedName).orElse(packageName);
    JavaType type = new JavaType(outer.isEmpty() ? name : outer + "." + name, name, pending);
    types.add(type);
    open.addLast(type);
    pending.clear();
    if (isEnum) {
      skipTo(";"); // its constants look like methods
    }
  }

  private void method(JavaToken name) {
    List<JavaToken> parameters = skipBrackets();
    while (at < tokens.size()
        && !tokens.get(at).isSign("{")
        && !tokens.get(at).isSign(";")
        && !tokens.get(at).isSign("}")) {
      at++;
    }
    if (at < tokens.size() && tokens.get(at).isSign("{")) {
      skipBrackets();
    }
    JavaType type = open.peekLast();
    if (type != null && !pending.isEmpty()) {
      type.methods()
          .add(new JavaType.Method(name.text(), name.line(), List.copyOf(pending), parameters));
    }
    pending.clear();
  }

  private void field() {
    JavaType type = open.peekLast();
    if (type != null) {
      pending.stream()
          .filter(annotation -> annotation.isJmh("Param"))
          .forEach(annotation -> type.params().put(lastWord, annotation.texts()));
    }
    pending.clear();
  }

  /** Goes behind a sign that is in no brackets, or up to the bracket that ends what it is in. */
  private void skipTo(String sign) {
    while (at < tokens.size() && !tokens.get(at).closes()) {
      if (tokens.get(at).isSign(sign)) {
        at++;
        return;
      }
      if (tokens.get(at).opens()) {
        skipBrackets();
      } else {
        at++;
      }
    }
  }

  /** Goes behind the bracket that closes the one here, and returns what is between them. */
  private List<JavaToken> skipBrackets() {
    int from = at + 1;
    int depth = 0;
    do {
      if (tokens.get(at).opens()) {
        depth++;
      } else if (tokens.get(at).closes()) {
        depth--;
      }
      at++;
    } while (at < tokens.size() && depth > 0);
    return tokens.subList(from, depth == 0 ? at - 1 : at);
  }
}
