// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import io.wsclose.testbed.peer.Answer;
import io.wsclose.testbed.peer.Frame;
import java.util.List;
import java.util.Optional;

/** What a browser says of an end: its console, if anything, and its {@code close} event. */
record BrowserView(List<String> lines) {
  private static final String ABNORMAL = "onclose: code 1006, reason \"\", wasClean false";

  static BrowserView of(String console) {
    return new BrowserView(List.of("console: " + console, ABNORMAL));
  }

  /** Browsers hide from scripts why a connection broke. */
  static BrowserView nothing() {
    return new BrowserView(List.of(ABNORMAL));
  }

  static BrowserView refused(Answer answer) {
    return of("WebSocket connection failed: Unexpected response code: " + answer.status());
  }

  static BrowserView byClose(Optional<Frame> close) {
    return close
        .map(
            frame ->
                new BrowserView(
                    List.of(
                        "onclose: code %d, reason \"%s\", wasClean true"
                            .formatted(frame.code(), frame.reason()))))
        .orElseGet(BrowserView::nothing);
  }
}
