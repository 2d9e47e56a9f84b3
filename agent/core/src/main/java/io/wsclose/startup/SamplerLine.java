// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.configuration.LogTarget;
import java.util.Locale;

/**
 * Says which close events leave no span because of OpenTelemetry's sampler: the setting is for all
 * spans of the service, and nobody who sets it thinks of these.
 */
final class SamplerLine {
  private static final String SAMPLER = "otel.traces.sampler";
  private static final String PARENT_BASED = "parentbased_";

  private final OtelSettings settings;

  SamplerLine(OtelSettings settings) {
    this.settings = settings;
  }

  /**
   * Empty if all events leave a span.
   *
   * @param child whether a span is the child of its handshake's; else it is a root
   */
  String describe(boolean child, LogTarget log) {
    String sampler = settings.get(SAMPLER).toLowerCase(Locale.ROOT);
    boolean byParent = sampler.isEmpty() || sampler.startsWith(PARENT_BASED);
    String root =
        byParent && !sampler.isEmpty() ? sampler.substring(PARENT_BASED.length()) : sampler;
    String share = share(root);
    String followed =
        child && byParent
            ? "an event whose handshake was not sampled leaves no span (span.parent=child)"
            : "";
    if (share.isEmpty() && followed.isEmpty()) {
      return "";
    }
    return (sampler.isEmpty() ? "" : "OTEL_TRACES_SAMPLER=" + sampler + argument(root) + ": ")
        + share
        + (share.isEmpty() || followed.isEmpty() ? "" : ", and ")
        + followed
        + (log == LogTarget.OFF ? "" : "; all leave a log line")
        + "; to keep all set "
        + (share.isEmpty() ? "" : "OTEL_TRACES_SAMPLER=parentbased_always_on")
        + (share.isEmpty() || followed.isEmpty() ? "" : " and ")
        + (followed.isEmpty() ? "" : "span.parent=link");
  }

  private String argument(String root) {
    String argument = settings.get(SAMPLER + ".arg");
    return root.equals("traceidratio") && !argument.isEmpty() ? " (" + argument + ")" : "";
  }

  /** Of the events that are roots; empty if all of them leave a span. */
  private String share(String root) {
    switch (root) {
      case "":
      case "always_on":
        return "";
      case "always_off":
        return "no event leaves a span";
      case "traceidratio":
        return share(ratio());
      default:
        return "some events leave no span";
    }
  }

  private static String share(double ratio) {
    if (ratio >= 1) {
      return "";
    }
    return ratio == 0
        ? "no event leaves a span"
        : "about " + percent(ratio) + " % of events leave a span";
  }

  private static String percent(double ratio) {
    double percent = 100 * ratio;
    return percent < 1 ? String.valueOf((float) percent) : String.valueOf(Math.round(percent));
  }

  /** 1, the default, for what is not a number: the SDK then refuses to be built, and says so. */
  private double ratio() {
    try {
      return Math.max(0, Double.parseDouble(settings.get(SAMPLER + ".arg")));
    } catch (NumberFormatException invalid) {
      return 1;
    }
  }
}
