// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.stack.StackProfile;
import java.util.Collections;
import java.util.List;

/** What the stacks of this JVM say of themselves; loaded when the first event asks. */
public interface StackProfiles {
  /** For a stack of which nothing is known. */
  StackProfiles NONE =
      new StackProfiles() {
        @Override
        public StackProfile own() {
          return StackProfile.UNKNOWN;
        }

        @Override
        public List<String> timers() {
          return Collections.emptyList();
        }
      };

  /** Of the stack that the connection belongs to. */
  StackProfile own();

  /**
   * The timers of all stacks, see {@link StackProfile#timers}: an application may close a
   * connection of one stack from another one's timer.
   */
  List<String> timers();
}
