package io.wsclose.bootstrap;

/** What local code asked the stack to do. */
public enum LocalClose {
  /** Send a Close frame (RFC 6455 section 5.5.1), then close. */
  CLOSE_FRAME,
  /** Close the transport; whether a Close frame went out before is another fact. */
  TRANSPORT
}
