package dev.arborist.adapters.render.planted;

/** Planted: only the command line talks. */
public final class PrintsToTheConsole {

  private PrintsToTheConsole() {}

  static void look() {
    System.out.println("x");
  }
}
