// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** Receives what becomes of records, on the application's threads: be quick. */
public interface RecordListener {
  /** Called once for each record. */
  void ended(ConnectionRecord record);

  /** An attempt was not recorded, because too many were under way: it will have no event. */
  default void dropped() {}
}
