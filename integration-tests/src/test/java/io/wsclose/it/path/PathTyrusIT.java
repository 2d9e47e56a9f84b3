package io.wsclose.it.path;

import io.wsclose.it.tyrus.TyrusLines;
import java.util.List;

class PathTyrusIT extends PathRows {
  PathTyrusIT() {
    super(TyrusLines.tyrus2());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
