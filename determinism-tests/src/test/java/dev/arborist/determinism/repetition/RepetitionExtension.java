package dev.arborist.determinism.repetition;

import dev.arborist.determinism.lab.LabReport;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes the repetitions of a {@link Repeated} test, and stops after the first that fails. */
final class RepetitionExtension implements TestTemplateInvocationContextProvider {

  static final String COUNT = "repeat.count";
  private static final int COUNT_DEFAULT = 10;

  /** How often each test is run. */
  static int count() {
    String written = System.getProperty(COUNT);
    if (written == null) {
      return COUNT_DEFAULT;
    }
    if (!written.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          "-D" + COUNT + "=" + written + " is no number of repetitions: give 1 or more");
    }
    return Integer.parseInt(written);
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  /** The stream is lazy, so that no repetition is made after one has failed. */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    AtomicBoolean failed = new AtomicBoolean();
    int count = count();
    return IntStream.rangeClosed(1, count)
        .takeWhile(number -> !failed.get())
        .mapToObj(number -> new Repetition(number, count, failed));
  }

  private record Repetition(int number, int count, AtomicBoolean failed)
      implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocation) {
      return "repetition " + number + " of " + count;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      AfterTestExecutionCallback watch =
          context -> {
            boolean hasFailed = context.getExecutionException().isPresent();
            if (hasFailed) {
              failed.set(true);
            }
            String test =
                context.getRequiredTestClass().getSimpleName()
                    + "."
                    + context.getRequiredTestMethod().getName();
            LabReport.find(context).ifPresent(report -> report.repeated(test, !hasFailed));
          };
      return List.of(watch);
    }
  }
}
