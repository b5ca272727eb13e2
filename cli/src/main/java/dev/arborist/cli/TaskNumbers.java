package dev.arborist.cli;

import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.ITypeConverter;

/** Task numbers as people type them: {@code 17} or {@code #17}. */
final class TaskNumbers implements ITypeConverter<TaskNumber> {

  @Override
  public TaskNumber convert(String text) {
    return TaskNumber.parse(text);
  }
}
