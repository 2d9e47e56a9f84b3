// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Headless Chromium, which tells what is to be read on a page. */
record Browser(Path program) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Milliseconds of the page's own time, which stands still while something is loading. */
  private static final int PAGE_TIME = 20_000;

  private static final Pattern NOT_READ =
      Pattern.compile("<(script|style|head)\\b.*?</\\1>|<!--.*?-->|<[^>]*>", Pattern.DOTALL);

  static Optional<Browser> find() {
    return Command.find("chromium", "chromium-browser", "google-chrome").map(Browser::new);
  }

  /** The text of the page once its scripts have run, without any line breaks of the layout. */
  String read(URI page) throws IOException {
    Path profile = Files.createTempDirectory("wsclose-chromium");
    try {
      Command.Outcome outcome =
          Command.of(
                  List.of(
                      program.toString(),
                      "--headless",
                      // it refuses to sandbox anything for root, which tests in containers are
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-dev-shm-usage",
                      "--disable-quic",
                      "--no-first-run",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--user-data-dir=" + profile,
                      "--virtual-time-budget=" + PAGE_TIME,
                      "--dump-dom",
                      page.toString()))
              .run(PATIENCE);
      if (!outcome.good()) {
        throw new IOException(program + " failed:\n  " + outcome.lastLines());
      }
      return text(outcome.stdout());
    } finally {
      Folder.delete(profile);
    }
  }

  private static String text(String html) {
    return NOT_READ
        .matcher(html)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
