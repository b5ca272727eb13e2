package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedPairsTest {

  private static final OrderedPairs FOUR = OrderedPairs.of(List.of(0.4, 0.1, 0.3, 0.2), 4);

  @Test
  void anIntervalIsAsNarrowAsItsProbabilityAllows() {
    double oneBeyond = 5.0 / 16; // three or more of four coins
    assertEquals(0.2, FOUR.lower(oneBeyond));
    assertEquals(0.3, FOUR.upper(oneBeyond));
    assertEquals(0.1, FOUR.lower(Math.nextDown(oneBeyond)));
    assertEquals(0.4, FOUR.upper(Math.nextDown(oneBeyond)));
  }

  @Test
  void itsEndsNeverChangePlaces() {
    assertEquals(0.2, FOUR.lower(1));
    assertEquals(0.3, FOUR.upper(1));
    OrderedPairs three = OrderedPairs.of(List.of(1.0, 2.0, 3.0), 3);
    assertEquals(1.0, three.lower(1));
    assertEquals(3.0, three.upper(1));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(0.25, FOUR.median(), 1e-15);
  }
}
