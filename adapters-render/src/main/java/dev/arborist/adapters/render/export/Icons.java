package dev.arborist.adapters.render.export;

import dev.arborist.domain.task.TaskStatus;

/** The icons of statuses as shapes of SVG, the same that stand for them in a terminal. */
final class Icons {

  private static final String RING = "<circle cx=\"8\" cy=\"8\" r=\"5.75\"/>";

  private Icons() {}

  /** The symbols {@code i-pending} and so on; a drawing refers to them. */
  static String symbols() {
    StringBuilder symbols = new StringBuilder();
    for (TaskStatus status : TaskStatus.values()) {
      symbols.append("<symbol id=\"i-").append(status.label()).append("\" viewBox=\"0 0 16 16\">");
      symbols.append(shapes(status)).append("</symbol>");
    }
    return symbols.toString();
  }

  /** The colours of the classes {@code pending} and so on. */
  static String colours() {
    StringBuilder colours = new StringBuilder();
    for (TaskStatus status : TaskStatus.values()) {
      colours.append('.').append(status.label());
      colours.append("{color:").append(Rgb.of(status)).append("}\n");
    }
    return colours.toString();
  }

  private static String shapes(TaskStatus status) {
    return switch (status) {
      case PENDING -> RING;
      case BLOCKED -> RING + "<path d=\"M5.5 5.5 10.5 10.5M10.5 5.5 5.5 10.5\"/>";
      case READY -> RING + "<circle cx=\"8\" cy=\"8\" r=\"2.5\"/>";
      case RUNNING -> RING + "<circle cx=\"8\" cy=\"8\" r=\"3\" fill=\"currentColor\"/>";
      case COMPLETED -> "<path d=\"M2.75 8.5 6.5 12.25 13.25 4.25\"/>";
      case FAILED -> "<path d=\"M3.75 3.75 12.25 12.25M12.25 3.75 3.75 12.25\"/>";
      case CANCELLED -> RING + "<path d=\"M4 12 12 4\"/>";
    };
  }
}
