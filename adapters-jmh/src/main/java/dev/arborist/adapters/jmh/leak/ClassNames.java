package dev.arborist.adapters.jmh.leak;

/** The names of classes as the JVM writes them, turned into those that Java sources use. */
final class ClassNames {

  private ClassNames() {}

  /** For example {@code byte[]} for {@code [B} and {@code java.lang.String[][]}. */
  static String readable(String jvmName) {
    int dimensions = jvmName.lastIndexOf('[') + 1;
    if (dimensions == 0) {
      return jvmName;
    }
    return element(jvmName.substring(dimensions)) + "[]".repeat(dimensions);
  }

  private static String element(String descriptor) {
    return switch (descriptor) {
      case "Z" -> "boolean";
      case "B" -> "byte";
      case "C" -> "char";
      case "S" -> "short";
      case "I" -> "int";
      case "J" -> "long";
      case "F" -> "float";
      case "D" -> "double";
      default ->
          descriptor.startsWith("L") && descriptor.endsWith(";")
              ? descriptor.substring(1, descriptor.length() - 1)
              : descriptor;
    };
  }
}
