// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.netty.NettyVersions;
import java.util.ArrayList;
import java.util.List;

/** All rows. */
class PathNettyIT extends PathRows {
  PathNettyIT() {
    super(NettyVersions.netty42());
  }

  @Override
  List<Row> rows() {
    List<Row> rows = new ArrayList<>(IdleRows.all());
    rows.addAll(ReloadRows.all());
    rows.addAll(ClientTimingRows.all());
    rows.addAll(ClientCrowdRows.all());
    rows.addAll(ClientProgramRows.all());
    rows.addAll(ServiceRows.all());
    rows.addAll(NetworkRows.all());
    return rows;
  }
}
