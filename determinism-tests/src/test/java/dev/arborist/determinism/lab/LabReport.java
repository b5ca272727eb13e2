package dev.arborist.determinism.lab;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Findings} of this run, which are written when all tests have ended.
 *
 * <p>What was not run is not in the report.
 */
public final class LabReport implements ParameterResolver, BeforeAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(LabReport.class);

  /** Written by JUnit's store when the last test has ended. */
  private record Written(Findings findings) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      findings.write(Lab.DIRECTORY);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    of(context);
  }

  /** The findings of the run that a test belongs to, if any test of it reports. */
  public static Optional<Findings> find(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return Optional.ofNullable(store.get("findings", Written.class)).map(Written::findings);
  }

  private static Findings of(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store
        .getOrComputeIfAbsent("findings", key -> new Written(new Findings()), Written.class)
        .findings();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Findings.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }
}
