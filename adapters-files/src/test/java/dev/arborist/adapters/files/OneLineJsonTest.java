package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineJsonTest {

  private static final String JSON =
      "{\n\t\"a b\" : [ 1,\r\n 2 ],\n \"c\\\" \\\\\" : \"\\\\\\\" x  日 { \", \"d\":null }\n";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void whiteSpaceIsLeftOutBetweenTokensAndKeptWithinThem(int pieces) throws IOException {
    byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OneLineJson json = new OneLineJson(out)) {
      for (int at = 0; at < bytes.length; at += pieces) {
        json.write(bytes, at, Math.min(pieces, bytes.length - at));
      }
    }
    assertEquals(
        "{\"a b\":[1,2],\"c\\\" \\\\\":\"\\\\\\\" x  日 { \",\"d\":null}",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void singleBytesAreFilteredToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OneLineJson json = new OneLineJson(out)) {
      for (byte value : "[ \" \" ]\n".getBytes(StandardCharsets.UTF_8)) {
        json.write(value);
      }
    }
    assertEquals("[\" \"]", out.toString(StandardCharsets.UTF_8));
  }
}
