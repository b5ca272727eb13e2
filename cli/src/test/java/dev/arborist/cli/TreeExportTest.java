package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.SafeText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every format is read by a program that reads it for others too. */
@Tag("once")
class TreeExportTest {

  /** What stands behind a summary in a list. */
  private static final Pattern REMARKS = Pattern.compile(" \\([a-z]+(, [^()]*)?\\)$");

  @TempDir static Path directory;
  private static ExportedQueues queues;

  @BeforeAll
  static void fillTheQueues() throws IOException {
    queues = new ExportedQueues(directory);
  }

  private static List<Long> all() {
    return LongStream.rangeClosed(1, queues.tasks()).boxed().toList();
  }

  private static List<Long> sorted(List<String> numbers) {
    return numbers.stream().map(Long::valueOf).sorted().toList();
  }

  @Test
  void jacksonReadsEveryTaskOnceAndEverySummaryAsItWasGiven() throws Exception {
    assertEquals(all(), List.copyOf(ExportedQueues.read(queues.many("json")).keySet()));
    assertEquals(queues.summaries(), ExportedQueues.read(queues.hostile("json")));
  }

  @Test
  void sqliteImportsTheTable() throws Exception {
    SortedMap<Long, String> expected = queues.shown();
    expected.replaceAll((number, text) -> queues.formula(number) ? "'" + text : text);
    assertEquals(expected, imported(queues.hostile("csv")));
    assertEquals(all(), List.copyOf(imported(queues.many("csv")).keySet()));
  }

  private static SortedMap<Long, String> imported(Path csv) throws Exception {
    String json =
        RealTool.accepted(
            csv.getParent(),
            List.of(
                "sqlite3",
                "-json",
                ":memory:",
                ".import --csv '" + csv + "' t",
                "SELECT CAST(number AS INTEGER) AS number, summary FROM t"));
    Path file = Files.writeString(csv.resolveSibling("imported.json"), json);
    return ExportedQueues.read(file);
  }

  @Test
  void graphvizDrawsTheGraphWithTheTextsAndNothingElse() throws Exception {
    for (String view : List.of("tree", "dependency", "branch")) {
      Path many = queues.many("dot", "--view", view);
      String canonical = RealTool.accepted(directory, List.of("dot", "-Tcanon", many.toString()));
      List<String> nodes = new ArrayList<>();
      Matcher node = Pattern.compile("(?m)^\\s*n(\\d+)\\s+\\[").matcher(canonical);
      while (node.find()) {
        nodes.add(node.group(1));
      }
      assertEquals(all(), sorted(nodes));
    }
    Path hostile = queues.hostile("dot");
    Document svg = xml(RealTool.accepted(directory, List.of("dot", "-Tsvg", hostile.toString())));
    Map<Long, String> texts = new TreeMap<>();
    NodeList groups = svg.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if (group.getAttribute("class").equals("node")) {
        String name = group.getElementsByTagName("title").item(0).getTextContent();
        String text = group.getElementsByTagName("text").item(0).getTextContent();
        texts.put(Long.valueOf(name.substring(1)), text.replace('\u00a0', ' '));
      }
    }
    assertEquals(cut(queues.shown()), texts);
    NodeList links = svg.getElementsByTagName("a");
    for (int i = 0; i < links.getLength(); i++) {
      assertEquals("", ((Element) links.item(i)).getAttribute("xlink:href"));
    }
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  /** As graphs show the texts: the number in front, no more than 60 columns. */
  private static SortedMap<Long, String> cut(SortedMap<Long, String> texts) {
    SortedMap<Long, String> cut = new TreeMap<>();
    texts.forEach(
        (number, text) -> cut.put(number, "#" + number + " " + SafeText.of(text).fit(60)));
    return cut;
  }

  @Test
  void mermaidDrawsTheFlowchartWithTheTextsAndNothingElse() throws Exception {
    Path mermaid = RealTool.script("mermaid/package/dist/mermaid.min.js");
    Map<String, String> given = new TreeMap<>();
    given.put("hostile", Files.readString(queues.hostile("mermaid")));
    for (String view : List.of("tree", "dependency", "branch")) {
      given.put(view, Files.readString(queues.many("mermaid", "--view", view)));
    }
    Map<String, List<String>> found =
        Browser.inspect(
            directory,
            "<script src=\"" + mermaid.toUri() + "\"></script>",
            given,
            """
            mermaid.initialize({startOnLoad: false, maxEdges: 10000, maxTextSize: 10000000});
            for (const view of ["tree", "dependency", "branch"]) {
              const diagram = await mermaid.mermaidAPI.getDiagramFromText(given[view]);
              const nodes = [...diagram.db.getVertices().keys()];
              found[view] = nodes.filter(id => id[0] == "n").map(id => id.substring(1));
            }
            const drawn = await mermaid.render("hostile", given.hostile);
            const box = document.createElement("div");
            box.innerHTML = drawn.svg;
            document.body.append(box);
            const labels = [...box.querySelectorAll(".node .nodeLabel p")];
            found.texts = labels.map(p => p.firstChild.textContent);
            found.elements = [...new Set(labels.flatMap(p => [...p.children]).map(e => e.tagName))];
            found.links = [...box.querySelectorAll("a, script, img")].map(e => e.tagName);
            """);
    for (String view : List.of("tree", "dependency", "branch")) {
      assertEquals(all(), sorted(found.getOrDefault(view, List.of())), found.toString());
    }
    assertEquals(
        cut(queues.shown()).values().stream()
            .map(text -> text.replace("\ufb02", "fl")) // which Mermaid keeps for itself
            .sorted()
            .toList(),
        found.get("texts").stream().sorted().toList());
    assertEquals(List.of("BR"), found.get("elements"));
    assertEquals(List.of(), found.get("links"));
    assertEquals(List.of(), found.get(Browser.CONSOLE));
  }

  @Test
  void aBrowserShowsThePageAndTheDrawingAndFindsNoFault() throws Exception {
    StringBuilder frames = new StringBuilder();
    for (String format : List.of("html", "svg")) {
      frames.append(frame(format, queues.many(format)));
      frames.append(frame("hostile-" + format, queues.hostile(format)));
    }
    Map<String, List<String>> found =
        Browser.inspect(
            directory,
            frames.toString(),
            Map.of(),
            """
            for (const frame of document.querySelectorAll("iframe")) {
              const page = frame.contentDocument;
              const rows = [...page.querySelectorAll("[id^=t]")];
              found[frame.name] = rows.map(row => row.id.substring(1));
              const text = frame.name.endsWith("html")
                ? row => row.querySelector("bdi").textContent
                : row => row.querySelector("text").childNodes[1].textContent;
              found[frame.name + "-texts"] = rows.map(text);
              found[frame.name + "-scripts"] =
                [...page.querySelectorAll("script, img, h1:not(header *)")].map(e => e.tagName);
              found[frame.name + "-spaces"] = [...new Set(rows.flatMap(row =>
                [...row.querySelectorAll("bdi")].map(e => getComputedStyle(e).whiteSpace)))];
              found[frame.name + "-overflow"] = frame.name.endsWith("svg") ? [] :
                rows.filter(row => row.getBoundingClientRect().right > 400).map(row => row.id);
            }
            """);
    assertEquals(List.of(), found.get(Browser.CONSOLE));
    for (String format : List.of("html", "svg")) {
      assertEquals(all(), sorted(found.get(format)));
      assertEquals(List.of(), found.get("hostile-" + format + "-scripts"));
      assertEquals(List.of(), found.get(format + "-overflow"));
      assertEquals(List.of(), found.get("hostile-" + format + "-overflow"));
    }
    assertEquals(List.of("pre-wrap"), found.get("html-spaces"));
    assertEquals(queues.shown(), texts("hostile-html", found));
    SortedMap<Long, String> drawn = queues.shown();
    drawn.replaceAll((number, text) -> SafeText.of(text).fit(72).toString());
    assertEquals(drawn, texts("hostile-svg", found));
  }

  private static String frame(String name, Path file) {
    return "<iframe width=\"400\" name=\"%s\" src=\"%s\"></iframe>".formatted(name, file.toUri());
  }

  private static SortedMap<Long, String> texts(String page, Map<String, List<String>> found) {
    SortedMap<Long, String> texts = new TreeMap<>();
    for (int i = 0; i < found.get(page).size(); i++) {
      texts.put(Long.valueOf(found.get(page).get(i)), found.get(page + "-texts").get(i));
    }
    return texts;
  }

  @Test
  void twoReadersOfMarkdownSeeAListOfTheTextsAndNothingElse() throws Exception {
    Path marked = RealTool.script("marked/package/lib/marked.umd.js");
    Path commonmark = RealTool.script("commonmark/package/dist/commonmark.min.js");
    Map<String, List<String>> found =
        Browser.inspect(
            directory,
            "<script src=\"%s\"></script><script src=\"%s\"></script>"
                .formatted(marked.toUri(), commonmark.toUri()),
            Map.of(
                "many", Files.readString(queues.many("markdown")),
                "hostile", Files.readString(queues.hostile("markdown"))),
            """
            const common = text => new commonmark.HtmlRenderer()
                .render(new commonmark.Parser().parse(text));
            for (const [reader, read] of [["marked", marked.parse], ["commonmark", common]]) {
              for (const queue of ["many", "hostile"]) {
                const page = new DOMParser().parseFromString(read(given[queue]), "text/html");
                const items = [...page.querySelectorAll("li")];
                found[reader + "-" + queue] =
                    items.map(item => item.querySelector("code").textContent.substring(1));
                for (const list of page.querySelectorAll("ul ul")) list.remove();
                if (queue == "hostile") {
                  found[reader + "-texts"] = items.map(item => item.textContent.trim());
                  found[reader + "-elements"] = [...new Set(
                      items.flatMap(item => [...item.querySelectorAll("*")])
                          .map(element => element.tagName))].sort();
                }
              }
            }
            """);
    assertFalse(found.containsKey("failed"), found.toString());
    for (String reader : List.of("marked", "commonmark")) {
      assertEquals(all(), sorted(found.get(reader + "-many")));
      assertEquals(queues.shown(), listed(found.get(reader + "-texts")), reader);
      List<String> elements = new ArrayList<>(found.get(reader + "-elements"));
      elements.removeAll(List.of("CODE", "EM", "INPUT", "P"));
      assertEquals(List.of(), elements, reader);
    }
  }

  private static SortedMap<Long, String> listed(List<String> items) {
    SortedMap<Long, String> texts = new TreeMap<>();
    for (String item : items) {
      String text =
          REMARKS.matcher(item).replaceFirst("").replaceFirst("^(\\[ \\] )?(⋯\\+\\d+ )?", "");
      int end = text.indexOf(' ');
      assertTrue(text.startsWith("#") && end > 0, item);
      texts.put(Long.valueOf(text.substring(1, end)), text.substring(end + 1));
    }
    return texts;
  }

  @Test
  void textsAndSentencesHaveALineForEachTask() throws Exception {
    assertEquals(queues.tasks(), Files.readAllLines(queues.many("text")).size());
    assertEquals(queues.hostileTasks(), Files.readAllLines(queues.hostile("plain")).size());
  }
}
