// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.program.Http2Jetty;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requests over HTTP/2 that carry a WebSocket client's headers: nothing is upgraded there, and all
 * streams share the endpoint.
 */
class Http2RequestsIT {
  private static final int REQUESTS = 3_000;

  @Test
  void requestsOverHttp2LeaveNoRecordAndNoEvent() throws Exception {
    List<Path> classPath = new ArrayList<>(Layout.lib("jetty-12.1-http2"));
    classPath.add(Layout.testClasses());
    String version = Layout.version("jetty-12.1-http2", "jetty-server");
    StackUnderTest line =
        StackUnderTest.of("Jetty h2c", "jetty", version, classPath, Http2Jetty.class.getName());
    try (Service service =
        Service.start(
            line, program -> program.option("-Xmx64m").agent(Layout.agent(), Service.QUICK))) {
      askOverHttp2(service.port());
      try (RawPeer peer = RawPeer.connect(service.port())) {
        assertThat(peer.request(Opening.of("/over-http-1")).status()).isEqualTo(404);
      }
      service.awaitCloseSpan("/over-http-1");
      service.stop();

      assertThat(service.receiver().spans()).as(service.jvm().transcript()).hasSize(1);
      assertThat(service.jvm().transcript()).doesNotContain("OutOfMemoryError");
    }
  }

  private static void askOverHttp2(int port) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    URI uri = URI.create("http://127.0.0.1:" + port + "/over-http-2");
    // the client's first request is HTTP/1.1 with "Upgrade: h2c"
    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    HttpRequest.Builder asking = HttpRequest.newBuilder(uri);
    asking.header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    for (int i = 0; i < 60; i++) {
      asking.header("x-header-" + i + "-".repeat(40), "-");
    }
    for (int i = 0; i < REQUESTS; i++) {
      HttpResponse<Void> answer =
          client.send(asking.build(), HttpResponse.BodyHandlers.discarding());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }
}
