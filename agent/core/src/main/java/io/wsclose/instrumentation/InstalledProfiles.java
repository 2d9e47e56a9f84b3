// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.record.StackProfiles;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The profiles of the installed stacks, as a connection of one of them sees them. */
final class InstalledProfiles implements StackProfiles {
  private final WebSocketStack line;
  private final List<WebSocketStack> installed;
  private volatile StackProfile own;
  private volatile List<String> timers;

  InstalledProfiles(WebSocketStack line, List<WebSocketStack> installed) {
    this.line = line;
    this.installed = installed;
  }

  @Override
  public StackProfile own() {
    StackProfile known = own;
    if (known == null) {
      known = line.profile();
      own = known;
    }
    return known;
  }

  @Override
  public List<String> timers() {
    List<String> known = timers;
    if (known == null) {
      known = new ArrayList<String>();
      for (WebSocketStack stack : installed) {
        known.addAll(stack.profile().timers());
      }
      known = Collections.unmodifiableList(known);
      timers = known;
    }
    return known;
  }
}
