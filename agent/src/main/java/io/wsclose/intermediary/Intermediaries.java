package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.util.Collections;
import java.util.List;

/** The table of known intermediaries. */
public final class Intermediaries {
  private static final Intermediaries KNOWN = new Intermediaries(Collections.emptyList());

  private final List<Intermediary> rows;

  private Intermediaries(List<Intermediary> rows) {
    this.rows = Collections.unmodifiableList(rows);
  }

  public static Intermediaries known() {
    return KNOWN;
  }

  public List<Intermediary> all() {
    return rows;
  }

  /** Those whose fingerprint is in a request's headers. */
  public List<Intermediary> recognisedBy(Headers headers) {
    return Collections.emptyList();
  }
}
