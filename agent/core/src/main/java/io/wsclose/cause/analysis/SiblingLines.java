// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import java.util.ArrayList;
import java.util.List;

/** What other connections did, as lines of evidence, where it has a bearing on this one's end. */
final class SiblingLines {
  /** That none of a few others ended with it says nothing. */
  private static final int ENOUGH_OPEN = 5;

  private SiblingLines() {}

  static List<String> of(Surroundings around, Finding decided) {
    List<String> lines = new ArrayList<>();
    boolean fromOutside = decided.decidedBy().socketEvent().isPresent();
    boolean crowd =
        decided.cause() == Cause.PROXY_RELOAD_OR_DRAIN || decided.cause() == Cause.NETWORK_CUT;
    int others = around.openBefore() - 1;
    if (around.closedTogether() == 0 && others >= ENOUGH_OPEN && fromOutside) {
      lines.add(
          "of the "
              + others
              + " other connections open then, none ended abnormally within 2 s: this end was not a"
              + " shared one");
    }
    boolean telling = around.closedTogetherOfPeer() > 0 || around.failures().isSignificant();
    if (around.closedTogether() > 0 && telling && !crowd && decided.mayShareItsCause()) {
      lines.add(
          around.closedTogether()
              + " of "
              + Units.count(Math.max(others, around.closedTogether()), "other connection")
              + " ended abnormally within 2 s"
              + fromSameAddress(around.closedTogether(), around.closedTogetherOfPeer())
              + meaning(around));
    }
    if (fromOutside) {
      lines.add(around.cameBack().orElse(""));
      lines.add(same(around.sameIdle(), "came after the same silence", "after a similar one"));
      lines.add(same(around.sameAge(), "came at the same age", "at a similar one"));
    }
    return lines;
  }

  private static String meaning(Surroundings around) {
    return around.closedTogetherOfPeer() > 0
        ? ": a proxy or a machine there may have ended them together"
        : ": look for what they share, a network, a host or a deployment";
  }

  private static String fromSameAddress(int all, int same) {
    if (all == same) {
      return ", from the same address as this one";
    }
    return same == 0 ? ", from other addresses" : ", " + same + " of them from the same address";
  }

  private static String same(SameTime time, String exactly, String nearly) {
    if (time.others() == 0) {
      return "";
    }
    return Units.count(time.others(), "recent end")
        + " "
        + exactly
        + (time.isChance() ? ", " + time.around() + " " + nearly + ": this is not a timer" : "");
  }
}
