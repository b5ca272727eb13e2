package dev.arborist.adapters.render.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.export.Exported.Forest;
import dev.arborist.adapters.render.text.Xml;
import dev.arborist.domain.tree.TreeView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** The drawing and the page. */
class PagesTest {

  /** Whatever a browser nests, with all that stands around the rows. */
  private static final int NESTED_MAX = 320;

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource
  void aDrawingIsXmlWhateverTheTexts(TreeView view) throws Exception {
    int[] parents = new int[Exported.HOSTILE.length];
    String svg = Forest.of(view, parents, Exported.HOSTILE).as(TreeFormat.SVG);
    Document document = parsed(svg);
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertTrue(document.getDocumentElement().getTextContent().contains("<b>bold</b>"));
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    StringBuilder text = new StringBuilder();
    Xml.escape("a\ufffe\uffff\u0000\ud800\ud83d\ude00\udc00<&>\"'", text);
    assertEquals(
        "a\ufffd\ufffd\ufffd\ufffd\ud83d\ude00\ufffd&lt;&amp;&gt;&quot;&#39;", text.toString());
  }

  @Test
  void aDrawingIsAsLargeAsItsRows() throws Exception {
    Document one = parsed(Forest.chain(1, "x").as(TreeFormat.SVG));
    Document many = parsed(Forest.chain(100, "x".repeat(300)).as(TreeFormat.SVG));
    assertEquals(99 * 24, number(many, "height") - number(one, "height"));
    assertTrue(number(many, "width") < 1_700, number(many, "width") + "");
    assertEquals(
        "0 0 " + number(one, "width") + " " + number(one, "height"),
        one.getDocumentElement().getAttribute("viewBox"));
  }

  private static int number(Document svg, String attribute) {
    return Integer.parseInt(svg.getDocumentElement().getAttribute(attribute));
  }

  @Test
  void aGuideLeadsFromTheSiblingBeforeOrElseFromTheParent() {
    String svg = Exported.small(TreeView.TREE).as(TreeFormat.SVG);
    assertTrue(svg.contains("d=\"M27.5 94V108.5H37\"/><g id=\"t2\">"), svg);
    assertTrue(svg.contains("d=\"M27.5 108V132.5H37\"/><g id=\"t3\">"), svg);
    assertTrue(svg.contains("d=\"M47.5 142V156.5H57\"/><g id=\"t4\">"), svg);
    assertTrue(svg.contains("</g>\n<g id=\"t5\">"), svg);
  }

  @Test
  void aPageFoldsAndTellsHowFarEachParentIs() {
    String html = Exported.small(TreeView.TREE).as(TreeFormat.HTML);
    assertEquals(2, html.split("<details open>", -1).length - 1, html);
    assertTrue(html.contains("<p>5 tasks, 1 completed.</p>"), html);
    assertTrue(
        html.contains(
            "<progress aria-hidden=\"true\" max=\"3\" value=\"0\"></progress>0 of 3 done"),
        html);
    assertFalse(html.contains("<script"), html);
  }

  @Test
  void aPageSaysWhatItsFilterLeft() {
    Forest forest = Exported.small(TreeView.TREE);
    BitSet met = new BitSet();
    met.set(3);
    forest.visibility().filter(met);
    String html = forest.as(TreeFormat.HTML);
    assertTrue(html.contains("3 tasks, 0 completed; 1 match the filter, the others stand"), html);
    assertTrue(html.contains("<li id=\"t1\"><details open><summary class=\"path\">"), html);
    assertTrue(html.contains("<li id=\"t4\"><div class=\"row\">"), html);
  }

  @Test
  void aPrerequisiteThatIsOnThePageIsLinked() {
    String html = Exported.small(TreeView.DEPENDENCY).as(TreeFormat.HTML);
    assertTrue(
        html.contains("<span class=\"note\">also after <a href=\"#t2\">#2</a></span>"), html);
  }

  @Test
  void thePolicyNamesTheStyleAndNothingElse() throws Exception {
    String html = Exported.small(TreeView.TREE).as(TreeFormat.HTML);
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
    assertTrue(style.find());
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertTrue(
        html.contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'\""));
    assertFalse(html.contains("style="), "an attribute that the policy forbids");
  }

  @Test
  void aPageIsNestedNoDeeperThanBrowsersNest() {
    String html = Forest.chain(2_000, "x").as(TreeFormat.HTML);
    int depth = 0;
    int deepest = 0;
    Matcher tags =
        Pattern.compile("<(/?)(html|body|main|ul|li|details|div|summary)\\b").matcher(html);
    while (tags.find()) {
      depth += tags.group(1).isEmpty() ? 1 : -1;
      deepest = Math.max(deepest, depth);
    }
    assertEquals(0, depth);
    assertTrue(deepest < NESTED_MAX, "nested " + deepest + " deep");
    assertTrue(html.contains("<span class=\"level\">⋯+1987</span>"));
  }
}
