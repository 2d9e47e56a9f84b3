// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.jetty.JettyVersions;
import java.util.List;

class PathJettyIT extends PathRows {
  PathJettyIT() {
    super(JettyVersions.jetty121());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
