// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.undertow.UndertowVersions;
import java.util.List;

class PathUndertowIT extends PathRows {
  PathUndertowIT() {
    super(UndertowVersions.core24());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
