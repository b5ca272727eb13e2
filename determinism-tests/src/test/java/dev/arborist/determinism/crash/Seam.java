package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Patch;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between the product and its driver, where the product is patched to ask for it. */
public final class Seam {

  /** Lets every connection that the product opens pass through here. */
  static final Patch PATCH =
      Patch.of(
          "adapters-sqlite/src/main/java/dev/arborist/adapters/sqlite/Connections.java",
          "return new JDBC4Connection(file.url(options), file.address(options), properties);",
          """
          return dev.arborist.determinism.crash.Seam.opened(
              new JDBC4Connection(file.url(options), file.address(options), properties));
          """);

  private static final AtomicReference<@Nullable FaultPlan> PLAN = new AtomicReference<>();
  private static final AtomicInteger PAGES_MAX = new AtomicInteger();
  private static final AtomicInteger OPEN = new AtomicInteger();

  private Seam() {}

  /** Lets statements fail as planned; null to let none fail. */
  static void follow(@Nullable FaultPlan plan) {
    PLAN.set(plan);
  }

  /** Lets connections that are opened from now on fill so many pages at most; 0 for any number. */
  static void limitPages(int pages) {
    PAGES_MAX.set(pages);
  }

  /** How many connections are open. */
  static int open() {
    return OPEN.get();
  }

  /** A connection as the product sees it. */
  public static Connection opened(Connection connection) throws SQLException {
    OPEN.incrementAndGet();
    int pages = PAGES_MAX.get();
    if (pages > 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = " + pages);
      }
    }
    InvocationHandler handler =
        (proxy, method, arguments) -> onConnection(connection, method, arguments);
    return (Connection) proxy(Connection.class, handler);
  }

  private static Object onConnection(
      Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "close" -> {
        if (!connection.isClosed()) {
          OPEN.decrementAndGet();
        }
        return invoke(connection, method, arguments);
      }
      case "setAutoCommit" -> {
        return run("BEGIN by the driver", () -> invoke(connection, method, arguments));
      }
      case "prepareStatement" -> {
        Object statement = invoke(connection, method, arguments);
        String sql = arguments == null ? "" : String.valueOf(arguments[0]);
        return proxy(PreparedStatement.class, (p, m, a) -> onStatement(statement, sql, m, a));
      }
      case "createStatement" -> {
        Object statement = invoke(connection, method, arguments);
        return proxy(Statement.class, (p, m, a) -> onStatement(statement, null, m, a));
      }
      default -> {
        return invoke(connection, method, arguments);
      }
    }
  }

  private static Object onStatement(
      Object statement, @Nullable String prepared, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (!method.getName().startsWith("execute")) {
      return invoke(statement, method, arguments);
    }
    String sql = prepared == null && arguments != null ? String.valueOf(arguments[0]) : prepared;
    return run(String.valueOf(sql), () -> invoke(statement, method, arguments));
  }

  private static Object run(String sql, Callable<Object> statement) throws Exception {
    FaultPlan plan = PLAN.get();
    return plan == null ? statement.call() : plan.run(sql, statement);
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(Seam.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object invoke(Object target, Method method, Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    }
  }
}
