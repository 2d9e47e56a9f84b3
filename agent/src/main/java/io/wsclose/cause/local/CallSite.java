package io.wsclose.cause.local;

/** A frame as people name it. */
final class CallSite {
  private CallSite() {}

  /** {@code Chat.kick(Chat.java:42)}. */
  static String brief(StackTraceElement frame) {
    String text = frame.toString();
    String type = frame.getClassName();
    int name = text.indexOf(type);
    return name < 0 ? text : text.substring(name + type.lastIndexOf('.') + 1);
  }
}
