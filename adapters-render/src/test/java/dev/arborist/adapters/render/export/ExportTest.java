package dev.arborist.adapters.render.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.export.Exported.Forest;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.TreeView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What each format writes for people and programs. */
class ExportTest {

  @Test
  void graphvizGetsQuotedLabelsAndFilledBoxes() {
    String dot = Exported.small(TreeView.TREE).as(TreeFormat.DOT);
    assertTrue(
        dot.contains(
            "  n1 [label=\"#1 Ship the release\\npending, 0 of 3 done\", tooltip=\"\\N\","
                + " fillcolor=\"#3b82f6\", fontcolor=\"#000000\"];\n"),
        dot);
    assertTrue(dot.contains("  n1 -> n3;\n"), dot);
    assertTrue(dot.startsWith("digraph tasks {\n") && dot.endsWith("}\n"), dot);
    String long100 = "x".repeat(100);
    String cut = Forest.of(new int[] {0}, long100).as(TreeFormat.DOT);
    assertTrue(cut.contains("#1 " + "x".repeat(59) + "…\\n"), cut);
    assertTrue(cut.contains("tooltip=\"" + long100 + "\""), cut);
  }

  @Test
  void whatComesFirstPointsToWhatWaitsForIt() {
    String dot = Exported.small(TreeView.DEPENDENCY).as(TreeFormat.DOT);
    assertTrue(dot.contains("  n1 -> n3;\n"), dot);
    assertTrue(dot.contains("  n2 -> n3 [style=dashed, constraint=false];\n"), dot);
    String mermaid = Exported.small(TreeView.DEPENDENCY).as(TreeFormat.MERMAID);
    assertTrue(mermaid.contains("  n1 --> n3\n  n2 -.-> n3\n"), mermaid);
  }

  @Test
  void aLineNeverLeadsToARowThatIsNotThere() {
    Forest forest = Exported.small(TreeView.DEPENDENCY);
    BitSet met = new BitSet();
    met.set(forest.visibility().tree().nodesOf(new long[] {3}).nextSetBit(0));
    forest.visibility().filter(met);
    String dot = forest.as(TreeFormat.DOT);
    assertFalse(dot.contains("n2"), dot);
    assertTrue(dot.contains("n1 -> n3"), dot);
    assertFalse(Exported.small(TreeView.TREE).as(TreeFormat.DOT, 2, 3).contains("n1"));
  }

  @Test
  void branchesAreNodesOfTheirOwn() {
    assertTrue(
        Exported.small(TreeView.BRANCH)
            .as(TreeFormat.DOT)
            .contains("  g1 [label=\"work/1\\nbranch, 1 of 2 done\""));
    assertTrue(
        Exported.small(TreeView.BRANCH)
            .as(TreeFormat.MERMAID)
            .contains("  g3([\"#40;no branch#41;\\nbranch, 0 of 2 done\"])\n"));
  }

  @Test
  void mermaidIsToldInACommentWhatAPageMustAllow() {
    String mermaid = Forest.chain(600, "x").as(TreeFormat.MERMAID);
    assertTrue(
        mermaid.contains("  %% The page must call mermaid.initialize with maxEdges 599 or more.\n"),
        mermaid.substring(0, 200));
    assertFalse(Forest.chain(40, "x").as(TreeFormat.MERMAID).contains("%%"));
  }

  @Test
  void theSizeThatMermaidIsToldIsThatOfTheChart() {
    String marked = "ก" + "\u0e49".repeat(8);
    for (String text : new String[] {"~".repeat(200), marked.repeat(60), "日".repeat(1_000)}) {
      String mermaid = Forest.chain(500, text).as(TreeFormat.MERMAID);
      Matcher told = Pattern.compile("maxTextSize ([0-9]+) or more").matcher(mermaid);
      assertTrue(told.find(), text);
      int size = Integer.parseInt(told.group(1));
      assertTrue(size >= mermaid.length() && size < mermaid.length() + 250, size + text);
    }
  }

  @Test
  void whatMermaidKeepsForItselfIsSpelledOut() {
    String mermaid =
        Forest.of(new int[] {0}, "\ufb02\u00b0\u00b060; 5\u00b6\u00df").as(TreeFormat.MERMAID);
    assertTrue(
        mermaid.contains("[\"#35;1 fl\u00b0\u00b060#59; 5#182;\u00df\\npending\"]"), mermaid);
  }

  @Test
  void aTableHasWhatTheViewHas() {
    assertEquals(
        """
        number,parent,level,status,priority,summary\r
        1,,1,pending,55.2,"Ship the release"\r
        2,1,2,blocked,55.2,"Write the changelog"\r
        3,1,2,ready,55.2,"Sign the jars"\r
        4,3,3,running,55.2,"Fetch the keys"\r
        5,,1,completed,55.2,"Rest"\r
        """,
        Exported.small(TreeView.TREE).as(TreeFormat.CSV));
    assertEquals(
        """
        number,parent,level,status,priority,summary,created\r
        1,,1,pending,55.2,"Ship the release",2023-11-14T22:13:20Z\r
        """,
        Exported.small(TreeView.TIMELINE).as(TreeFormat.CSV, 0, 1));
    assertEquals(
        """
        number,parent,level,status,priority,summary,branch\r
        ,,1,,,"work/1","work/1"\r
        2,,2,blocked,55.2,"Write the changelog","work/1"\r
        5,,2,completed,55.2,"Rest","work/1"\r
        ,,1,,,"work/2","work/2"\r
        3,,2,ready,55.2,"Sign the jars","work/2"\r
        ,,1,,,"(no branch)",\r
        1,,2,pending,55.2,"Ship the release",\r
        4,,2,running,55.2,"Fetch the keys",\r
        """,
        Exported.small(TreeView.BRANCH).as(TreeFormat.CSV));
    assertEquals(
        "5,,2,completed,55.2,\"Rest\",\"work/1\"\r\n",
        Exported.small(TreeView.BRANCH).as(TreeFormat.CSV, 2, 1).split("branch\r\n", -1)[1]);
  }

  @Test
  void noFieldOfATableBeginsAFormula() {
    String[] texts = {
      "=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "\u0000=1", " =1", "a\"b", "x;=1; -2;3;a"
    };
    String csv = Forest.of(new int[texts.length], texts).as(TreeFormat.CSV);
    String[] expected = {
      "'=1", "'+1", "'-1", "'@x", "'␉x", "'␍x", "'＝1", "␀=1", " =1", "a\"\"b", "x;'=1;' -2;3;a"
    };
    for (int i = 0; i < texts.length; i++) {
      assertTrue(csv.contains(",55.2,\"" + expected[i] + "\"\r\n"), expected[i] + " in " + csv);
    }
  }

  @Test
  void programsGetTextsAsStoredAndProgress() {
    Forest forest = Forest.of(new int[] {0, 1}, "a\"\\\u001b\u202e é 日\ud83d\ude00");
    assertEquals(
        """
        {"version":1,"view":"tree","filtered":false,"rows":[
        {"number":1,"parent":null,"level":1,"status":"pending","priority":5520,\
        "summary":"a\\"\\\\\\u001b\\u202e é 日\ud83d\ude00",\
        "below":{"tasks":1,"pending":0,"blocked":1,"ready":0,"running":0,"completed":0,\
        "failed":0,"cancelled":0},"collapsed":false},
        {"number":2,"parent":1,"level":2,"status":"blocked","priority":5520,\
        "summary":"a\\"\\\\\\u001b\\u202e é 日\ud83d\ude00"}
        ]}
        """,
        forest.as(TreeFormat.JSON));
  }

  @Test
  void programsLearnWhatTheViewAndTheFilterSay() {
    Forest forest = Exported.small(TreeView.DEPENDENCY);
    BitSet met = new BitSet();
    met.set(forest.visibility().tree().nodesOf(new long[] {3}).nextSetBit(0));
    forest.visibility().filter(met);
    String json = forest.as(TreeFormat.JSON);
    assertTrue(json.startsWith("{\"version\":1,\"view\":\"dependency\",\"filtered\":true,"), json);
    assertTrue(json.contains("\"match\":false,\"morePrerequisites\":[],"), json);
    assertTrue(json.contains("\"match\":true,\"morePrerequisites\":[2],"), json);
    assertTrue(
        Exported.small(TreeView.TIMELINE)
            .as(TreeFormat.JSON)
            .contains("\"createdAt\":1700000000000000"));
    String branches = Exported.small(TreeView.BRANCH).as(TreeFormat.JSON);
    assertTrue(branches.contains("\n{\"branch\":\"work/1\",\"level\":1,\"below\":{"), branches);
    assertTrue(branches.contains("\n{\"branch\":null,\"level\":1,\"below\":{"), branches);
  }

  @Test
  void aListIsNestedAndTicked() {
    assertEquals(
        """
        - [ ] `#1` Ship the release *(pending, 0 of 3 done)*
          - [ ] `#2` Write the changelog *(blocked)*
          - [ ] `#3` Sign the jars *(ready, 0 of 1 done)*
            - [ ] `#4` Fetch the keys *(running)*
        - [x] `#5` Rest *(completed)*
        """,
        Exported.small(TreeView.TREE).as(TreeFormat.MARKDOWN));
    assertTrue(
        Exported.small(TreeView.DEPENDENCY).as(TreeFormat.MARKDOWN).contains("also after `#2`)*"));
    assertTrue(
        Forest.chain(13, "x")
            .as(TreeFormat.MARKDOWN)
            .endsWith(" ".repeat(20) + "- [ ] ⋯+2 `#13` x *(failed)*\n"));
  }

  @Test
  void nobodyIsMentionedByAList() {
    String list = Forest.of(new int[] {0}, " by @octocat, see #17! *a*").as(TreeFormat.MARKDOWN);
    assertTrue(list.startsWith("- [ ] `#1` &#32;by `@octocat`\\, see `#17`\\! \\*a\\* *("), list);
    String adjacent = Forest.of(new int[] {0}, "#1#2 @a@b a@@b#c").as(TreeFormat.MARKDOWN);
    assertTrue(adjacent.startsWith("- [ ] `#1` `#1#2` `@a@b` a`@@b#c` *("), adjacent);
  }

  @Test
  void spacesAtTheEdgesOfAListStayThere() {
    String list = Forest.of(new int[] {0}, "\u3000x\u00a0").as(TreeFormat.MARKDOWN);
    assertTrue(list.startsWith("- [ ] `#1` &#12288;x&#160; *("), list);
  }

  @Test
  void jsonThatFailsHalfWayIsNotWholeJson() {
    Forest forest = Exported.small(TreeView.TREE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelSource failing =
        (tree, nodes, count) -> {
          throw new IllegalStateException("the queue cannot be read");
        };
    assertThrows(
        IllegalStateException.class,
        () ->
            TreeFormat.JSON
                .renderer(TreeStyle.PLAIN)
                .render(forest.visibility(), failing, 0, 9, out));
    assertFalse(out.toString(StandardCharsets.UTF_8).contains("]"), "an array that looks whole");
  }
}
