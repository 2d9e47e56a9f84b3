package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of known intermediaries, read once from {@code intermediaries.tsv}. */
public final class Intermediaries {
  private static final Intermediaries KNOWN = new Intermediaries(load());

  private final List<Intermediary> rows;

  private Intermediaries(List<Intermediary> rows) {
    this.rows = Collections.unmodifiableList(rows);
  }

  public static Intermediaries known() {
    return KNOWN;
  }

  /** An unreadable table costs names, never a handshake: the first one asks for it. */
  private static List<Intermediary> load() {
    try {
      return parse(lines());
    } catch (IOException | RuntimeException e) {
      return Collections.emptyList();
    }
  }

  static List<Intermediary> parse(List<String> lines) {
    return TableRow.parse(lines).stream().map(Intermediary::of).collect(Collectors.toList());
  }

  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    InputStream in = Intermediaries.class.getResourceAsStream("intermediaries.tsv");
    if (in == null) {
      return lines;
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  public List<Intermediary> all() {
    return rows;
  }

  /** Those whose fingerprint is in a request's headers. */
  public List<Intermediary> recognisedBy(Headers headers) {
    return where(row -> row.isRecognisedBy(headers));
  }

  /**
   * Those that by default end a connection by themselves after this silence, in seconds.
   *
   * @param idle since the last frame of either direction
   * @param idleSent since the last frame that this JVM sent
   */
  public List<Intermediary> closingAfterIdle(double idle, double idleSent) {
    return where(row -> row.closesAfterIdle(idle, idleSent));
  }

  /** Those that by default end a connection of this age, in seconds. */
  public List<Intermediary> closingAtAge(double seconds) {
    return where(row -> row.closesAtAge(seconds));
  }

  /** Those that by default have forgotten a flow silently after this silence, in seconds. */
  public List<Intermediary> forgettingAfterIdle(double seconds) {
    return where(
        row -> row.dropsSilently() && row.idleSeconds() > 0 && row.idleSeconds() <= seconds);
  }

  private List<Intermediary> where(Predicate<Intermediary> wanted) {
    return rows.stream().filter(wanted).collect(Collectors.toList());
  }
}
