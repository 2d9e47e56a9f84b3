// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.util.List;

/** Apache httpd with mod_proxy, with the modules where Debian puts them. */
public final class Apache {
  private static final String CONFIGURATION =
      """
      ServerRoot %1$s
      ServerName localhost
      PidFile %1$s/pid
      ErrorLog /dev/stderr
      LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
      LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
      LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
      LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
      LoadModule proxy_wstunnel_module /usr/lib/apache2/modules/mod_proxy_wstunnel.so
      User www-data
      Group www-data
      Listen 127.0.0.1:%2$d
      %4$s
      ProxyPass / ws://127.0.0.1:%3$d/
      """;

  private Apache() {}

  /** With these directives; {@link Proxy#reload} is its graceful restart. */
  public static Software with(String... directives) {
    return new Software(
        "Apache, " + String.join(", ", directives),
        site -> {
          String apache = ProxyProcess.binary("apache2");
          int port = ProxyProcess.freePort();
          String configuration =
              site.write(
                  "apache.conf",
                  String.format(
                      CONFIGURATION,
                      site.directory(),
                      port,
                      site.servicePort(),
                      String.join("\n", directives)));
          List<String> command = List.of(apache, "-DFOREGROUND", "-f", configuration);
          ProxyProcess process = ProxyProcess.start(command, site.directory(), port);
          return new RunningProxy(process, RunningProxy.signal("USR1", process));
        });
  }
}
