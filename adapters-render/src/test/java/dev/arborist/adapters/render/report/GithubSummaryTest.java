package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.report.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubSummaryTest {

  private static String summary(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.github().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Without what stands between backticks. */
  private static String outsideOfCode(String summary) {
    return summary.replaceAll("(?s)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
  }

  @Test
  void whatChangedIsSaidFirstAndTheRestIsFolded() throws IOException {
    String summary = summary(Duets.verdict(Duets.realistic()));

    assertTrue(
        summary.startsWith(
            """
            ### ❌ 2 regressed, 1 improved, 9 unchanged, 2 inconclusive. A rule is met, so it fails.

            | Benchmark | Before | After | Change | Interval | Detectable | Pairs | Verdict |
            |---|---:|---:|---:|---:|---:|---:|---|
            | `BedBenchmark.throughput plants=100 thrpt` | 1236885 ops/s |\
             1012805 ops/s | +22.1 % | +20.3 % to +26.9 % | 3 % | 30 | REGRESSED |
            """),
        summary);
    int fold = summary.indexOf("<details><summary>9 unchanged</summary>");
    assertTrue(summary.indexOf("`com.example.garden.Seed.hash`: 12.8 %, was 1.2 %") < fold);
    assertTrue(fold > 0 && fold < summary.indexOf("| `PathBenchmark.walk0 plants=100 avgt`"));
    for (String how :
        List.of(
            "- Seed: `271828`\n",
            "- JVM flags: `-Xms512m",
            "- Pairs of launches: `7 to screen, 30 fresh ones to judge a suspect`\n",
            "- Machine: `AMD EPYC 7B13, 2 cores, 8.3 GB`\n")) {
      assertTrue(summary.indexOf(how) > summary.indexOf("How it was measured"), how);
    }
    assertTrue(summary.endsWith("\n</details>\n"), summary);
  }

  @Test
  void whereNothingChangedThereIsNoTableOfIt() throws IOException {
    String summary = summary(Duets.verdict(Duets.unchanged(3)));

    assertTrue(
        summary.startsWith(
            """
            ### ✅ 0 regressed, 0 improved, 3 unchanged, 0 inconclusive. No rule is met.

            <details><summary>3 unchanged</summary>
            """),
        summary);
  }

  @Test
  void anyRunHasASummary() throws IOException {
    String summary = summary(Examinations.realistic());

    assertTrue(summary.startsWith("### ❌ "), summary);
    assertTrue(summary.contains("| `NFR007: An enqueue in memory takes under 20 us` |"), summary);
    assertTrue(summary.contains("**Compared with the baseline**: "), summary);
    assertTrue(summary.contains(" met</summary>"), summary);
    assertEquals(
        "### ❌ Nothing was measured, so nothing is proven.",
        summary(HtmlReportTest.empty()).lines().findFirst().orElseThrow());
  }

  @Test
  void aLongSummaryFitsIntoACommentAndSaysWhatItLacks() throws IOException {
    for (Verdict verdict :
        List.of(Duets.verdict(Duets.unchanged(2_000)), Examinations.large(2_000, 1_900))) {
      String summary = summary(verdict);
      assertTrue(bytes(summary) <= GithubSummary.BYTES_MAX, bytes(summary) + " bytes");
      assertTrue(bytes(summary) > GithubSummary.BYTES_MAX - 1_000, "no more is cut than must be");
      assertTrue(summary.contains(" lines left out, what did not change first"), summary);
      assertEquals(summary.split("<details>", -1).length, summary.split("</details>", -1).length);
    }
  }

  @Test
  void whatChangedIsKeptAsLongAsThereIsRoom() {
    FittedPage page = new FittedPage();
    String line = "x".repeat(99) + "\n";
    page.add(FittedPage.Weight.REST, "rest" + line);
    page.add(FittedPage.Weight.REASON, "why" + line);
    page.add(FittedPage.Weight.CHANGE, "changed" + line);
    page.add(FittedPage.Weight.FRAME, "frame\n");

    String fitted = page.fit(200 + 6 + 107 + 103).toString();

    assertTrue(fitted.startsWith("why" + line + "changed" + line + "frame\n"), fitted);
    assertTrue(fitted.contains("1 line left out"), fitted);
    assertTrue(page.fit(200 + 6 + 107 + 102).toString().startsWith("changed"), "reasons go next");
    assertTrue(page.fit(10_000).toString().startsWith("rest"), "nothing is left out");
  }

  @Test
  void strangersMentionNobodyAndBreakNoTable() throws IOException {
    for (Verdict hostile : List.of(Duets.verdict(Duets.hostile()), Examinations.hostile())) {
      String summary = summary(hostile);
      String outside = outsideOfCode(summary).replace("\\<", "");
      assertFalse(outside.contains("@everyone") || outside.contains(" #1"), outside);
      assertFalse(outside.contains("<script") || outside.contains("www.example"), outside);
      for (char control : new char[] {'\u0000', '\u001b', '\u202e'}) {
        assertEquals(-1, summary.indexOf(control));
      }
      int columns = 0;
      for (String line : summary.lines().toList()) {
        if (line.startsWith("|")) {
          int bars = line.replaceAll("\\\\\\|", "").split("\\|", -1).length;
          columns = line.startsWith("|---") || columns == 0 ? bars : columns;
          assertEquals(columns, bars, line);
        } else {
          columns = 0;
        }
      }
    }
  }
}
