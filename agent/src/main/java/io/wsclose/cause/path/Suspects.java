package io.wsclose.cause.path;

import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Handshake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Known intermediaries whose limit fits, those that the request's headers show first. */
final class Suspects {
  private static final int NAMED = 4;
  private static final int SETTINGS = 3;

  private final List<Intermediary> rows;
  private final List<Intermediary> recognised;

  private Suspects(List<Intermediary> rows, List<Intermediary> recognised) {
    this.rows = rows;
    this.recognised = recognised;
  }

  static Suspects of(List<Intermediary> fitting, Handshake handshake) {
    List<Intermediary> shown =
        fitting.stream().filter(handshake.hops()::contains).collect(Collectors.toList());
    Set<Intermediary> ordered = new LinkedHashSet<>(shown);
    ordered.addAll(fitting);
    return new Suspects(new ArrayList<>(ordered), shown);
  }

  /** Those that the headers show and that have an idle limit, whatever it is set to. */
  static Suspects shownBy(Handshake handshake) {
    List<Intermediary> limiting =
        handshake.hops().stream()
            .filter(row -> row.idleSeconds() > 0 && !row.dropsSilently())
            .collect(Collectors.toList());
    return of(limiting, handshake);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean isRecognised() {
    return !recognised.isEmpty();
  }

  /** Those of them that the headers show. */
  String recognised() {
    return recognised.stream().map(Intermediary::plainName).collect(Collectors.joining(" and "));
  }

  /** A weak fingerprint, the question mark of its name, suggests and does not show. */
  String howRecognised() {
    return recognised.stream().allMatch(Intermediary::isOnlySuggested)
        ? ", which the request's headers suggest"
        : ", which the request came through";
  }

  Optional<Intermediary> first() {
    return rows.stream().findFirst();
  }

  /** {@code aws-alb, nginx}; a weak fingerprint's question mark is left out here. */
  String names() {
    return rows.stream()
        .limit(NAMED)
        .map(Intermediary::plainName)
        .collect(Collectors.joining(", "));
  }

  /**
   * {@code proxy_read_timeout (nginx), timeout tunnel (haproxy)}; empty if none has a setting. Of
   * others than those that the headers show only where these show none.
   */
  String settings() {
    return (recognised.isEmpty() ? rows : recognised)
        .stream()
            .filter(row -> row.setting().isPresent())
            .limit(SETTINGS)
            .map(row -> row.setting().get() + " (" + row.plainName() + ")")
            .collect(Collectors.joining(", "));
  }
}
