package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class UnicodeTablesTest {

  @Test
  void rangesAscendAndDoNotTouch() throws IllegalAccessException {
    int tables = 0;
    for (Field table : UnicodeTables.class.getDeclaredFields()) {
      if (table.getType() == int[].class) {
        assertAscending(table.getName(), (int[]) table.get(null));
        tables++;
      }
    }
    assertTrue(tables >= 11);
  }

  private static void assertAscending(String name, int[] ranges) {
    assertTrue(ranges.length % 2 == 0, name);
    int before = -2;
    for (int i = 0; i < ranges.length; i += 2) {
      assertTrue(before + 1 < ranges[i] && ranges[i] <= ranges[i + 1], name + " at " + i);
      before = ranges[i + 1];
    }
  }
}
