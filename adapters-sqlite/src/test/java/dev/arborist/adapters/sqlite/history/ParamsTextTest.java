package dev.arborist.adapters.sqlite.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParamsTextTest {

  static Stream<SortedMap<String, String>> params() {
    return Stream.of(
        Verdicts.params(),
        Verdicts.params("", ""),
        Verdicts.params("tasks", "100"),
        Verdicts.params("b", "2", "a", "1"),
        Verdicts.params("a=b,c\\", "\\,=", "\\", "", "", "x,y"),
        Verdicts.params("größe", "🌳=🌲"));
  }

  @ParameterizedTest
  @MethodSource("params")
  void whatIsReadIsWhatWasWritten(SortedMap<String, String> params) {
    assertEquals(new TreeMap<>(params), ParamsText.parse(ParamsText.of(params)));
  }

  @Test
  void parametersStandByName() {
    assertEquals("a=1,b=2", ParamsText.of(Verdicts.params("b", "2", "a", "1")));
    assertEquals("x\\=y=1\\,2", ParamsText.of(Verdicts.params("x=y", "1,2")));
    assertEquals("", ParamsText.of(Verdicts.params()));
  }
}
