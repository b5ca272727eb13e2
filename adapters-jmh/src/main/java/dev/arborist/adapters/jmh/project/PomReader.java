package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.project.Pom.Artifact;
import dev.arborist.adapters.jmh.project.Pom.Use;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a pom: no document type, no entities of its own, nothing from elsewhere. */
final class PomReader {

  /** Below the parser's own limit, which is 100 since JDK 24: so all JDKs say the same. */
  private static final int DEPTH_MAX = 50;

  private static final String PROCESSOR_PATHS = "annotationProcessorPaths";
  private static final List<String> PROC = List.of("proc", "maven.compiler.proc");
  private static final String RUN_PROCESSORS = "-proc:full";

  private final Path file;
  private final List<String> path = new ArrayList<>();
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, String> properties = new TreeMap<>();
  private final List<Artifact> artifacts = new ArrayList<>();
  private final SortedMap<String, String> artifact = new TreeMap<>();
  private boolean hasProcessorPath;
  private boolean asksForProcessors;

  private PomReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a pom.
   *
   * @param file where it is
   * @param content what is in it
   * @throws XMLStreamException when it is no pom
   */
  static Pom read(Path file, byte[] content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    try {
      return new PomReader(file).read(xml);
    } finally {
      xml.close();
    }
  }

  private Pom read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          begin(xml.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity is not allowed: " + xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> {
          end(text.toString().strip());
          text.setLength(0);
        }
        default -> {}
      }
    }
    return new Pom(file, texts, properties, artifacts, hasProcessorPath, asksForProcessors);
  }

  private void begin(String name) throws XMLStreamException {
    path.add(name);
    if (path.size() > DEPTH_MAX) {
      throw new XMLStreamException("its elements are nested too deeply");
    }
    if (!path.get(0).equals("project")) {
      throw new XMLStreamException("it is no pom: its first element is '" + path.get(0) + "'");
    }
    hasProcessorPath |= name.equals(PROCESSOR_PATHS);
    if (isArtifact(path.size())) {
      artifact.clear();
    }
  }

  private void end(String text) {
    int depth = path.size();
    String name = path.get(depth - 1);
    if (isArtifact(depth)) {
      artifacts.add(
          new Artifact(
              use(),
              artifact.getOrDefault("artifactId", ""),
              artifact.getOrDefault("version", "")));
    } else if (isArtifact(depth - 1)) {
      artifact.put(name, text);
    } else if (depth == 2 || (depth == 3 && path.get(1).equals("parent"))) {
      texts.put(String.join("/", path.subList(1, depth)), text);
    } else if (depth > 2 && path.get(depth - 2).equals("properties") && !path.contains("plugin")) {
      properties.putIfAbsent(name, text);
    }
    asksForProcessors |= text.equals(RUN_PROCESSORS);
    asksForProcessors |= text.equals("full") && PROC.contains(name);
    path.remove(depth - 1);
  }

  /** Whether the element at this depth names an artifact that the compiler gets to see. */
  private boolean isArtifact(int depth) {
    if (depth < 2) {
      return false;
    }
    String parent = path.get(depth - 2);
    return parent.equals(PROCESSOR_PATHS)
        || (parent.equals("dependencies")
            && path.get(depth - 1).equals("dependency")
            && !path.subList(0, depth).contains("plugin"));
  }

  private Use use() {
    if (path.contains(PROCESSOR_PATHS)) {
      return Use.PROCESSOR;
    }
    return path.contains("dependencyManagement") ? Use.MANAGED : Use.DEPENDENCY;
  }
}
