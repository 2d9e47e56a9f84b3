// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An OTLP endpoint on the standard port of this machine, if one listens: it gets the spans too. */
final class Jaeger {
  private static final int OTLP_HTTP = 4318;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final boolean present;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile int accepted;
  private volatile String trouble = "";

  private Jaeger(boolean present) {
    this.present = present;
  }

  static Jaeger find() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), OTLP_HTTP), 500);
      return new Jaeger(true);
    } catch (IOException e) {
      return new Jaeger(false);
    }
  }

  /** Passes an export request on as it came. */
  synchronized void pass(byte[] body) {
    if (!present) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + OTLP_HTTP + "/v1/traces"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-protobuf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        accepted++;
      } else {
        trouble = "answered " + status;
      }
    } catch (IOException e) {
      trouble = e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One or two lines on where the spans went. */
  String report(String service) {
    if (!present) {
      return "Nothing listens on localhost:4318. With Jaeger there, these spans would be in it too.";
    }
    if (!trouble.isEmpty()) {
      return "localhost:4318 did not take all spans: " + trouble;
    }
    return accepted
        + " exports passed on to localhost:4318. In Jaeger: http://localhost:16686/search?service="
        + service;
  }
}
