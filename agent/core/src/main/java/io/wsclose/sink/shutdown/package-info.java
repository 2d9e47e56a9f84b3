// SPDX-License-Identifier: Apache-2.0
/** What the sink needs to know about the end of the JVM; {@code startup} finds it out. */
package io.wsclose.sink.shutdown;
