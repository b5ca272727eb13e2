package dev.arborist.adapters.sql.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParamsTextTest {

  private static SortedMap<String, String> params(String... namesAndValues) {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return params;
  }

  static Stream<SortedMap<String, String>> examples() {
    return Stream.of(
        params(),
        params("", ""),
        params("tasks", "100"),
        params("b", "2", "a", "1"),
        params("a=b,c\\", "\\,=", "\\", "", "", "x,y"),
        params("größe", "🌳=🌲"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsReadIsWhatWasWritten(SortedMap<String, String> params) {
    assertEquals(new TreeMap<>(params), ParamsText.parse(ParamsText.of(params)));
  }

  @Test
  void parametersStandByName() {
    assertEquals("a=1,b=2", ParamsText.of(params("b", "2", "a", "1")));
    assertEquals("x\\=y=1\\,2", ParamsText.of(params("x=y", "1,2")));
    assertEquals("", ParamsText.of(params()));
  }
}
