// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who is named and whether it is an error, for each cause: stated here anew, not taken from the
 * agent.
 */
final class CauseContract {
  private static final Map<String, CauseContract> BY_CAUSE = new TreeMap<>();

  static {
    error("application", "handshake.auth_rejected", "handshake.server_error", "handshake.rejected");
    error("application", "local.app_exception", "local.abort");
    error("container", "handshake.not_websocket_endpoint", "handshake.origin_rejected");
    error("container", "local.heartbeat_timeout", "local.message_too_big", "local.slow_consumer");
    error("intermediary", "handshake.upgrade_stripped");
    error("peer", "handshake.bad_request", "handshake.subprotocol_not_selected");
    error("peer", "handshake.client_gone", "protocol.peer_violation", "protocol.invalid_utf8");
    error("peer", "protocol.peer_rejected_us", "peer.eof_without_close", "peer.reset");
    orderly("container", "local.idle_timeout", "local.shutdown");
    orderly("peer", "peer.clean_close", "peer.going_away");
  }

  private final String initiator;
  private final boolean error;

  private CauseContract(String initiator, boolean error) {
    this.initiator = initiator;
    this.error = error;
  }

  /**
   * @param sent the status code of our own Close frame, 0 for none
   * @param received that of the peer's
   */
  static CauseContract of(String cause, long sent, long received) {
    if (cause.equals("local.app_close")) {
      boolean fault = sent == 1002 || sent == 1003 || sent >= 1007 && sent <= 1011;
      return new CauseContract("application", fault);
    }
    if (cause.equals("peer.server_status")) {
      return new CauseContract("peer", received != 1012);
    }
    CauseContract contract = BY_CAUSE.get(cause);
    if (contract == null) {
      throw new AssertionError("no scenario has had this cause so far: " + cause);
    }
    return contract;
  }

  String initiator() {
    return initiator;
  }

  boolean isError() {
    return error;
  }

  private static void error(String initiator, String... causes) {
    for (String cause : causes) {
      BY_CAUSE.put(cause, new CauseContract(initiator, true));
    }
  }

  private static void orderly(String initiator, String... causes) {
    for (String cause : causes) {
      BY_CAUSE.put(cause, new CauseContract(initiator, false));
    }
  }
}
