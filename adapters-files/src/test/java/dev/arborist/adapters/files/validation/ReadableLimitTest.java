package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadableLimitTest {

  /** Products of binary fractions may be off by their last bit, to either side. */
  @ParameterizedTest
  @EnumSource(
      value = Unit.class,
      names = {"PERCENT", "NONE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aLimitIsNeverTighterAndNeverMuchLooserThanWhatItKeeps(Unit unit) {
    for (int hundredths = 1; hundredths < 100_000; hundredths += hundredths < 1_000 ? 1 : 7) {
      BigDecimal amount = BigDecimal.valueOf(hundredths, 2);
      double kept = amount.multiply(new BigDecimal(unit.factor())).doubleValue();
      for (double value : new double[] {Math.nextDown(kept), kept, Math.nextUp(kept)}) {
        String upper = ReadableLimit.keeping(value, unit.dimension(), false);
        double above = Quantity.parse(upper).kept();
        assertTrue(above >= value && above <= 1.2 * value, value + " below " + upper);
        String lower = ReadableLimit.keeping(value, unit.dimension(), true);
        double below = Quantity.parse(lower).kept();
        assertTrue(below <= value && below >= value / 1.2, value + " above " + lower);
      }
    }
  }
}
