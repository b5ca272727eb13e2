package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.tree.LoadProgress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A browser of a real queue, before and after whose reads something else may happen. */
abstract class HookedBrowser {

  private final TaskBrowser browser;

  HookedBrowser(TaskBrowser real) {
    browser =
        (TaskBrowser)
            Proxy.newProxyInstance(
                TaskBrowser.class.getClassLoader(),
                new Class<?>[] {TaskBrowser.class},
                (proxy, method, arguments) -> {
                  before(method.getName());
                  if (method.getName().equals("tree")) {
                    beforeTree((LoadProgress) arguments[1]);
                  }
                  try {
                    Object result = method.invoke(real, arguments);
                    after(method.getName());
                    return result;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  TaskBrowser browser() {
    return browser;
  }

  void before(String method) throws Exception {}

  void beforeTree(LoadProgress progress) throws Exception {}

  void after(String method) throws Exception {}
}
