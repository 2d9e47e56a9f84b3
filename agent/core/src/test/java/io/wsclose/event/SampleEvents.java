// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.SampleFindings;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.record.FactKind;
import io.wsclose.record.PastConnection;
import io.wsclose.record.ThrowableSnapshot;
import java.io.IOException;

/** Events, for tests of sinks. */
public final class SampleEvents {
  private SampleEvents() {}

  public static CloseEvent of(Cause cause) {
    return of(cause, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  public static CloseEvent of(Cause cause, String traceparent) {
    PastConnection past =
        PastConnection.server("traceparent", traceparent)
            .opened(0)
            .received(60_000, 0x1, 12)
            .sent(61_000, 0x2, true, 0, 40);
    past.fact(past.at(FactKind.END_OF_STREAM, 121_000)).ended(121_001);
    return create(past, cause);
  }

  public static CloseEvent refused() {
    return create(PastConnection.server().refused(403, 5), Cause.HANDSHAKE_AUTH_REJECTED);
  }

  /** As much as one event can hold. */
  public static CloseEvent full() {
    PastConnection past = PastConnection.server().opened(0);
    for (int i = 0; i < 64; i++) {
      past.received(i, 0x1, i);
    }
    for (int i = 0; i < 32; i++) {
      IOException thrown = new IOException("failure " + i);
      FactKind kind = FactKind.values()[5 + i / 6];
      past.fact(past.at(kind, 100 + i).with(ThrowableSnapshot.of(thrown)));
    }
    return create(past.ended(200), Cause.PEER_RESET);
  }

  private static CloseEvent create(PastConnection past, Cause cause) {
    Finding finding = SampleFindings.of(cause, Confidence.LIKELY, past.evidence().end());
    return new CloseEventFactory(64, ExceptionMessages.ALL)
        .create(past.evidence(), finding, Surroundings.none(), 1_772_366_400_000_000_000L);
  }
}
