// SPDX-License-Identifier: Apache-2.0
package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The table of known intermediaries, read once from {@code intermediaries.tsv}; an operator may add
 * rows.
 */
public final class Intermediaries {
  private static final int MAX_LINES = 1_000;
  private static final int MAX_LINE = 2_000;

  /** Of the wrong file every line is wrong. */
  private static final int MAX_COMPLAINTS = 5;

  private static volatile Intermediaries known = new Intermediaries(load());

  private final List<Intermediary> rows;

  private Intermediaries(List<Intermediary> rows) {
    this.rows = Collections.unmodifiableList(rows);
  }

  public static Intermediaries known() {
    return known;
  }

  /** An unreadable table costs names, never a handshake: the first one asks for it. */
  private static List<Intermediary> load() {
    try {
      return parse(lines(), new ArrayList<>());
    } catch (IOException | RuntimeException e) {
      return Collections.emptyList();
    }
  }

  /**
   * Adds the rows of a file before those that are known; a row replaces one of the same name.
   *
   * @return what is wrong with the file, one line each; all other rows are in force
   */
  public static List<String> addFrom(String path) {
    List<String> complaints = new ArrayList<>();
    try (InputStream in = new FileInputStream(path)) {
      known = known.with(parse(read(in), complaints));
    } catch (IOException e) {
      complaints.add("cannot be read and is ignored; does the file exist?");
    }
    if (complaints.size() <= MAX_COMPLAINTS) {
      return complaints;
    }
    List<String> first = new ArrayList<>(complaints.subList(0, MAX_COMPLAINTS));
    first.add("has " + (complaints.size() - MAX_COMPLAINTS) + " more lines that are ignored");
    return first;
  }

  /** With these rows first; a known row of the same name gives way. */
  Intermediaries with(List<Intermediary> added) {
    List<Intermediary> all = new ArrayList<>(added);
    for (Intermediary row : rows) {
      if (added.stream().noneMatch(other -> other.name().equals(row.name()))) {
        all.add(row);
      }
    }
    return new Intermediaries(all);
  }

  /** The sound rows; of the others {@code complaints} gets line number and reason. */
  static List<Intermediary> parse(List<String> lines, List<String> complaints) {
    List<Intermediary> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (TableRow.isBlank(lines.get(i))) {
        continue;
      }
      try {
        rows.add(Intermediary.of(TableRow.of(lines.get(i))));
      } catch (IllegalArgumentException e) {
        complaints.add("line " + (i + 1) + " ignored: " + e.getMessage());
      }
    }
    return rows;
  }

  static List<String> lines() throws IOException {
    try (InputStream in = Intermediaries.class.getResourceAsStream("intermediaries.tsv")) {
      return in == null ? Collections.<String>emptyList() : read(in);
    }
  }

  /** Bounded: an operator may name the wrong file. */
  private static List<String> read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    while (c >= 0 && lines.size() < MAX_LINES) {
      if (c == '\n') {
        lines.add(line.toString());
        line.setLength(0);
      } else if (line.length() < MAX_LINE && c != '\r') {
        line.append((char) c);
      }
      c = reader.read();
    }
    if (line.length() > 0) {
      lines.add(line.toString());
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
   * Those that usually end a connection by themselves after this silence, in seconds.
   *
   * @param idle since the last frame of either direction
   * @param idleSent since the last frame that this JVM sent
   */
  public List<Intermediary> closingAfterIdle(double idle, double idleSent) {
    return where(row -> row.idleLimitFor(idle, idleSent).isPresent());
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
