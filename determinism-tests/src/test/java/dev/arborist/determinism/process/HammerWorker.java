package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A process that works on a queue and says a line for everything it does.
 *
 * <p>{@code work QUEUE NAME}: claims and completes until nothing is ready. {@code hold QUEUE NAME
 * MILLIS}: claims one task for so long, waits for a line of input, and tries to complete it.
 */
final class HammerWorker {

  private HammerWorker() {}

  public static void main(String[] arguments) throws IOException {
    try (Arborist arborist = Arborist.open(arguments[1])) {
      switch (arguments[0]) {
        case "work" -> work(arborist, arguments[2]);
        case "hold" -> hold(arborist, arguments[2], Long.parseLong(arguments[3]));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  private static void work(Arborist arborist, String name) {
    List<Claim> claims = claim(arborist, name, Duration.ofMinutes(10));
    while (!claims.isEmpty()) {
      complete(arborist, claims.get(0));
      claims = claim(arborist, name, Duration.ofMinutes(10));
    }
  }

  private static void hold(Arborist arborist, String name, long millis) throws IOException {
    Claim claim = claim(arborist, name, Duration.ofMillis(millis)).get(0);
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    try {
      complete(arborist, claim);
    } catch (RefusedException e) {
      System.out.println("refused " + e.getClass().getSimpleName());
    }
  }

  private static List<Claim> claim(Arborist arborist, String name, Duration lease) {
    List<Claim> claims = arborist.queue().claim(name, 1, lease);
    for (Claim claim : claims) {
      System.out.println(
          "claimed " + claim.details().task().number().value() + " " + claim.token());
    }
    return claims;
  }

  private static void complete(Arborist arborist, Claim claim) {
    arborist.queue().complete(claim.details().task().number(), claim.token(), null);
    System.out.println("completed " + claim.details().task().number().value());
  }
}
