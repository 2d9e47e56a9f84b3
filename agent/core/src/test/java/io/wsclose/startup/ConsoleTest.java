// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConsoleTest {
  private final PrintStream standardError = System.err;
  private final Pipe pipe = new Pipe();
  private final Console console = new Console();

  @BeforeEach
  void replaceStandardError() {
    System.setErr(new PrintStream(pipe, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreStandardError() {
    pipe.read.countDown();
    System.setErr(standardError);
  }

  /** A hook's exception may quote what a client sent. */
  @Test
  void nothingFromOutsideMakesALineOrALookup() {
    assertThat(Console.prefixed("failed: a\n[app] forged\u2028x ${jndi:ldap://h/x}"))
        .isEqualTo("[wsclose] failed: a\\n[app] forged\\u2028x \\u0024{jndi:ldap://h/x}");
  }

  @Test
  void callersNeverWaitForAPipeThatNobodyReads() throws Exception {
    console.start();
    for (int i = 0; i < 1_000; i++) {
      console.accept("line " + i);
    }
    console.flush(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(pipe.written).isEmpty();

    pipe.read.countDown();
    console.flush(TimeUnit.SECONDS.toNanos(30));
    List<String> lines = List.copyOf(pipe.written);
    assertThat(lines).startsWith("[wsclose] line 0", "[wsclose] line 1");
    assertThat(lines.get(lines.size() - 1))
        .endsWith("lines of the agent were lost: standard error accepted none");
    int lost = Integer.parseInt(lines.get(lines.size() - 1).replaceAll("\\D+", ""));
    assertThat(lines.size() - 1 + lost).isEqualTo(1_000);
    assertThat(lines).hasSizeBetween(257, 259);
  }

  @Test
  void writesAtOnceBeforeItIsStarted() {
    pipe.read.countDown();
    console.accept("off: enabled=false");
    assertThat(pipe.written).containsExactly("[wsclose] off: enabled=false");
  }

  /** Blocks until somebody reads. */
  private static final class Pipe extends OutputStream {
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(int octet) {
      try {
        read.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (octet == '\n') {
        written.add(line.toString());
        line.setLength(0);
      } else if (octet != '\r') {
        line.append((char) octet);
      }
    }
  }
}
