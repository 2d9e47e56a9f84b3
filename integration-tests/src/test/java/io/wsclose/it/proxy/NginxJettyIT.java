// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import io.wsclose.it.jetty.JettyVersions;

class NginxJettyIT extends NginxScenarios {
  NginxJettyIT() {
    super(JettyVersions.jetty121());
  }
}
