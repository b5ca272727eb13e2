package dev.arborist.adapters.files.validation;

import java.util.Map;

/**
 * A value of a file and the line that it stands in.
 *
 * @param value a text, a number, a boolean, or a map of names to {@link Located} values; anything
 *     else a requirement cannot hold
 * @param line its line, from 1
 */
record Located(Object value, int line) {

  /**
   * A table, such as one requirement.
   *
   * @param line the line that it begins in
   * @param fields its values by name
   */
  record Table(int line, Map<String, Located> fields) {}
}
