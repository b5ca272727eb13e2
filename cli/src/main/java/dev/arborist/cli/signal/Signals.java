package dev.arborist.cli.signal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Receives some of the system's signals instead of the JVM.
 *
 * <p>The JDK's own interface is reached by reflection because the compiler warns of its name. Where
 * it is missing, or the JVM leaves signals to the system (-Xrs), nothing is received and signals do
 * what they would do otherwise.
 */
public final class Signals implements AutoCloseable {

  private record Replaced(Object signal, Object handler) {}

  private final List<Replaced> replaced = new ArrayList<>();

  private Signals() {}

  /**
   * Hands the number of each signal to the receiver until this is closed, each in its own thread.
   *
   * @param names the signals without their SIG, such as TERM
   */
  public static Signals receive(List<String> names, IntConsumer receiver) {
    Signals signals = new Signals();
    for (String name : names) {
      signals.receive(name, receiver);
    }
    return signals;
  }

  private void receive(String name, IntConsumer receiver) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method number = type.getMethod("getNumber");
      Object handler =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(receiver, arguments);
                }
                receiver.accept((int) number.invoke(arguments[0]));
                return null;
              });
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object before = type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
      replaced.add(new Replaced(signal, before));
    } catch (ReflectiveOperationException e) {
      return; // see above: it does what it would do otherwise
    }
  }

  /** Gives the signals back to whoever received them before. */
  @Override
  public void close() {
    for (Replaced one : replaced) {
      try {
        Class<?> type = one.signal.getClass();
        type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
            .invoke(null, one.signal, one.handler);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
