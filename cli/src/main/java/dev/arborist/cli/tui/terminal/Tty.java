package dev.arborist.cli.tui.terminal;

import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/**
 * The device that standard input and output are connected to.
 *
 * <p>Of JLine only what calls the system is used. Its {@code TerminalBuilder} costs half a second:
 * it runs {@code infocmp}, and asks the terminal questions whose answers it waits for. Its own
 * reading hands over byte by byte.
 */
final class Tty {

  private static final int STDIN = 0;

  /** Linux's own calls for all settings at once (asm-generic/ioctls.h, TCGETS and TCSETS). */
  private static final long SETTINGS_GET = 0x5401;

  private static final long SETTINGS_SET = 0x5402;
  private static final int SETTINGS_INTS = 16;

  private final Pty pty;
  private CLibrary.Termios found = new CLibrary.Termios();

  /** The same as Linux has it, for JLine does not keep all of it; null elsewhere. */
  private int @Nullable [] foundOnLinux;

  private Tty(Pty pty) {
    this.pty = pty;
    remember();
  }

  /**
   * Looks at the device.
   *
   * @throws InvalidInputException when this system has none that can be used
   */
  static Tty open() throws IOException {
    try {
      return new Tty(new JniTerminalProvider().current(SystemStream.Output));
    } catch (UnsupportedOperationException e) {
      throw new InvalidInputException("the terminal UI does not know this system's terminals");
    } catch (LinkageError | RuntimeException e) {
      throw new InvalidInputException(
          "the library for terminals cannot be loaded: "
              + e.getMessage()
              + "; ARBORIST_JAVA_OPTS=-Djline.tmpdir=DIRECTORY names another place for it");
    }
  }

  /** Remembers the settings to return to. */
  void remember() {
    found = new CLibrary.Termios();
    CLibrary.tcgetattr(STDIN, found);
    int[] all = new int[SETTINGS_INTS];
    boolean isLinux = System.getProperty("os.name", "").startsWith("Linux");
    foundOnLinux = isLinux && CLibrary.ioctl(STDIN, SETTINGS_GET, all) == 0 ? all : null;
  }

  /** Passes on every byte as it is typed, and shows none; Ctrl-C and the like are bytes too. */
  void raw() throws IOException {
    Attributes raw = pty.getAttr();
    raw.setLocalFlag(LocalFlag.ICANON, false);
    raw.setLocalFlag(LocalFlag.ECHO, false);
    raw.setLocalFlag(LocalFlag.ISIG, false);
    raw.setLocalFlag(LocalFlag.IEXTEN, false);
    raw.setInputFlag(InputFlag.IXON, false);
    raw.setInputFlag(InputFlag.ICRNL, false);
    raw.setInputFlag(InputFlag.INLCR, false);
    raw.setInputFlag(InputFlag.IGNCR, false);
    raw.setInputFlag(InputFlag.ISTRIP, false);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    pty.setAttr(raw);
  }

  /** Returns to the settings that were remembered. */
  void restore() {
    if (foundOnLinux == null || CLibrary.ioctl(STDIN, SETTINGS_SET, foundOnLinux) != 0) {
      CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, found);
    }
  }

  /**
   * Waits for bytes to read; leaves them where they are.
   *
   * @param timeoutMillis how long at most
   * @return false when none came in that time
   * @throws IOException when there is no waiting for this device
   */
  static boolean awaitInput(int timeoutMillis) throws IOException {
    int ready = CLibrary.pollForInput(STDIN, timeoutMillis);
    if (ready < 0) {
      throw new IOException("the terminal cannot be waited for");
    }
    return ready > 0;
  }

  /** How large the window is; nothing by nothing where nobody knows. */
  Size size() throws IOException {
    return pty.getSize();
  }
}
