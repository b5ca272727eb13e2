package dev.arborist.adapters.postgres;

import dev.arborist.domain.task.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue is on a server, such as {@code postgres://me@host:5432/work?schema=queue}.
 *
 * <p>What the address leaves out comes from the variables that every PostgreSQL program heeds
 * ({@code PGHOST}, {@code PGPORT}, {@code PGDATABASE}, {@code PGUSER}, {@code PGPASSWORD}), and a
 * password also from {@code .pgpass}. Its text form names neither user nor password.
 *
 * @param host the server
 * @param port its port
 * @param database the database on it
 * @param schema the schema that holds the queue and nothing else
 * @param user who connects; null for the name of the account
 * @param password null to look into {@code .pgpass}
 * @param options of the driver, such as {@code sslmode}
 */
public record PostgresAddress(
    String host,
    int port,
    String database,
    String schema,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> options) {

  private static final String SCHEMA_DEFAULT = "arborist";
  private static final int PORT_DEFAULT = 5432;
  private static final Pattern BEGINNING =
      Pattern.compile("postgres(ql)?://", Pattern.CASE_INSENSITIVE);

  /** Keeps its own copy. */
  public PostgresAddress {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new InvalidInputException(
          "'" + schema + "' cannot be a schema: use lower-case letters, digits and _");
    }
  }

  /**
   * Reads an address.
   *
   * @param environment gives the value of a variable, null when it is not set
   * @throws InvalidInputException when it is malformed; the message repeats no password
   */
  public static PostgresAddress parse(String text, Function<String, @Nullable String> environment) {
    Matcher beginning = BEGINNING.matcher(text);
    if (!beginning.lookingAt()) {
      throw malformed("it does not begin with postgres://");
    }
    String rest = text.substring(beginning.end());
    boolean namesNoPlace = rest.isEmpty() || rest.startsWith("?"); // which no URI may leave out
    URI uri;
    try {
      uri = new URI(beginning.group() + (namesNoPlace ? "/" : "") + rest);
    } catch (URISyntaxException e) {
      // The exception would show the password.
      throw malformed("it has a character that must be written as % and two digits");
    }
    if (uri.getRawFragment() != null) {
      throw malformed("a # in it must be written as %23");
    }
    if (uri.getRawQuery() != null && uri.getRawQuery().contains("@")) {
      throw malformed("a ? in its user or password must be written as %3F, and an @ as %40");
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    int at = authority.lastIndexOf('@');
    String place = authority.substring(at + 1);
    int colon = place.lastIndexOf(':') > place.lastIndexOf(']') ? place.lastIndexOf(':') : -1;
    Map<String, String> options = options(uri.getRawQuery());
    String schema = options.remove("schema");
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (path.contains("@")) {
      throw malformed("a / in its user or password must be written as %2F");
    }
    String[] userInfo = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    String user =
        userInfo.length > 0 && !userInfo[0].isEmpty()
            ? decoded(userInfo[0])
            : environment.apply("PGUSER");
    String database = path.isEmpty() ? environment.apply("PGDATABASE") : path;
    if (database == null && user == null) {
      throw malformed("it names no database");
    }
    return new PostgresAddress(
        or(
            colon < 0 ? place : place.substring(0, colon),
            or(environment.apply("PGHOST"), "localhost")),
        port(colon < 0 ? environment.apply("PGPORT") : place.substring(colon + 1)),
        or(database, String.valueOf(user)),
        or(schema, SCHEMA_DEFAULT),
        user,
        userInfo.length > 1 ? decoded(userInfo[1]) : environment.apply("PGPASSWORD"),
        options);
  }

  private static InvalidInputException malformed(String how) {
    return new InvalidInputException(
        "the address of the PostgreSQL server is malformed: "
            + how
            + "; write it as postgres://user@host:5432/database");
  }

  private static int port(@Nullable String text) {
    if (text == null) {
      return PORT_DEFAULT;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw malformed("its port is no number");
    }
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static Map<String, String> options(@Nullable String query) {
    Map<String, String> options = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String option : query.split("&", -1)) {
        String[] both = option.split("=", 2);
        if (both.length < 2 || both[0].isEmpty()) {
          throw malformed("an option behind ? has no value");
        }
        options.put(decoded(both[0]), decoded(both[1]));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("a % in it is not followed by two hexadecimal digits");
    }
  }

  String url() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The address without user, password and options. */
  @Override
  public String toString() {
    String place = "postgres://" + host + ":" + port + "/" + database;
    return schema.equals(SCHEMA_DEFAULT) ? place : place + "?schema=" + schema;
  }
}
