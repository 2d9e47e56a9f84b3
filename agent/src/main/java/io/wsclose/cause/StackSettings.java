package io.wsclose.cause;

import io.wsclose.record.Evidence;

/** What an application changes to change a limit of its stack, as the stack's own API calls it. */
public enum StackSettings {
  NETTY(
      "maxFramePayloadLength of WebSocketServerProtocolConfig or WebSocketDecoderConfig, and"
          + " maxContentLength of WebSocketFrameAggregator",
      "the IdleStateHandler or ReadTimeoutHandler in the pipeline",
      "the subprotocols of its WebSocketServerProtocolHandler",
      "Channel.isWritable with a WriteBufferWaterMark, or a WriteTimeoutHandler"),
  JETTY(
      "setMaxFrameSize, setMaxTextMessageSize or setMaxBinaryMessageSize of the WebSocket container;"
          + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for Jakarta"
          + " endpoints",
      "setIdleTimeout of the WebSocket container or session; Session.setMaxIdleTimeout for Jakarta"
          + " endpoints",
      "setAcceptedSubProtocol of its upgrade response, or the subprotocols of its"
          + " ServerEndpointConfig",
      "setMaxOutgoingFrames of the WebSocket container or session; setSendTimeout of"
          + " RemoteEndpoint.Async for Jakarta endpoints"),
  JETTY_9(
      "setMaxTextMessageSize or setMaxBinaryMessageSize of WebSocketPolicy;"
          + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for javax"
          + " endpoints",
      "setIdleTimeout of WebSocketPolicy or of the session; Session.setMaxIdleTimeout for javax"
          + " endpoints",
      "setAcceptedSubProtocol of its upgrade response, or the subprotocols of its"
          + " ServerEndpointConfig",
      "setMaxOutgoingFrames of RemoteEndpoint; setSendTimeout of RemoteEndpoint.Async for javax"
          + " endpoints"),
  UNDERTOW(
      "getMaxTextBufferSize and getMaxBinaryBufferSize of AbstractReceiveListener;"
          + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for Jakarta"
          + " endpoints",
      "WebSocketChannel.setIdleTimeout; Session.setMaxIdleTimeout for Jakarta endpoints",
      "the subprotocols of its Hybi13Handshake, or of its ServerEndpointConfig",
      "the timeoutmillis of WebSockets.sendText and sendBinary; setSendTimeout of"
          + " RemoteEndpoint.Async for Jakarta endpoints"),
  TYRUS(
      "Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize, or the property"
          + " org.glassfish.tyrus.incomingBufferSize",
      "Session.setMaxIdleTimeout, or setDefaultMaxSessionIdleTimeout of its container",
      "the subprotocols of its @ServerEndpoint or ServerEndpointConfig",
      "setMaxPendingBytesPerConnection of the AsyncQueueWriter of its Grizzly transport"),
  OTHER(
      "the stack's maximum of frame or message size",
      "the stack's or container's idle timeout",
      "register it with the endpoint",
      "the stack's send timeout or limit of queued frames");

  private final String messageSize;
  private final String idleLimit;
  private final String subprotocols;
  private final String sendLimit;

  StackSettings(String messageSize, String idleLimit, String subprotocols, String sendLimit) {
    this.messageSize = messageSize;
    this.idleLimit = idleLimit;
    this.subprotocols = subprotocols;
    this.sendLimit = sendLimit;
  }

  public static StackSettings of(Evidence evidence) {
    switch (evidence.library().name()) {
      case "netty":
        return NETTY;
      case "jetty":
        return evidence.library().version().startsWith("9.") ? JETTY_9 : JETTY;
      case "undertow":
        return UNDERTOW;
      case "tyrus":
        return TYRUS;
      default:
        return OTHER;
    }
  }

  public String messageSize() {
    return messageSize;
  }

  public String idleLimit() {
    return idleLimit;
  }

  public String subprotocols() {
    return subprotocols;
  }

  /** What bounds the frames that wait for a peer that does not read. */
  public String sendLimit() {
    return sendLimit;
  }
}
