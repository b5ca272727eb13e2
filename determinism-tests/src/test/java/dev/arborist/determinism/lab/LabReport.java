package dev.arborist.determinism.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Gives tests the {@link Findings} of this run, and writes them when the last test has ended.
 *
 * <p>Test classes are extended by it; as a listener JUnit finds it by {@code META-INF/services}.
 * What was not run is not in the report.
 */
public final class LabReport
    implements BeforeAllCallback, ParameterResolver, TestExecutionListener {

  private static final Namespace NAMESPACE = Namespace.create(LabReport.class);

  /** The run is that of this JVM. */
  private static final Findings FINDINGS = new Findings();

  /** Used by JUnit. */
  public LabReport() {}

  /** What a test belongs to; nothing for one that another test runs. */
  public static Optional<Findings> find(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return Optional.ofNullable(store.get(Findings.class, Findings.class));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Lab.requireOptions(System::getProperty);
    context.getRoot().getStore(NAMESPACE).put(Findings.class, FINDINGS);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Findings.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return FINDINGS;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Status status = result.getStatus();
    if (test.isTest() || status != Status.SUCCESSFUL) {
      String why = result.getThrowable().map(String::valueOf).orElse("");
      FINDINGS.ended(test.getLegacyReportingName() + " of " + owner(test), status, why);
    }
  }

  /** The class, shortened. */
  private static String owner(TestIdentifier test) {
    return test.getSource().map(LabReport::className).orElse("?");
  }

  private static String className(Object source) {
    String name =
        source instanceof MethodSource method ? method.getClassName() : String.valueOf(source);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    try {
      FINDINGS.write(Lab.DIRECTORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
