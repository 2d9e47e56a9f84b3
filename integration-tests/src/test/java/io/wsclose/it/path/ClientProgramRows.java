// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.direct;

import java.util.List;

/** A client's program was killed, froze or was closed. */
final class ClientProgramRows {
  private ClientProgramRows() {}

  static List<Row> all() {
    return List.of(
        direct(
            "browser-quits",
            "Chromium with 6 connections is closed",
            stage -> stage.browser(6).quit(),
            ExpectedCause.honestly("peer.going_away").naming(6)),
        direct(
            "browser-killed",
            "Chromium with 6 connections is killed with SIGKILL",
            stage -> stage.browser(6).kill(),
            ExpectedCause.clientGone()),
        direct(
            "killed-by-our-write",
            "one user was killed; our next message draws the RST",
            stage -> {
              User user = stage.user().say();
              stage.rest(1);
              user.speak();
              user.reset();
            },
            ExpectedCause.clientGone()),
        direct(
            "not-reading",
            "a user stops reading for 6 s while messages are pushed, then is killed",
            stage -> {
              User user = stage.user().say();
              user.askForPush();
              stage.rest(6);
              user.reset();
            },
            ExpectedCause.honestly("local.slow_consumer", "peer.reset")),
        direct(
            "program-killed",
            "a client program with 12 connections is killed with SIGKILL",
            stage -> {
              UserProgram program = stage.program(12);
              program.talk();
              stage.rest(1);
              program.kill();
            },
            ExpectedCause.clientGone()),
        direct(
            "program-frozen",
            "a client program freezes for 6 s while messages are pushed, then is killed",
            stage -> {
              UserProgram program = stage.program(3);
              program.say("/push");
              program.freeze();
              stage.rest(6);
              program.kill();
            },
            ExpectedCause.clientGone()));
  }
}
