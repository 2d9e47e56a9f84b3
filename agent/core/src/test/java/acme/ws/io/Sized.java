// SPDX-License-Identifier: Apache-2.0
package acme.ws.io;

/** A supertype that declares what callers find in its implementation. */
public interface Sized {
  int size();
}
