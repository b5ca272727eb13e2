package dev.arborist.cli;

import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The weights of a queue's priorities as people type them: {@code base=45,depth=10}, in any order;
 * those that are not named are the usual ones.
 */
final class Weights implements ITypeConverter<PriorityPolicy> {

  private static final Pattern WRITTEN =
      Pattern.compile("(base|depth|urgency|blocking|source)=([0-9]{1,3})");

  @Override
  public PriorityPolicy convert(String text) {
    Map<String, Integer> given = new HashMap<>();
    for (String word : text.split(",", -1)) {
      Matcher weight = WRITTEN.matcher(word.strip());
      if (!weight.matches()) {
        throw new TypeConversionException(
            "'"
                + word.strip()
                + "' is not a weight: write base, depth, urgency, blocking or source and a"
                + " percentage, such as base=45,depth=10");
      }
      if (given.put(weight.group(1), Integer.parseInt(weight.group(2))) != null) {
        throw new TypeConversionException(
            "the weight '" + weight.group(1) + "' stands twice: write it once");
      }
    }
    PriorityPolicy usual = PriorityPolicy.DEFAULT;
    try {
      return new PriorityPolicy(
          given.getOrDefault("base", usual.basePercent()),
          given.getOrDefault("depth", usual.depthPercent()),
          given.getOrDefault("urgency", usual.urgencyPercent()),
          given.getOrDefault("blocking", usual.blockingPercent()),
          given.getOrDefault("source", usual.sourcePercent()));
    } catch (InvalidInputException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
