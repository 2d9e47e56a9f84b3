// SPDX-License-Identifier: Apache-2.0
/**
 * Rules that read an end of the socket in the light of what surrounds it: how long nothing flowed,
 * which intermediaries the headers betray, what other connections did in the same moment. {@code
 * CandidateProxies}, {@code IdleLimit} and {@code AgeLimit} hold what they share.
 */
package io.wsclose.cause.path;
