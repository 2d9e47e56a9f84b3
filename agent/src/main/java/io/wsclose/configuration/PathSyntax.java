package io.wsclose.configuration;

/** A file name, empty for none. */
final class PathSyntax implements Syntax {
  @Override
  public Object parse(String text) {
    return text;
  }

  @Override
  public String allowed() {
    return "the path of a properties file";
  }
}
