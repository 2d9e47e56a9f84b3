// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.tyrus.TyrusVersions;
import java.util.List;

class PathTyrusIT extends PathRows {
  PathTyrusIT() {
    super(TyrusVersions.tyrus2());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
