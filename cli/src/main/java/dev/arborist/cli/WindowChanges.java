package dev.arborist.cli;

import java.lang.reflect.Proxy;

/** Hears that the terminal's window has another size, or that this process goes on after a stop. */
final class WindowChanges {

  private WindowChanges() {}

  /**
   * Runs the action, on another thread, whenever that happens.
   *
   * <p>The class for signals is no part of Java, so it is found by its name, and where there is
   * none, nothing is heard.
   */
  static void listen(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              WindowChanges.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      for (String name : new String[] {"WINCH", "CONT"}) {
        Object instance = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, instance, listener);
      }
    } catch (ReflectiveOperationException e) {
      return; // the next answer will be drawn in the window as it is then
    }
  }
}
