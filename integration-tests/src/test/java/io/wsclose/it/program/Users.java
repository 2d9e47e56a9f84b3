// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients in a program of their own. Lines on standard input: {@link #TALK} has all of them talk
 * until the program is killed, {@link #CLOSE} closes all, any other line is said on all.
 *
 * <p>Arguments: host and port of the service, path, first local address, how many addresses there
 * are from it on, how many connections.
 */
public final class Users {
  public static final String OPENED = "all opened";
  public static final String TALK = "talk";
  public static final String CLOSE = "close";

  private static final int PAUSE_MILLIS = 50;

  private Users() {}

  public static void main(String[] arguments) throws Exception {
    List<RawPeer> peers = open(arguments);
    System.out.println(OPENED);
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      switch (line) {
        case TALK -> talk(peers);
        case CLOSE -> peers.forEach(peer -> peer.send(Frame.close(1000, "")).readToEnd());
        default -> {
          String said = line;
          peers.forEach(peer -> peer.sendText(said));
        }
      }
    }
  }

  private static List<RawPeer> open(String[] arguments) throws IOException {
    InetSocketAddress service = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    byte[] first = InetAddress.getByName(arguments[3]).getAddress();
    int addresses = Integer.parseInt(arguments[4]);
    List<RawPeer> peers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[5]); i++) {
      byte[] own = first.clone();
      own[3] += (byte) (i % addresses);
      RawPeer peer = RawPeer.connect(InetAddress.getByAddress(own), service);
      if (!peer.request(Opening.of(arguments[2])).isUpgrade()) {
        throw new IOException("not opened");
      }
      peers.add(peer.echo("hello"));
    }
    return peers;
  }

  private static void talk(List<RawPeer> peers) throws InterruptedException {
    while (true) {
      peers.forEach(peer -> peer.echo("still here"));
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
