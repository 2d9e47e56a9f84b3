// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static io.wsclose.event.EventAttributes.AGE_MS;
import static io.wsclose.event.EventAttributes.CLOSE_CODE;
import static io.wsclose.event.EventAttributes.CONFIDENCE;
import static io.wsclose.event.EventAttributes.CONNECTION_ID;
import static io.wsclose.event.EventAttributes.FRAMES_RECEIVED;
import static io.wsclose.event.EventAttributes.FRAMES_SENT;
import static io.wsclose.event.EventAttributes.IDLE_RECEIVED_MS;
import static io.wsclose.event.EventAttributes.IDLE_SENT_MS;
import static io.wsclose.event.EventAttributes.PEER_ADDRESS;
import static io.wsclose.event.EventAttributes.PEER_PORT;
import static io.wsclose.event.EventAttributes.URL_PATH;

import io.wsclose.event.CloseEvent;
import java.util.Locale;
import java.util.Map;

/** An event as one line; what it does not know is left out. */
final class LineFormat {
  private static final int MAX_LINE = 4096;

  private LineFormat() {}

  static String of(CloseEvent event, String traceId) {
    Map<String, Object> values = event.attributes();
    StringBuilder line = new StringBuilder("websocket closed");
    add(line, " ", values.get(CLOSE_CODE));
    add(line, " ", event.cause().id());
    line.append(" (").append(values.get(CONFIDENCE)).append(')');
    add(line, " ", values.get(URL_PATH));
    add(line, " peer=", peer(values));
    add(line, " age=", seconds(values.get(AGE_MS)));
    add(line, " idle=", seconds(shorter(values.get(IDLE_RECEIVED_MS), values.get(IDLE_SENT_MS))));
    if (values.containsKey(FRAMES_RECEIVED)) {
      line.append(" frames=").append(values.get(FRAMES_RECEIVED));
      line.append('/').append(values.get(FRAMES_SENT));
    }
    add(line, " id=", values.get(CONNECTION_ID));
    add(line, " trace=", traceId);
    line.append(" : ").append(event.summary());
    add(line, event.summary().endsWith(".") ? " " : ". ", event.hint());
    return Escapes.escaped(line.toString(), MAX_LINE);
  }

  private static void add(StringBuilder line, String before, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      line.append(before).append(value);
    }
  }

  private static String peer(Map<String, Object> values) {
    Object address = values.get(PEER_ADDRESS);
    if (address == null) {
      return "";
    }
    boolean isIpv6 = address.toString().indexOf(':') >= 0;
    return (isIpv6 ? "[" + address + "]" : address) + ":" + values.get(PEER_PORT);
  }

  private static Object shorter(Object one, Object other) {
    return one == null || other == null ? null : Math.min((Long) one, (Long) other);
  }

  private static String seconds(Object millis) {
    return millis == null ? "" : String.format(Locale.ROOT, "%.1fs", (Long) millis / 1e3);
  }
}
