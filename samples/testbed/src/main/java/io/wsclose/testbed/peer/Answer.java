// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The head of the answer to an opening handshake. */
public record Answer(int status, Map<String, String> headers) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public boolean isUpgrade() {
    return status == 101;
  }

  static Answer read(InputStream in) throws IOException {
    String statusLine = line(in);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
    }
    return new Answer(Integer.parseInt(statusLine.split(" ")[1]), headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection ended inside the answer, after: " + line);
      }
      line.append((char) next);
    }
    return new String(
        line.toString().trim().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
