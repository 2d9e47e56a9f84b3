// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import io.undertow.Undertow;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.URI;

/** A reverse proxy on Undertow in front of the service on the port that is its argument. */
public final class ForwardingUndertow {
  private ForwardingUndertow() {}

  public static void main(String[] arguments) throws Exception {
    String backend = arguments[arguments.length - 1];
    LoadBalancingProxyClient client =
        new LoadBalancingProxyClient().addHost(new URI("http://127.0.0.1:" + backend));
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(ProxyHandler.builder().setProxyClient(client).build())
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    System.out.println("[app] listening on " + address.getPort());
  }
}
