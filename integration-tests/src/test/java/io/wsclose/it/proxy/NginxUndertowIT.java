// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import io.wsclose.it.undertow.UndertowVersions;

class NginxUndertowIT extends NginxScenarios {
  NginxUndertowIT() {
    super(UndertowVersions.core24());
  }
}
