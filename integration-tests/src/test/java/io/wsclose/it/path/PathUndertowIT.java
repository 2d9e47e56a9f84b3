package io.wsclose.it.path;

import io.wsclose.it.undertow.UndertowLines;
import java.util.List;

class PathUndertowIT extends PathRows {
  PathUndertowIT() {
    super(UndertowLines.core24());
  }

  @Override
  List<Row> rows() {
    return onEveryStack();
  }
}
