package dev.arborist.domain.tree;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The branches of the rows; each becomes a group. */
final class Branches {

  private static final int CAPACITY = 16;
  private static final int WITHOUT = -1;

  /** By name, in the order in which they are first seen. */
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  private int[] idsByRow = new int[CAPACITY];
  private boolean someWithout;

  void add(int row, @Nullable String name) {
    if (row >= idsByRow.length) {
      idsByRow = Arrays.copyOf(idsByRow, Math.max(row + 1, idsByRow.length * 2));
    }
    if (name == null) {
      someWithout = true;
      idsByRow[row] = WITHOUT;
      return;
    }
    Integer id = ids.get(name);
    if (id == null) {
      id = ids.size();
      ids.put(name, id);
    }
    idsByRow[row] = id;
  }

  boolean areSame(int row, int other) {
    return idsByRow[row] == idsByRow[other];
  }

  /** The names in the order of the groups; the last may be null. */
  @Nullable String[] names() {
    @Nullable String[] names = new TreeSet<>(ids.keySet()).toArray(new @Nullable String[0]);
    return someWithout ? Arrays.copyOf(names, names.length + 1) : names;
  }

  /** Which group, from 0, each row belongs to. */
  int[] groupsByRow(int rows) {
    int[] groupsById = new int[ids.size()];
    int group = 0;
    for (String name : new TreeSet<>(ids.keySet())) {
      groupsById[ids.getOrDefault(name, 0)] = group++;
    }
    int[] groups = new int[rows];
    for (int row = 0; row < rows; row++) {
      groups[row] = idsByRow[row] == WITHOUT ? group : groupsById[idsByRow[row]];
    }
    return groups;
  }
}
