package dev.arborist.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes a model as a script for a shell; a new shell is a new constant.
 *
 * <p>A script has two parts: how this shell completes, which is a file beside this class, and
 * tables of what there is, which take the place of one of its lines.
 */
public enum CompletionScript {
  /** GNU bash, from 4.3. */
  BASH,
  /** The Z shell, from 5.7. */
  ZSH,
  /** The friendly interactive shell, from 3.0. */
  FISH;

  /** What a script knows of the model. */
  interface Tables {
    /** The tables in the language of the shell. */
    String of(CompletionModel model);
  }

  private static final String TABLES = "# TABLES\n";

  /** The script. */
  public String of(CompletionModel model) {
    return logic().replace(TABLES, tables().of(model));
  }

  private Tables tables() {
    return switch (this) {
      case BASH -> new BashTables();
      case ZSH -> new ZshTables();
      case FISH -> new FishTables();
    };
  }

  private String logic() {
    String name = "arborist." + name().toLowerCase(Locale.ROOT);
    try (InputStream in = CompletionScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
