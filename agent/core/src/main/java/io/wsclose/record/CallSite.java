// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** The call that asked for the end, and whose code it is. Immutable. */
public final class CallSite {
  private final StackTraceElement call;
  private final boolean application;

  CallSite(StackTraceElement call, boolean application) {
    this.call = call;
    this.application = application;
  }

  public StackTraceElement call() {
    return call;
  }

  /** Whether it is the application's own code, or a library's with no code of the application. */
  public boolean isApplication() {
    return application;
  }

  /** {@code Chat.kick(Chat.java:42)}. */
  public String brief() {
    return brief(call);
  }

  /** A call as people name it, without package, module and loader. */
  public static String brief(StackTraceElement call) {
    String text = call.toString();
    String type = call.getClassName();
    int name = text.indexOf(type);
    return name < 0 ? text : text.substring(name + type.lastIndexOf('.') + 1);
  }
}
