package dev.arborist.determinism.lab;

import java.nio.file.Path;
import java.util.List;

/** How far an experiment goes: a build's share, or with {@code -Dlab=long} everything. */
public final class Lab {

  /** Everything that the laboratory leaves behind. */
  public static final Path DIRECTORY = Path.of("target", "determinism");

  /** What a whole run does, as its report names it: what is missing there was not done. */
  static final List<String> EXPERIMENTS =
      List.of(
          "calls",
          "crowd",
          "damage",
          "fresh JVMs",
          "full disk",
          "processes",
          "simulation",
          "statements",
          "syncs",
          "undisturbed session");

  private static final String NAME = "lab";
  private static final String LONG = "long";

  private Lab() {}

  /** Whether everything is done that can be done. */
  public static boolean isLong() {
    String wanted = System.getProperty(NAME, "");
    if (!wanted.isEmpty() && !wanted.equals(LONG)) {
      throw new IllegalArgumentException(
          "-D" + NAME + "=" + wanted + " is unknown: leave it out, or give " + LONG);
    }
    return wanted.equals(LONG);
  }

  /** One number for a build, another for the long run. */
  public static int count(int build, int inTheLongRun) {
    return isLong() ? inTheLongRun : build;
  }
}
