package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReceptionTest {

  /** Such as a program that asks all ports of a machine what they are. */
  @Test
  void aStrangerThatConnectsEndsNothing() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    try (Reception reception = new Reception(Duration.ofSeconds(5))) {
      String address = reception.address(Side.BASELINE);
      int port = Integer.parseInt(address.substring(0, address.indexOf(';')));
      try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
        stranger.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

        SideFailure told =
            assertThrows(
                SideFailure.class,
                () ->
                    reception.await(
                        new PairedBenchmark("a.B.c", "avgt", new TreeMap<>()),
                        Map.of(Side.BASELINE, ended, Side.CANDIDATE, ended)));

        assertEquals("ended before its first iteration", told.getMessage());
      }
    }
  }
}
