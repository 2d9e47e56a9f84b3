// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.net.InetAddress;

/**
 * What a proxy under test has to do: {@code /hasty/} leads to the service's {@code /} like all
 * else, but has a short idle limit.
 *
 * @param servicePort on the loopback interface
 * @param from the address that it connects to the service from
 * @param hastySeconds the short limit
 */
record Ways(int servicePort, InetAddress from, int hastySeconds) {}
