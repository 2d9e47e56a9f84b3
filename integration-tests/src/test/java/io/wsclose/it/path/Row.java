// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.proxy.Software;

/**
 * One row of the table: what truly ended the connections, and what the close events may say.
 *
 * @param name part of the connections' path
 * @param truth what happened, for people
 * @param between what the connections go through; null where clients connect directly
 * @param play makes it happen
 * @param told what the events may say of it
 * @param network whether a router is between clients and service, in network namespaces
 * @param slow takes a minute or more
 */
record Row(
    String name,
    String truth,
    Software between,
    Play play,
    ExpectedCause told,
    boolean network,
    boolean slow) {

  /** Makes the connections end; returns when they have. */
  @FunctionalInterface
  interface Play {
    void on(Stage stage) throws Exception;
  }

  static Row behind(Software between, String name, String truth, Play play, ExpectedCause told) {
    return new Row(name, truth, between, play, told, false, false);
  }

  static Row direct(String name, String truth, Play play, ExpectedCause told) {
    return new Row(name, truth, null, play, told, false, false);
  }

  static Row acrossNetwork(String name, String truth, Play play, ExpectedCause told) {
    return new Row(name, truth, null, play, told, true, false);
  }

  /** Only where WSCLOSE_IT_SLOW is set. */
  Row slowly() {
    return new Row(name, truth, between, play, told, network, true);
  }

  /** Across a network the service sends pings, as the router's doing shows at the next packet. */
  String path() {
    return (network ? "/watch/" : "/chat/") + name;
  }

  String way() {
    if (network) {
      return "through a router";
    }
    return between == null ? "direct" : between.description();
  }

  @Override
  public String toString() {
    return name + ": " + truth;
  }
}
