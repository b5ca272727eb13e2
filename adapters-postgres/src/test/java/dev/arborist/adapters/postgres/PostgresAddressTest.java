package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  private static PostgresAddress parse(String text) {
    return PostgresAddress.parse(text, variable -> null);
  }

  @Test
  void everyPartIsTaken() {
    PostgresAddress address =
        parse("postgresql://me%40work:p%2Fw+1@db.example:6000/jobs?schema=queue&sslmode=require");
    assertEquals(
        new PostgresAddress(
            "db.example", 6000, "jobs", "queue", "me@work", "p/w+1", Map.of("sslmode", "require")),
        address);
    assertEquals("postgres://db.example:6000/jobs?schema=queue", address.toString());
  }

  @Test
  void whatIsLeftOutComesFromTheEnvironmentOrHasADefault() {
    Map<String, String> environment =
        Map.of("PGHOST", "db", "PGPORT", "7", "PGUSER", "me", "PGPASSWORD", "pw");
    assertEquals(
        new PostgresAddress("db", 7, "me", "arborist", "me", "pw", Map.of()),
        PostgresAddress.parse("postgres://", environment::get));
    assertEquals(
        new PostgresAddress("localhost", 5432, "x", "arborist", null, null, Map.of()),
        parse("POSTGRES:///x"));
    assertEquals(
        "queue", PostgresAddress.parse("postgres://?schema=queue", environment::get).schema());
    assertEquals("[::1]", parse("postgres://[::1]/x").host());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres:/me:s3cret@h/x, does not begin with postgres://",
    "jdbc:postgresql://me:s3cret@h/x, does not begin with postgres://",
    "postgresx://me:s3cret@h/x, does not begin with postgres://",
    "postgres://me:s3cret%zz@h/x, must be written as % and two digits",
    "postgres://me:s3cret 1@h/x, must be written as % and two digits",
    "postgres://me:s3cret/1@h/x, must be written as %2F",
    "postgres://me:s3cret#1@h/x, must be written as %23",
    "postgres://me:1#s3cret@h/x, must be written as %23",
    "postgres://me:s3cret@h/x#2, must be written as %23",
    "postgres://me:1?s3cret=2@h/x, must be written as %3F",
    "postgres://me:s3cret@h:many/x, its port is no number",
    "postgres://me:s3cret@h/x?schema, an option behind ? has no value",
    "postgres://:s3cret@h, it names no database",
  })
  void whatIsMalformedIsToldWithoutItsPassword(String text, String how) {
    String message = assertThrows(InvalidInputException.class, () -> parse(text)).getMessage();
    assertTrue(message.contains(how), message);
    assertTrue(message.contains("write it as postgres://user@host:5432/database"), message);
    assertFalse(message.contains("s3cret"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Queue", "1st", "my queue", "a-b"})
  void aSchemaIsAPlainName(String schema) {
    String text = "postgres://h/x?schema=" + schema.replace(" ", "%20");
    String message = assertThrows(InvalidInputException.class, () -> parse(text)).getMessage();
    assertEquals(
        "'" + schema + "' cannot be a schema: use lower-case letters, digits and _", message);
  }
}
