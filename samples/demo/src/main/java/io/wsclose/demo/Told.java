package io.wsclose.demo;

import io.wsclose.testbed.peer.Answer;
import io.wsclose.testbed.peer.Frame;
import java.util.List;
import java.util.Optional;

/** What a browser says of an end: its console, if anything, and its {@code close} event. */
record Told(List<String> lines) {
  private static final String ABNORMAL = "onclose: code 1006, reason \"\", wasClean false";

  static Told of(String console) {
    return new Told(List.of("console: " + console, ABNORMAL));
  }

  /** Browsers hide from scripts why a connection broke. */
  static Told nothing() {
    return new Told(List.of(ABNORMAL));
  }

  static Told refused(Answer answer) {
    return of("WebSocket connection failed: Unexpected response code: " + answer.status());
  }

  static Told byClose(Optional<Frame> close) {
    return close
        .map(
            frame ->
                new Told(
                    List.of(
                        "onclose: code %d, reason \"%s\", wasClean true"
                            .formatted(frame.code(), frame.reason()))))
        .orElseGet(Told::nothing);
  }
}
