package dev.arborist.adapters.jmh.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A class of a Java source, which is filled while it is read. Not safe for use by several threads.
 */
final class JavaType {

  /**
   * A method that has annotations.
   *
   * @param name its name
   * @param line its line
   * @param annotations its annotations
   * @param parameters the tokens of its parameters
   */
  record Method(
      String name, int line, List<JavaAnnotation> annotations, List<JavaToken> parameters) {

    /** Its own annotation, or that of its class. */
    Optional<JavaAnnotation> annotation(String simpleName, JavaType type) {
      return find(simpleName, annotations).or(() -> find(simpleName, type.annotations));
    }

    private static Optional<JavaAnnotation> find(
        String simpleName, List<JavaAnnotation> annotations) {
      return annotations.stream().filter(one -> one.isJmh(simpleName)).findFirst();
    }
  }

  private final String qualifiedName;
  private final String simpleName;
  private final List<JavaAnnotation> annotations;
  private final List<Method> methods = new ArrayList<>();
  private final SortedMap<String, List<String>> params = new TreeMap<>();

  JavaType(String qualifiedName, String simpleName, List<JavaAnnotation> annotations) {
    this.qualifiedName = qualifiedName;
    this.simpleName = simpleName;
    this.annotations = List.copyOf(annotations);
  }

  String qualifiedName() {
    return qualifiedName;
  }

  String simpleName() {
    return simpleName;
  }

  List<Method> methods() {
    return methods;
  }

  SortedMap<String, List<String>> params() {
    return params;
  }
}
