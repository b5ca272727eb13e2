package dev.arborist.cli;

import dev.arborist.adapters.files.JsonPointers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON Schema (draft 2020-12) of each form, from the one file that describes all. */
final class FormSchemas {

  private static final String FILE = "forms.schema.json";
  private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/([A-Za-z]+)\"");

  private final String all;

  private FormSchemas(String all) {
    this.all = all;
  }

  /** Reads the file that lies beside this class. */
  static FormSchemas load() {
    try (InputStream in = FormSchemas.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return new FormSchemas(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the form is, in a few words, as a JSON string. */
  String title(JsonForm form) {
    return at("/$defs/" + form.label() + "/title");
  }

  /** A schema that stands by itself: the form's definition, and those that it refers to. */
  String of(JsonForm form) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put(form.label(), at("/$defs/" + form.label()));
    String unread = needed.get(form.label());
    while (unread != null && !unread.isEmpty()) {
      StringBuilder found = new StringBuilder();
      Matcher reference = REFERENCE.matcher(unread);
      while (reference.find()) {
        String name = reference.group(1);
        if (!needed.containsKey(name)) {
          needed.put(name, at("/$defs/" + name));
          found.append(needed.get(name));
        }
      }
      unread = found.toString();
    }
    return schema(form, needed);
  }

  private static String schema(JsonForm form, Map<String, String> definitions) {
    StringBuilder text =
        new StringBuilder(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:arborist:json:%d:%s",
              "$ref": "#/$defs/%s",
              "$defs": {
            """
                .formatted(JsonForm.VERSION, form.label(), form.label()));
    String separator = "";
    for (Map.Entry<String, String> definition : definitions.entrySet()) {
      text.append(separator).append("    \"").append(definition.getKey()).append("\": ");
      text.append(definition.getValue());
      separator = ",\n";
    }
    return text.append("\n  }\n}\n").toString();
  }

  private String at(String pointer) {
    return JsonPointers.at(all, pointer)
        .orElseThrow(() -> new IllegalStateException(FILE + " has nothing at " + pointer));
  }
}
