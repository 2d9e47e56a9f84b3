// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import io.wsclose.it.tyrus.TyrusVersions;

class NginxTyrusIT extends NginxScenarios {
  NginxTyrusIT() {
    super(TyrusVersions.tyrus2());
  }
}
