package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real browser without a window: it loads a page, runs a script and tells what that found. */
final class Browser {

  /** In the result: what was complained of on the console. */
  static final String CONSOLE = "console";

  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern FOUND = Pattern.compile("<pre id=\"found\">([^<]*)</pre>");

  private static final String PAGE =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>%s<script>
      const given = %s;
      const found = {};
      const inspect = async () => { %s };
      addEventListener("load", () => inspect().catch(e => { found.failed = [String(e)]; })
          .then(() => {
        const bytes = new TextEncoder().encode(JSON.stringify(found));
        const pre = document.createElement("pre");
        pre.id = "found";
        pre.textContent = btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
        document.body.replaceChildren(pre);
      }));
      </script>""";

  private Browser() {}

  /**
   * Runs a script in an empty page.
   *
   * @param directory where files that the page refers to are
   * @param elements what the body begins with
   * @param given texts that the script finds in {@code given}, by name
   * @param script fills {@code found} with lists of texts
   * @return what was found, by name
   */
  static Map<String, List<String>> inspect(
      Path directory, String elements, Map<String, String> given, String script)
      throws IOException, InterruptedException {
    Path page = directory.resolve("inspect.html");
    Files.writeString(page, PAGE.formatted(elements, literal(given), script));
    RealTool.Result result =
        RealTool.run(
            directory,
            List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--allow-file-access-from-files",
                "--user-data-dir=" + directory.resolve("profile"),
                "--enable-logging=stderr",
                "--window-size=400,800",
                "--virtual-time-budget=100000",
                "--dump-dom",
                page.toUri().toString()));
    Matcher found = FOUND.matcher(result.out());
    assertTrue(found.find(), () -> result.out() + result.err());
    byte[] json = Base64.getDecoder().decode(found.group(1));
    Map<String, List<String>> lists = lists(new String(json, StandardCharsets.UTF_8));
    lists.put(CONSOLE, result.err().lines().filter(line -> line.contains("CONSOLE")).toList());
    return lists;
  }

  /** An object of a script's texts, in which nothing ends the script. */
  private static String literal(Map<String, String> given) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> one : given.entrySet()) {
        json.writeStringField(one.getKey(), one.getValue());
      }
      json.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c");
  }

  private static Map<String, List<String>> lists(String object) throws IOException {
    Map<String, List<String>> lists = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(object)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        List<String> list = new ArrayList<>();
        lists.put(parser.currentName(), list);
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(parser.getText());
        }
      }
    }
    return lists;
  }
}
