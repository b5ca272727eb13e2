package dev.arborist.cli;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Task numbers as people type them: {@code 17} or {@code #17}. */
final class TaskNumbers implements ITypeConverter<TaskNumber> {

  @Override
  public TaskNumber convert(String text) {
    try {
      return TaskNumber.parse(text);
    } catch (InvalidInputException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
