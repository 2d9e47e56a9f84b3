// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.CodePlace;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the application's own calls on a call stack from those of its libraries, without a list of
 * libraries.
 *
 * <p>A call is the application's if its class is in a folder or in the {@code classes} of an
 * archive ({@code BOOT-INF}, {@code WEB-INF}), or else if it is in the main class's jar or shares
 * the first two segments of its package. Only what the system class loader loaded is compared with
 * the main class: where other loaders load the application, the main class is a launcher's. Merged
 * jars hold everything, so there only the package counts.
 *
 * <p>Thread-safe. The main class becomes known late, because finding it means reading a manifest.
 */
public final class ApplicationCode {
  private static final CodePlace UNKNOWN = new CodePlace("", false);

  private final List<String> prefixes;
  private volatile MainClass main = new MainClass("", "");

  /**
   * @param prefixes of class names, set by the operator: if there are any, they alone decide
   */
  public ApplicationCode(List<String> prefixes) {
    this.prefixes = Collections.unmodifiableList(prefixes);
  }

  public void startedBy(MainClass found) {
    main = found;
  }

  /**
   * The innermost call that the application's own code made.
   *
   * @param calls above the WebSocket stack, innermost first
   * @param places by class name
   * @param stackPlaces URLs that also hold classes of the WebSocket stack
   * @return its index, -1 if none can be recognized
   */
  int innermost(
      List<StackTraceElement> calls, Map<String, CodePlace> places, Set<String> stackPlaces) {
    if (!prefixes.isEmpty()) {
      return first(calls, call -> prefixes.stream().anyMatch(call.getClassName()::startsWith));
    }
    int unpacked = first(calls, call -> isUnpacked(placeOf(call, places).url()));
    if (unpacked >= 0) {
      return unpacked;
    }
    MainClass started = main;
    String organization = started.organization();
    return first(
        calls,
        call -> {
          CodePlace place = placeOf(call, places);
          return place.isOnClassPath()
              && (!organization.isEmpty() && call.getClassName().startsWith(organization)
                  || place.url().equals(started.place())
                      && !place.url().isEmpty()
                      && !stackPlaces.contains(place.url()));
        });
  }

  /**
   * Whether nothing speaks against an application that some loader of its own has loaded from a
   * single jar: the calls above the stack have one place, which no archive keeps its libraries in.
   */
  boolean mayBeOneJar(List<StackTraceElement> calls, Map<String, CodePlace> places) {
    Set<String> urls = new HashSet<>();
    for (StackTraceElement call : calls) {
      CodePlace place = placeOf(call, places);
      if (place.isOnClassPath() || place.url().contains("-INF/lib")) {
        return false;
      }
      urls.add(place.url());
    }
    return prefixes.isEmpty() && urls.size() == 1;
  }

  private interface Test {
    boolean isApplication(StackTraceElement call);
  }

  private static int first(List<StackTraceElement> calls, Test test) {
    for (int i = 0; i < calls.size(); i++) {
      if (!isGenerated(calls.get(i)) && test.isApplication(calls.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Proxies and the like: their names tell nobody where to look. */
  private static boolean isGenerated(StackTraceElement call) {
    String file = call.getFileName();
    return file == null || file.startsWith("<");
  }

  private static CodePlace placeOf(StackTraceElement call, Map<String, CodePlace> places) {
    return places.getOrDefault(call.getClassName(), UNKNOWN);
  }

  private static boolean isUnpacked(String url) {
    return url.contains("-INF/classes") || url.startsWith("file:") && url.endsWith("/");
  }
}
