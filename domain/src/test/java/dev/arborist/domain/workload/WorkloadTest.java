package dev.arborist.domain.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theSameSeedGivesTheSameTasks(Shape shape) {
    List<NewTask> tasks = new Workload(shape, 200, 7).tasks().toList();
    assertEquals(tasks, new Workload(shape, 200, 7).tasks().toList());
    assertNotEquals(tasks, new Workload(shape, 200, 8).tasks().toList());
    assertEquals(200, tasks.size());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void tasksReferOnlyToEarlierOnes(Shape shape) {
    List<NewTask> tasks = new Workload(shape, 200, 7).tasks().toList();
    for (int i = 0; i < tasks.size(); i++) {
      TaskNumber own = TaskNumber.of(i + 1);
      TaskNumber parent = tasks.get(i).profile().parent();
      assertTrue(parent == null || parent.compareTo(own) < 0);
      tasks.get(i).prerequisites().forEach(one -> assertTrue(one.compareTo(own) < 0));
    }
  }

  @Test
  void shapesAreWhatTheyAreCalled() {
    List<NewTask> chain = new Workload(Shape.CHAIN, 5, 1).tasks().toList();
    assertEquals(TaskNumber.of(4), chain.get(4).profile().parent());
    List<NewTask> star = new Workload(Shape.STAR, 5, 1).tasks().toList();
    assertEquals(TaskNumber.of(1), star.get(4).profile().parent());
    List<NewTask> fan = new Workload(Shape.FAN_10, 30, 1).tasks().toList();
    assertEquals(TaskNumber.of(1), fan.get(10).profile().parent());
    assertEquals(TaskNumber.of(2), fan.get(11).profile().parent());
  }
}
