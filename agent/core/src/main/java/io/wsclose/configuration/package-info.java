// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator can set: {@link io.wsclose.configuration.ConfigurationReader} takes the agent's
 * arguments, system properties, environment and a file, and yields a {@link
 * io.wsclose.configuration.Configuration} and complaints, never an exception. {@link
 * io.wsclose.startup} hands the values on; nothing else knows where they came from.
 */
package io.wsclose.configuration;
