package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "0.035, 3.5 %",
    "0.0354, 3.5 %",
    "0.00012, 0.012 %",
    "0.5, 50 %",
    "0.999, 100 %",
    "1, 100 %",
    "1.2345, 123 %",
    "10, 1000 %",
    "-0.1, -10 %",
    "0, 0 %",
    "Infinity, Infinity %",
    "NaN, NaN %"
  })
  void aShareIsShownToTwoDigitsAndNeverFewerThanItsWholePartHas(double share, String shown) {
    assertEquals(shown, Percent.of(share));
  }

  @Test
  void aDifferenceOfLogarithmsIsShownAsByHowMuchMore() {
    assertEquals("10 %", Percent.ofLog(StrictMath.log(1.1)));
    assertEquals("-50 %", Percent.ofLog(StrictMath.log(0.5)));
  }
}
