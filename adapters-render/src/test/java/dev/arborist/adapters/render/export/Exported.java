package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Trees and what the formats make of them. */
final class Exported {

  /** Texts that each format has reasons to fear. */
  static final String[] HOSTILE = {
    "plain",
    "\"quoted\" and 'single' \\ back\\\\slash\\",
    "<b>bold</b><script>alert(1)</script>",
    "&lt;entity&gt; &amp; &#60; &quot;",
    "]; n1 -> n2 [label=<evil>] /* x */ // y",
    "%%{init: {\"theme\": \"dark\"}}%% #quot; #35; click n1 href",
    "`code` ``two`` *emphasis* __strong__ ~~gone~~ | a | b |",
    "![image](http://example.org/x.png) [link](javascript:alert(1)) <http://example.org>",
    "# heading\n- item\n1. first\n> quote\n```\nfence",
    "=HYPERLINK(\"http://example.org\")",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tTAB",
    "\rCR",
    "comma, \"quote\", end",
    "\u001b[31mred\u001b[0m \u202eright to left\u202c \u0085\u2028\u2029 \u00ad",
    "\ufffe\uffff\ufdd0 \ud83d\ude00 \ufb02\u00b0\u00b060\u00b6\u00df",
    "]]> --> <!-- <?xml?> </title></style></svg>",
    "  spaces  at  the  edges  ",
    "$$x^2$$ fa:fa-car :smile: @octocat #17",
    "日本語の題 مرحبا e\u0301",
  };

  private Exported() {}

  /** A tree whose tasks 1, 2, … stand under these parents, 0 for none, with these labels. */
  record Forest(Visibility visibility, LoadedLabels labels) {

    static Forest of(TreeView view, int[] parents, String... texts) {
      TaskTreeBuilder builder = new TaskTreeBuilder(view, parents.length);
      LoadedLabels.Collector labels = new LoadedLabels.Collector(parents.length);
      TaskStatus[] statuses = TaskStatus.values();
      for (int i = 0; i < parents.length; i++) {
        builder.add(i + 1L, parents[i], statuses[i % statuses.length], 5_520);
        builder.created(1_700_000_000_000_000L + i * 60_000_000L);
        builder.branch(i % 3 == 0 ? null : "work/" + i % 3);
        labels.add(texts[i % texts.length].getBytes(StandardCharsets.UTF_8));
      }
      for (int i = 2; i < parents.length; i++) {
        builder.waitsFor(i + 1L, i - 1L);
        builder.waitsFor(i + 1L, i);
      }
      TaskTree tree = builder.build();
      return new Forest(new Visibility(tree), labels.build(tree));
    }

    static Forest of(int[] parents, String... texts) {
      return of(TreeView.TREE, parents, texts);
    }

    /** One task for each text, each under the one before. */
    static Forest chain(int tasks, String... texts) {
      int[] parents = new int[tasks];
      for (int i = 0; i < tasks; i++) {
        parents[i] = i;
      }
      return of(parents, texts);
    }

    String as(TreeFormat format) {
      return as(format, 0, visibility.rows());
    }

    String as(TreeFormat format, int first, int rows) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        format.renderer(TreeStyle.PLAIN).render(visibility, labels, first, rows, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  /** Three levels: 1 over 2 and 3, 3 over 4; and 5. */
  static Forest small(TreeView view) {
    return Forest.of(
        view,
        new int[] {0, 1, 1, 3, 0},
        "Ship the release",
        "Write the changelog",
        "Sign the jars",
        "Fetch the keys",
        "Rest");
  }
}
