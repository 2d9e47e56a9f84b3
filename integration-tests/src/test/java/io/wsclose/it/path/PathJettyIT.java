package io.wsclose.it.path;

import io.wsclose.it.jetty.JettyLines;
import java.util.List;

class PathJettyIT extends PathRows {
  PathJettyIT() {
    super(JettyLines.jetty121());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
