// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.List;

/** A stack whose hooks the tests choose. */
public final class SampleStack implements WebSocketStack {
  private final boolean carrier;
  private final List<Hook> hooks;

  private SampleStack(boolean carrier, List<Hook> hooks) {
    this.carrier = carrier;
    this.hooks = hooks;
  }

  public static SampleStack with(Hook... hooks) {
    return new SampleStack(false, List.of(hooks));
  }

  public static SampleStack carrier(Hook... hooks) {
    return new SampleStack(true, List.of(hooks));
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<String> packages() {
    return List.of("acme.ws.");
  }

  @Override
  public List<Hook> hooks() {
    // new ones each time, as stacks do
    return hooks.stream().map(SampleStack::copy).toList();
  }

  private static Hook copy(Hook hook) {
    Hook copy = Hook.of(hook.type(), hook.method(), hook.arity(), hook.advice());
    return hook.isOptional() ? copy.optional() : copy;
  }

  @Override
  public boolean isCarrier() {
    return carrier;
  }
}
