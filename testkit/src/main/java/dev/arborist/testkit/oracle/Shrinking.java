package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.NewTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list of operations that fails shorter, as long as it still fails. */
final class Shrinking {

  private final Predicate<List<Operation>> fails;
  private int rerunsLeft;

  /**
   * Shrinks by trying.
   *
   * @param fails whether these operations still fail, from the beginning
   * @param reruns how often that may be asked
   */
  Shrinking(Predicate<List<Operation>> fails, int reruns) {
    this.fails = fails;
    rerunsLeft = reruns;
  }

  /** Drops operations one at a time, the latest first, until none can be dropped any more. */
  List<Operation> shrink(List<Operation> failing) {
    List<Operation> shortest = new ArrayList<>(failing);
    boolean dropped = true;
    while (dropped && rerunsLeft > 0) {
      dropped = false;
      for (int i = shortest.size() - 1; i >= 0 && rerunsLeft > 0; i--) {
        List<Operation> shorter = new ArrayList<>(shortest);
        shorter.remove(i);
        rerunsLeft--;
        if (fails.test(shorter)) {
          shortest = shorter;
          dropped = true;
        }
      }
    }
    return plainer(shortest);
  }

  /** Strips new tasks of everything but their place, where they fail without it. */
  private List<Operation> plainer(List<Operation> failing) {
    List<Operation> plainest = new ArrayList<>(failing);
    for (int i = 0; i < plainest.size() && rerunsLeft > 0; i++) {
      if (plainest.get(i) instanceof Operation.Enqueue enqueue) {
        List<Operation> plainer = new ArrayList<>(plainest);
        plainer.set(i, new Operation.Enqueue(plain(enqueue.task())));
        rerunsLeft--;
        plainest = fails.test(plainer) ? plainer : plainest;
      }
    }
    return plainest;
  }

  private static NewTask plain(NewTask task) {
    return NewTask.of("a")
        .parent(task.profile().parent())
        .prerequisites(task.prerequisites())
        .build();
  }
}
