package dev.arborist.adapters.jmh.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files in which Linux tells about itself, below a root that tests replace.
 *
 * <p>A file that a system does not have is empty. One that it has but does not let us read is empty
 * too, and is remembered so that it can be reported. Not safe for use by several threads.
 */
final class SystemFiles {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  private final Path root;
  private final SortedSet<String> unreadable = new TreeSet<>();

  /** The files below a root, {@code /} for the real ones. */
  SystemFiles(Path root) {
    this.root = root;
  }

  /** The lines of a file, by its path without the leading slash. */
  List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      unreadable.add("/" + file);
      return List.of();
    }
  }

  /** The first line of a file. */
  Optional<String> firstLine(String file) {
    return lines(file).stream().findFirst().map(String::strip);
  }

  /** The whole number that is all of a file's first line. */
  OptionalLong number(String file) {
    return firstLine(file).map(SystemFiles::parse).orElse(OptionalLong.empty());
  }

  /** The number behind a name at the beginning of a line, as in {@code nr_throttled 5}. */
  OptionalLong number(String file, String name) {
    for (String line : lines(file)) {
      String[] words = line.strip().split("[:\\s]+", -1);
      if (words.length > 1 && words[0].equals(name)) {
        return parse(words[1]);
      }
    }
    return OptionalLong.empty();
  }

  /** Whether there is such a file. */
  boolean exists(String file) {
    return Files.exists(root.resolve(file));
  }

  /** The names in a directory, in order. */
  List<String> names(String directory) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(directory))) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      unreadable.add("/" + directory);
    }
    Collections.sort(names);
    return names;
  }

  /** The files that exist but could not be read so far. */
  SortedSet<String> unreadable() {
    return Collections.unmodifiableSortedSet(unreadable);
  }

  private static OptionalLong parse(String text) {
    return WHOLE_NUMBER.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
