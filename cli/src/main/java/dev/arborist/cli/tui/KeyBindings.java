package dev.arborist.cli.tui;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.domain.tree.TreeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The keys of the UI: what they do, and how the help names them. A new key is a line here.
 *
 * <p>The first few that have a hint are named in the status line.
 */
final class KeyBindings {

  /**
   * What some keys do.
   *
   * @param group under which the help lists them
   * @param keys any of them does it
   * @param help in a few words
   * @param hint in one word for the status line; empty to leave it out
   * @param action what is done
   */
  record Binding(
      String group, List<Input> keys, String help, String hint, Consumer<Browsing> action) {

    /** The names of the first keys. */
    String keysText(int most) {
      return keys.stream().limit(most).map(KeyBindings::name).collect(Collectors.joining(", "));
    }
  }

  private static final String MOVE = "Move";
  private static final String FOLD = "Expand and collapse";
  private static final String LOOK = "Look";
  private static final String FIND = "Find";
  private static final String CHANGE = "Change";
  private static final String LEAVE = "Leave";

  private static final List<Binding> ALL = table();
  private static final Map<Input, Binding> BY_KEY = byKey();

  /** How to get help and out is needed most. */
  private static final List<Binding> HINTS =
      ALL.stream()
          .filter(binding -> !binding.hint().isEmpty())
          .sorted(Comparator.comparing(binding -> !binding.group().equals(LEAVE)))
          .toList();

  private KeyBindings() {}

  private static List<Binding> table() {
    List<Binding> all = new ArrayList<>();
    move(all);
    fold(all);
    look(all);
    find(all);
    change(all);
    leave(all);
    return Collections.unmodifiableList(all);
  }

  private static void move(List<Binding> all) {
    add(all, MOVE, "one row down", b -> b.pane().move(1), typed('j'), Input.Key.DOWN);
    add(all, MOVE, "one row up", b -> b.pane().move(-1), typed('k'), Input.Key.UP);
    add(all, MOVE, "half a screen down", b -> b.pane().page(1), Input.Key.CTRL_D);
    add(all, MOVE, "half a screen up", b -> b.pane().page(-1), Input.Key.CTRL_U);
    add(all, MOVE, "a screen down", b -> b.pane().page(2), Input.Key.PAGE_DOWN, Input.Key.CTRL_F);
    add(all, MOVE, "a screen up", b -> b.pane().page(-2), Input.Key.PAGE_UP, Input.Key.CTRL_B);
    add(all, MOVE, "to the first row", b -> b.pane().home(), typed('g'), Input.Key.HOME);
    add(all, MOVE, "to the last row", b -> b.pane().end(), typed('G'), Input.Key.END);
    add(all, MOVE, "to a task by its number", Browsing::jump, typed(':'));
  }

  private static void fold(List<Binding> all) {
    add(all, FOLD, "collapse, or go to the parent", Browsing::collapse, typed('h'), Input.Key.LEFT);
    add(all, FOLD, "expand", Browsing::expand, typed('l'), Input.Key.RIGHT);
    add(all, FOLD, "collapse everything", Browsing::collapseAll, typed('-'));
    add(all, FOLD, "expand everything", Browsing::expandAll, typed('+'), typed('='));
  }

  private static void look(List<Binding> all) {
    int digit = '1';
    for (TreeView view : TreeView.values()) {
      add(all, LOOK, "the view " + view.label(), b -> b.show(view), typed(digit++));
    }
    add(all, LOOK, "the next view", Browsing::nextView, typed('v'));
    hinted(all, LOOK, "open or close the detail", "detail", Browsing::detail, Input.Key.ENTER);
    add(
        all,
        LOOK,
        "to the detail and back",
        Browsing::otherPane,
        Input.Key.TAB,
        Input.Key.BACK_TAB);
    add(all, LOOK, "draw the screen anew", Browsing::repaint, Input.Key.CTRL_L);
  }

  private static void find(List<Binding> all) {
    hinted(all, FIND, "search summaries and prompts", "search", Browsing::search, typed('/'));
    add(all, FIND, "the next match", b -> b.nextMatch(true), typed('n'));
    add(all, FIND, "the match before", b -> b.nextMatch(false), typed('N'));
    hinted(all, FIND, "show only what meets a filter", "filter", Browsing::filter, typed('f'));
    add(all, FIND, "show everything again", Browsing::clearFilter, typed('F'));
  }

  private static void change(List<Binding> all) {
    hinted(all, CHANGE, "mark the task, or take the mark away", "mark", Browsing::mark, typed(' '));
    add(all, CHANGE, "take all marks away", Browsing::unmarkAll, typed('u'));
    hinted(all, CHANGE, "cancel the marked or this task", "cancel", Browsing::cancel, typed('c'));
    hinted(all, CHANGE, "retry the marked or this task", "retry", Browsing::retry, typed('r'));
    hinted(all, CHANGE, "set their priority", "priority", Browsing::priority, typed('p'));
    add(all, CHANGE, "copy the number", b -> b.copy(false), typed('y'));
    add(all, CHANGE, "copy the number and the summary", b -> b.copy(true), typed('Y'));
  }

  private static void leave(List<Binding> all) {
    hinted(all, LEAVE, "this help", "help", Browsing::help, typed('?'), Input.Key.F1);
    add(all, LEAVE, "close what is open, forget the search", Browsing::escape, Input.Key.ESCAPE);
    hinted(all, LEAVE, "quit", "quit", Browsing::quit, typed('q'), Input.Key.CTRL_C);
    add(all, LEAVE, "stop until the shell's fg", Browsing::suspend, Input.Key.CTRL_Z);
  }

  private static Input typed(int codePoint) {
    return new Typed(codePoint);
  }

  private static void add(
      List<Binding> all, String group, String help, Consumer<Browsing> action, Input... keys) {
    all.add(new Binding(group, List.of(keys), help, "", action));
  }

  private static void hinted(
      List<Binding> all,
      String group,
      String help,
      String hint,
      Consumer<Browsing> action,
      Input... keys) {
    all.add(new Binding(group, List.of(keys), help, hint, action));
  }

  private static Map<Input, Binding> byKey() {
    Map<Input, Binding> map = new LinkedHashMap<>();
    for (Binding binding : ALL) {
      for (Input key : binding.keys()) {
        if (map.put(key, binding) != null) {
          throw new IllegalStateException(name(key) + " has two meanings");
        }
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /** All of them, in the order of the help. */
  static List<Binding> all() {
    return ALL;
  }

  /** Those that the status line names, the most needed first. */
  static List<Binding> hints() {
    return HINTS;
  }

  /** What an input does. */
  static Optional<Binding> of(Input input) {
    return Optional.ofNullable(BY_KEY.get(input));
  }

  /** How people call a key. */
  static String name(Input input) {
    if (input instanceof Typed typed) {
      return typed.codePoint() == ' ' ? "Space" : Character.toString(typed.codePoint());
    }
    if (input instanceof Input.Key key) {
      return name(key);
    }
    return "";
  }

  private static String name(Input.Key key) {
    return switch (key) {
      case ESCAPE -> "Esc";
      case PAGE_UP -> "PgUp";
      case PAGE_DOWN -> "PgDn";
      case BACK_TAB -> "Shift-Tab";
      default -> words(key);
    };
  }

  private static String words(Input.Key key) {
    String name = key.name();
    if (name.startsWith("CTRL_")) {
      return "Ctrl-" + name.substring("CTRL_".length());
    }
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
