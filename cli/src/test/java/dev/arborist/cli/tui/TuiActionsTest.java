package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does to tasks: asked first, done or refused, and told. */
class TuiActionsTest {

  private static final Ticket TICKET =
      new Ticket() {
        @Override
        public void check() {}

        @Override
        public void progressed() {}
      };

  @TempDir Path directory;
  private TuiQueue queue;
  private TuiDriver tui;

  /** Four tasks: 2 under 1, 3 waits for 2, and 4 by itself. */
  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add(NewTask.of("Build").basePriority(9));
    queue.add("Compile", 1);
    queue.add(NewTask.of("Publish").prerequisites(List.of(TaskNumber.of(2))).basePriority(3));
    queue.add(NewTask.of("Party").basePriority(1));
    tui = queue.at(80, 12);
  }

  @AfterEach
  void close() {
    tui.close();
    queue.close();
  }

  private Task task(long number) {
    return queue.other.browser().get(TaskNumber.of(number)).task();
  }

  private void assertStatus(TaskStatus status, long... numbers) {
    for (long number : numbers) {
      assertEquals(status, task(number).status(), "task " + number);
    }
  }

  @Test
  void cancelAsksSaysHowManyWaitAndCancelsThemToo() {
    tui.types("jc");
    assertEquals("cancel #2 and 1 task waiting for it?  y yes  n no", tui.status());
    assertStatus(TaskStatus.READY, 2);
    tui.types("y");
    assertTrue(tui.status().startsWith("cancelled #2 and 1 more with it"), tui.status());
    assertStatus(TaskStatus.CANCELLED, 2, 3);
    assertStatus(TaskStatus.READY, 1, 4);
    assertTrue(tui.frame().contains("⊘ #2"), "the tree shows it at once");
  }

  @Test
  void noIsNo() {
    for (Input no : new Input[] {new Input.Typed('n'), Input.Key.ESCAPE, Input.Key.CTRL_C}) {
      assertTrue(tui.types("c").does(no).status().startsWith("nothing cancelled"), tui.status());
    }
    tui.types("czx ?");
    assertTrue(tui.status().startsWith("cancel #1?"), "other keys are no answer");
    assertStatus(TaskStatus.READY, 1, 2, 4);
    assertEquals(List.of(), tui.effects);
  }

  @Test
  void cancelTakesTheSubtreeAlongWhenAskedTo() {
    assertEquals(
        "cancel #1?  y yes  s everything below too (1 open)  n no", tui.types("c").status());
    assertTrue(tui.types("s").status().startsWith("cancelled #1 and 2 more"), tui.status());
    assertStatus(TaskStatus.CANCELLED, 1, 2, 3);
  }

  @Test
  void whatWentAlongTakesItsOwnSubtreeAlong() {
    queue.add("Announce", 3);
    tui.looksAgain().types("j  cs");
    assertTrue(tui.status().startsWith("cancelled 2 tasks and 1 more with them"), tui.status());
    assertStatus(TaskStatus.CANCELLED, 2, 3, 5);
  }

  @Test
  void whatHasEndedIsNotSaidToBeCancelled() {
    queue.complete();
    tui.looksAgain().types("cs");
    assertTrue(tui.status().startsWith("cancelled 2 tasks"), tui.status());
    assertStatus(TaskStatus.COMPLETED, 1);
    assertStatus(TaskStatus.CANCELLED, 2, 3);
    tui.types("cs");
    assertTrue(tui.status().startsWith("nothing cancelled"), tui.status());
  }

  @Test
  void markedTasksAreMeantAndOnesThatWentAlongAreDoneToo() {
    tui.types("j  G ");
    assertTrue(tui.status().contains("3 marked"), tui.status());
    tui.types("c");
    assertTrue(tui.status().startsWith("cancel 3 marked tasks?  y yes"), tui.status());
    assertTrue(tui.types("y").status().startsWith("cancelled 3 tasks"), tui.status());
    assertFalse(tui.status().contains("refused"), "that #3 went along with #2 is no refusal");
    assertFalse(tui.status().contains("marked"), "what is done is not marked any more");
    assertStatus(TaskStatus.CANCELLED, 2, 3, 4);
  }

  @Test
  void severalOutcomesAreSummedUpAndTheRefusedStayMarked() {
    queue.other.queue().cancel(TaskNumber.of(4), null);
    queue.complete();
    tui.looksAgain().types("  G ");
    assertTrue(tui.types("c").frame().contains(" cancel 3 marked tasks and"), tui.frame());
    tui.types("y");
    assertEquals(
        "cancelled #2 and 1 more with it; refused 2, the first: task #1 is completed an…",
        tui.status());
    assertEquals(2, tui.session.board().marked().size());
    tui.types("u");
    assertFalse(tui.status().contains("marked"), tui.status());
  }

  @Test
  void aRefusalIsOneLineUntilTheNextKey() {
    tui.types("ry");
    assertTrue(
        tui.status().startsWith("task #1 is ready: there is nothing to retry"), tui.status());
    assertFalse(tui.types("j").status().contains("nothing to retry"));
  }

  @Test
  void retryRevives() {
    queue.other.queue().cancel(TaskNumber.of(2), null);
    tui.looksAgain().types("jr");
    assertEquals("retry #2?  y yes  n no", tui.status());
    assertTrue(tui.types("y").status().startsWith("retried #2 and 1 more with it"), tui.status());
    assertStatus(TaskStatus.READY, 2);
    assertStatus(TaskStatus.BLOCKED, 3);
  }

  @Test
  void prioritiesAreAskedForUntilTheyAreRight() {
    tui.types("p11").presses(Input.Key.ENTER);
    assertTrue(tui.status().endsWith("give a whole number from 0 to 10"), tui.status());
    tui.presses(Input.Key.BACKSPACE, Input.Key.BACKSPACE).types("x").presses(Input.Key.ENTER);
    assertTrue(tui.status().endsWith("give a whole number from 0 to 10"), tui.status());
    tui.presses(Input.Key.CTRL_U).types("10").presses(Input.Key.ENTER);
    assertTrue(tui.status().startsWith("set to base priority 10: #1"), tui.status());
    assertEquals(10, task(1).schedule().basePriority());
    tui.types("p3").presses(Input.Key.ESCAPE);
    assertEquals(10, task(1).schedule().basePriority());
  }

  @Test
  void aTaskThatIsGoneIsToldAndTheTreeFollows() {
    tui.types("G");
    queue.other.queue().cancel(TaskNumber.of(4), null);
    queue.prune(4);
    tui.types("cy");
    assertTrue(tui.status().startsWith("there is no task #4"), tui.status());
    assertFalse(tui.frame().contains("#4 Party"), tui.frame());
  }

  /** A session whose changes and looks are done when the test says so. */
  private TuiDriver waiting(Queue<Runnable> changes) {
    Loader loader = new Loader(lane -> lane == Loader.Lane.CHANGES ? changes::add : Runnable::run);
    return queue.at(100, 12, loader);
  }

  @Test
  void whatWasConfirmedIsDoneBeforeOneLeaves() {
    Queue<Runnable> changes = new ArrayDeque<>();
    TuiDriver slow = waiting(changes);
    slow.types("Gcy");
    assertTrue(slow.status().endsWith("changing  4/4"), slow.status());
    assertTrue(
        slow.types("c").status().startsWith("what was asked for before is still being done"),
        slow.status());
    slow.types("q");
    assertTrue(slow.status().startsWith("leaving when all is done"), slow.status());
    assertEquals(List.of(), slow.effects);
    changes.remove().run();
    slow.step();
    assertEquals(List.of(Effect.Simple.QUIT), slow.effects);
    assertStatus(TaskStatus.CANCELLED, 4);
  }

  @Test
  void toLeaveTwiceIsToLeaveTheRest() {
    Queue<Runnable> changes = new ArrayDeque<>();
    TuiDriver slow = waiting(changes);
    slow.types("Gcyqq");
    assertEquals(List.of(Effect.Simple.QUIT), slow.effects);
    changes.remove().run();
    assertStatus(TaskStatus.READY, 4);
  }

  @Test
  void whatNobodyWaitsForEndsBetweenTwoTasks() {
    List<TaskNumber> reached = new ArrayList<>();
    Ticket afterTheFirst =
        new Ticket() {
          @Override
          public void check() {
            if (!reached.isEmpty()) {
              throw new IllegalStateException("given up");
            }
          }

          @Override
          public void progressed() {}
        };
    Actions.Act act =
        number -> {
          reached.add(number);
          return List.of(number);
        };
    List<TaskNumber> numbers = List.of(TaskNumber.of(1), TaskNumber.of(2));
    assertThrows(
        IllegalStateException.class, () -> Tally.of("cancelled", numbers, act, afterTheFirst));
    assertEquals(List.of(TaskNumber.of(1)), reached);
  }

  @Test
  void aStoreThatFailsOnTheWayIsToldWithWhatWasDone() {
    List<TaskNumber> numbers = List.of(TaskNumber.of(1), TaskNumber.of(2), TaskNumber.of(3));
    Actions.Act act =
        number -> {
          if (number.value() == 2) {
            throw new StorageException("disk full");
          }
          return List.of(number);
        };
    assertEquals(
        "cancelled #1; refused 1: disk full", Tally.of("cancelled", numbers, act, TICKET).text());
    assertThrows(
        StorageException.class, () -> Tally.of("cancelled", numbers.subList(1, 3), act, TICKET));
  }

  @Test
  void onlyTasksAreActedOn() {
    tui.types("4g");
    for (String key : new String[] {"c", "r", "p"}) {
      assertTrue(tui.types(key).status().startsWith("move to a task first"), tui.status());
    }
    assertTrue(tui.types(" ").status().startsWith("only a task can be marked"));
    assertTrue(tui.types("y").status().startsWith("only of a task"));
    assertEquals(List.of(), tui.effects);
  }

  @Test
  void copiesAreWishesForTheTerminal() {
    tui.types("jyY");
    assertEquals(List.of(new Effect.Copy("2"), new Effect.Copy("#2 Compile")), tui.effects);
    assertTrue(tui.status().startsWith("copied #2 Compile"), tui.status());
  }

  @Test
  void whatOnlyTheTerminalCanDoIsAWishAlsoWhileSomethingIsAsked() {
    tui.presses(Input.Key.CTRL_L, Input.Key.CTRL_Z)
        .types("/x")
        .presses(Input.Key.CTRL_L, Input.Key.CTRL_Z);
    assertEquals("/x", tui.status().substring(0, 2));
    tui.presses(Input.Key.CTRL_C).types("q");
    assertEquals(
        List.of(
            Effect.Simple.REPAINT,
            Effect.Simple.SUSPEND,
            Effect.Simple.REPAINT,
            Effect.Simple.SUSPEND,
            Effect.Simple.QUIT),
        tui.effects);
  }

  @Test
  void everyAnswerIsShownInEveryWindow() {
    for (int columns = 20; columns <= 100; columns++) {
      tui.resizes(columns, 5).types("c");
      assertTrue(tui.frame().contains("cancel #1"), tui.frame());
      assertTrue(tui.frame().contains("y yes"), tui.frame());
      assertTrue(tui.frame().contains("s everything below"), tui.frame());
      assertTrue(tui.status().endsWith("n no"), tui.frame());
      tui.types("n");
    }
    tui.resizes(80, 12).types("c");
    assertEquals("cancel #1?  y yes  s everything below too (1 open)  n no", tui.status());
  }

  @Test
  void aQuestionThatIsLongerThanTheWindowLeavesItsAnswersRoom() {
    tui.types(" G ");
    queue.other.queue().cancel(TaskNumber.of(4), null);
    queue.prune(4);
    tui.types("c").resizes(50, 7);
    assertEquals("──────────────────────────────────────────────────", tui.row(3));
    assertEquals(" cancel 2 marked tasks, if that can be: there is", tui.row(4));
    assertEquals(" no task #4?", tui.row(5));
    assertEquals(" y yes  s everything below too  n no", tui.row(6));
    assertEquals(
        """
         cancel 2 marked
         tasks, if that can…
         y yes
         s everything below…
         n no
        """,
        tui.resizes(20, 5).frame());
  }

  @Test
  void inANarrowWindowThereIsRoomToType() {
    tui.types(" jj ").resizes(20, 5).types("p12");
    assertEquals("base pri…12", tui.status());
    assertTrue(tui.session.cursorColumn() < 20, "the cursor is at " + tui.session.cursorColumn());
    assertEquals("base pri…", tui.presses(Input.Key.CTRL_U).status());
  }
}
