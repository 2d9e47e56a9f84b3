// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.bootstrap.Role;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Handshake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Known intermediaries whose limit fits, those that the request's headers show first, and none
 * whose headers are always there and are missing.
 */
final class CandidateProxies {
  private static final int NAMED = 4;
  private static final int SETTINGS = 3;
  private static final int LOGS = 2;

  private final List<Intermediary> rows;
  private final List<Intermediary> recognised;

  private CandidateProxies(List<Intermediary> rows, List<Intermediary> recognised) {
    this.rows = rows;
    this.recognised = recognised;
  }

  static CandidateProxies of(List<Intermediary> fitting, Handshake handshake) {
    List<Intermediary> shown =
        fitting.stream().filter(handshake.hops()::contains).collect(Collectors.toList());
    Set<Intermediary> ordered = new LinkedHashSet<>(shown);
    // a client does not see what the request's way added to it
    boolean visible = handshake.role() == Role.SERVER;
    fitting.stream().filter(row -> !(visible && row.alwaysLeavesHeaders())).forEach(ordered::add);
    return new CandidateProxies(new ArrayList<>(ordered), shown);
  }

  /** Those that the headers show and that have an idle limit, whatever it is set to. */
  static CandidateProxies shownBy(Handshake handshake) {
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

  /** Whether the headers show one of them, and do not only suggest it. */
  boolean isSure() {
    return recognised.stream().anyMatch(row -> !row.isOnlySuggested());
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

  /** What to look for in their logs, {@code "cD or sD" (haproxy)}; empty where none is known. */
  String logs() {
    return (recognised.isEmpty() ? rows : recognised)
        .stream()
            .filter(row -> row.log().isPresent())
            .limit(LOGS)
            .map(row -> "\"" + row.log().get() + "\" (" + row.plainName() + ")")
            .collect(Collectors.joining(" or "));
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
