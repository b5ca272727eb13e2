package dev.arborist.adapters.render.text;

import dev.arborist.domain.task.TaskStatus;

/** The ANSI sequences that colour what is shown; empty where there are no colours. */
public final class Colours {

  private static final String CSI = "\u001b[";

  private Colours() {}

  /** Ends every colour. */
  public static String reset(ColourDepth depth) {
    return depth == ColourDepth.NONE ? "" : CSI + "0m";
  }

  /** For what matters less. */
  public static String dim(ColourDepth depth) {
    return depth == ColourDepth.NONE ? "" : CSI + "2m";
  }

  /** For headings. */
  public static String bold(ColourDepth depth) {
    return depth == ColourDepth.NONE ? "" : CSI + "1m";
  }

  /** What starts the colour of a status. */
  public static String of(TaskStatus status, ColourDepth depth) {
    return switch (depth) {
      case NONE -> "";
      case ANSI_16 -> CSI + basic(status) + "m";
      case ANSI_256 -> CSI + "38;5;" + indexed(status) + "m";
      case TRUECOLOR -> CSI + "38;2;" + direct(hex(status)) + "m";
    };
  }

  private static String basic(TaskStatus status) {
    return switch (status) {
      case PENDING -> "34";
      case BLOCKED -> "33";
      case READY -> "32";
      case RUNNING -> "35";
      case COMPLETED -> "92";
      case FAILED -> "31";
      case CANCELLED -> "2";
    };
  }

  /** From xterm's colour cube: chosen to be told apart on black and on white. */
  private static int indexed(TaskStatus status) {
    return switch (status) {
      case PENDING -> 33;
      case BLOCKED -> 172;
      case READY -> 34;
      case RUNNING -> 170;
      case COMPLETED -> 77;
      case FAILED -> 160;
      case CANCELLED -> 244;
    };
  }

  /** The colour of a status as red, green and blue, for terminals and for pages. */
  public static int hex(TaskStatus status) {
    return switch (status) {
      case PENDING -> 0x3B82F6;
      case BLOCKED -> 0xD08700;
      case READY -> 0x16A34A;
      case RUNNING -> 0xC026D3;
      case COMPLETED -> 0x4CC764;
      case FAILED -> 0xDC2626;
      case CANCELLED -> 0x8A8F98;
    };
  }

  private static String direct(int rgb) {
    return (rgb >> 16) + ";" + (rgb >> 8 & 0xFF) + ";" + (rgb & 0xFF);
  }
}
