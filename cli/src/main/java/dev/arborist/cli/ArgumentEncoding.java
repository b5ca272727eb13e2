package dev.arborist.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the arguments are what was typed.
 *
 * <p>Java reads them in the locale's encoding and puts U+FFFD for what it does not understand. That
 * character may also have been typed, which only an encoding that has it can tell.
 */
final class ArgumentEncoding {

  private static final String REPLACEMENT = "\uFFFD";

  /** Where Linux keeps the arguments as they came. */
  private static final Path TYPED = Path.of("/proc/self/cmdline");

  private ArgumentEncoding() {}

  static boolean isWhole(List<String> arguments) {
    if (arguments.stream().noneMatch(argument -> argument.contains(REPLACEMENT))) {
      return true;
    }
    return "UTF-8".equals(System.getProperty("sun.jnu.encoding")) && isTypedInUtf8();
  }

  private static boolean isTypedInUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(TYPED)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      return true; // a system that does not tell
    }
  }
}
