// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.intermediary.Intermediaries;
import io.wsclose.intermediary.Intermediary;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The opening handshake (RFC 6455 section 4) as far as it went: immutable, an answer makes the next
 * one.
 */
public final class Handshake {
  private static final List<String> FORWARDING =
      Arrays.asList("via", "forwarded", "x-forwarded-for", "x-real-ip");

  /** As much of a header as is kept. */
  private static final int MAX_USER_AGENT = 512;

  private final Upgrade upgrade;
  private final List<Intermediary> hops;
  private final int offered;
  private boolean answered;
  private boolean opened;
  private int status;
  private String subprotocol = "";
  private String extensions = "";
  private boolean subprotocolNotOffered;
  private boolean extensionNotOffered;
  private TraceContext trace;

  private Handshake(Upgrade upgrade, List<Intermediary> hops, int offered) {
    this.upgrade = upgrade;
    this.hops = hops;
    this.offered = offered;
    this.trace = TraceContext.parse(upgrade.headers().value("traceparent"));
  }

  public static Handshake requested(Upgrade upgrade) {
    Headers headers = upgrade.headers();
    List<Intermediary> hops =
        upgrade.role() == Role.SERVER
            ? Intermediaries.known().recognisedBy(headers)
            : Collections.emptyList();
    return new Handshake(upgrade, hops, tokens(headers.subprotocols()).size());
  }

  /** With the request that an attempt makes which began before it, or began anew. */
  Handshake withRequest(Upgrade request) {
    Handshake next = requested(request);
    return next.trace.isPresent() ? next : next.tracedBy(trace);
  }

  /** The answer compared with the request, whose offered values are forgotten with this. */
  Handshake accepted(int newStatus, Headers response) {
    Handshake next = answered(newStatus);
    next.opened = true;
    next.subprotocol = response.subprotocols();
    next.extensions = response.value("sec-websocket-extensions");
    next.subprotocolNotOffered =
        !next.subprotocol.isEmpty()
            && !tokens(upgrade.headers().subprotocols()).contains(next.subprotocol);
    next.extensionNotOffered = !offersAll(next.extensions);
    upgrade.headers().forgetOffers();
    return next;
  }

  Handshake refused(int newStatus) {
    upgrade.headers().forgetOffers();
    return answered(newStatus);
  }

  private Handshake answered(int newStatus) {
    Handshake next = new Handshake(upgrade, hops, offered);
    next.trace = trace;
    next.answered = true;
    next.status = newStatus;
    return next;
  }

  Handshake tracedBy(TraceContext current) {
    Handshake next = new Handshake(upgrade, hops, offered);
    next.answered = answered;
    next.opened = opened;
    next.status = status;
    next.subprotocol = subprotocol;
    next.extensions = extensions;
    next.subprotocolNotOffered = subprotocolNotOffered;
    next.extensionNotOffered = extensionNotOffered;
    next.trace = current;
    return next;
  }

  /** What is left once its event was emitted or dropped. */
  Handshake withoutHeaders() {
    Handshake next = new Handshake(upgrade.withoutHeaders(), Collections.emptyList(), offered);
    next.answered = answered;
    next.opened = opened;
    next.status = status;
    return next;
  }

  /** Bytes on the heap, roughly. */
  int weight() {
    return 2 * (upgrade.path().length() + subprotocol.length() + extensions.length())
        + upgrade.headers().weight();
  }

  /** Names only: a changed parameter is the stack's to check (RFC 7692 section 7.1). */
  private boolean offersAll(String chosen) {
    List<String> offers = extensionNames(upgrade.headers().value("sec-websocket-extensions"));
    return offers.containsAll(extensionNames(chosen));
  }

  private static List<String> extensionNames(String header) {
    return tokens(header).stream()
        .map(extension -> extension.split(";", 2)[0].trim())
        .collect(Collectors.toList());
  }

  private static List<String> tokens(String header) {
    List<String> tokens = new ArrayList<>();
    for (String token : header.split(",")) {
      if (!token.trim().isEmpty()) {
        tokens.add(token.trim());
      }
    }
    return tokens;
  }

  public Role role() {
    return upgrade.role();
  }

  public String path() {
    return upgrade.path();
  }

  /** {@code ws} or {@code wss}: as far as this JVM, or a proxy's X-Forwarded-Proto, tells. */
  public String scheme() {
    return upgrade.secure() ? "wss" : "ws";
  }

  /** {@code 1.1}; empty if unknown. */
  public String httpVersion() {
    return upgrade.httpVersion();
  }

  public String host() {
    return UriText.origin(header("host"));
  }

  public String origin() {
    return UriText.origin(header("origin"));
  }

  public String userAgent() {
    return MessageText.bounded(header("user-agent"), MAX_USER_AGENT);
  }

  /** The shown value of a request header, empty if absent. */
  public String header(String name) {
    return upgrade.headers().value(name);
  }

  public boolean hasHeader(String name) {
    return upgrade.headers().has(name);
  }

  public boolean hasWellFormedKey() {
    return upgrade.headers().hasWellFormedKey();
  }

  /** RFC 6455 section 4.1: {@code Upgrade: websocket} and {@code Connection: Upgrade}. */
  public boolean asksForUpgrade() {
    return header("upgrade").toLowerCase(Locale.ROOT).contains("websocket")
        && Arrays.asList(header("connection").toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .contains("upgrade");
  }

  public Optional<InetSocketAddress> peer() {
    return Optional.ofNullable(upgrade.peer());
  }

  /** The peer's address without its port, numeric where it is resolved; empty if there is none. */
  public String peerAddress() {
    InetSocketAddress peer = upgrade.peer();
    if (peer == null) {
      return "";
    }
    return peer.isUnresolved() ? peer.getHostString() : peer.getAddress().getHostAddress();
  }

  public Optional<InetSocketAddress> local() {
    return Optional.ofNullable(upgrade.local());
  }

  /** The first address of {@code Forwarded} or {@code X-Forwarded-For}, empty if there is none. */
  public String forwardedClient() {
    return ForwardedClient.of(header("forwarded"), header("x-forwarded-for"));
  }

  /** Intermediaries that the request's headers betray. */
  public List<Intermediary> hops() {
    return hops;
  }

  /** Whether the request's headers betray an intermediary, one of {@link #hops} or any other. */
  public boolean isThroughIntermediary() {
    return role() == Role.SERVER && (!hops.isEmpty() || !forwardingHeaders().isEmpty());
  }

  /** Those of the request's headers that proxies in general add. */
  public List<String> forwardingHeaders() {
    return FORWARDING.stream().filter(this::hasHeader).collect(Collectors.toList());
  }

  /** The headers that reveal this one of {@link #hops}. */
  public List<String> headersOf(Intermediary hop) {
    return hop.revealingHeaders(upgrade.headers());
  }

  /** The HTTP status of the answer; 0 if there was none. */
  public int status() {
    return status;
  }

  public boolean isAnswered() {
    return answered;
  }

  /** Whether the answer accepted the attempt. */
  public boolean isOpened() {
    return opened;
  }

  /** The selected subprotocol, empty if none. */
  public String subprotocol() {
    return subprotocol;
  }

  /** How many subprotocols the client offered. */
  public int offeredSubprotocols() {
    return offered;
  }

  /** Negotiated extensions as in the response header, empty if none. */
  public String extensions() {
    return extensions;
  }

  public boolean subprotocolNotOffered() {
    return subprotocolNotOffered;
  }

  public boolean extensionNotOffered() {
    return extensionNotOffered;
  }

  public TraceContext trace() {
    return trace;
  }
}
