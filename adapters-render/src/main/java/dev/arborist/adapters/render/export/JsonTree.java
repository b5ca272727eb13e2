package dev.arborist.adapters.render.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the rows as one JSON object, in version 1 of its form, which the guide describes.
 *
 * <p>Summaries are exactly as stored. What is not safe to show stands as an escape, so that the
 * file can be looked at. Each row is on a line of its own.
 */
final class JsonTree implements TreeRenderer {

  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  /** Puts a line break between the rows. */
  private static final class RowLines extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      JsonStreamContext object = json.getOutputContext().getParent();
      json.writeRaw(object.getParent().inRoot() ? ",\n" : ",");
    }
  }

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("view", walk.view().label());
      json.writeBooleanField("filtered", visibility.isFiltered());
      json.writeArrayFieldStart("rows");
      json.writeRaw('\n');
      while (walk.next()) {
        row(walk, json);
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out)
        .setPrettyPrinter(new RowLines())
        .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT) // what fails stays incomplete
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  private static void row(Rows rows, JsonGenerator json) throws IOException {
    TaskTree tree = rows.tree();
    json.writeStartObject();
    if (rows.isGroup()) {
      text("branch", rows, json);
      json.writeNumberField("level", rows.depth() + 1);
    } else {
      json.writeNumberField("number", rows.number());
      parent(tree, tree.parent(rows.node()), json);
      json.writeNumberField("level", rows.depth() + 1);
      json.writeStringField("status", rows.status().label());
      json.writeNumberField("priority", tree.priority(rows.node()));
      text("summary", rows, json);
      place(rows, json);
    }
    if (rows.isParent()) {
      json.writeObjectFieldStart("below");
      json.writeNumberField("tasks", rows.below());
      for (TaskStatus status : TaskStatus.values()) {
        json.writeNumberField(status.label(), rows.below(status));
      }
      json.writeEndObject();
      json.writeBooleanField("collapsed", rows.isCollapsed());
    }
    json.writeEndObject();
  }

  private static void parent(TaskTree tree, int parent, JsonGenerator json) throws IOException {
    if (parent < 0 || tree.isGroup(parent)) {
      json.writeNullField("parent");
    } else {
      json.writeNumberField("parent", tree.number(parent));
    }
  }

  private static void text(String name, Rows rows, JsonGenerator json) throws IOException {
    String stored = rows.text();
    if (stored == null) {
      json.writeNullField(name);
    } else {
      json.writeFieldName(name);
      json.writeRawValue(JsonString.of(stored));
    }
  }

  /** What only some views, filters and tasks have. */
  private static void place(Rows rows, JsonGenerator json) throws IOException {
    TaskTree tree = rows.tree();
    int node = rows.node();
    if (rows.visibility().isFiltered()) {
      json.writeBooleanField("match", rows.isMatch());
    }
    if (rows.view() == TreeView.TIMELINE) {
      json.writeNumberField("createdAt", tree.createdMicros(node));
    }
    if (rows.view() == TreeView.DEPENDENCY) {
      json.writeArrayFieldStart("morePrerequisites");
      for (int i = 0; i < tree.morePrerequisites(node); i++) {
        json.writeNumber(tree.number(tree.morePrerequisite(node, i)));
      }
      json.writeEndArray();
    }
    if (tree.isOrphan(node)) {
      json.writeBooleanField("orphan", true);
    }
    if (tree.isCycle(node)) {
      json.writeBooleanField("cycle", true);
    }
  }
}
