// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wsclose.bootstrap.AgentClassLoader;
import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.stack.Hook;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class HookTransformerTest {
  private static final String CHANNEL = "acme.ws.Channel";
  private static final Hook WRITE = Hook.of(CHANNEL, "write", 1, "WriteAdvice");
  private static final Hook CLOSE = Hook.of(CHANNEL, "close", 1, "CloseAdvice");

  @Test
  void advisesMethodsByNameAndArity() throws Exception {
    Copies copies = new Copies(new Bench(SampleStack.with(WRITE, CLOSE)).transformer, "");
    Object channel = copies.newChannel();

    assertThat(channel.getClass()).isNotSameAs(acme.ws.Channel.class);
    assertThat(write(copies, channel, "a")).isEqualTo("wrote a, saw a");
    assertThat(close(channel, 1000)).isEqualTo("closed 1000 after hello, seen");
    assertThat(
            channel
                .getClass()
                .getMethod("write", copies.frameType(), int.class)
                .invoke(channel, copies.newFrame("b"), 3))
        .isEqualTo("wrote b at 3");
  }

  @Test
  void whatTheMethodThrowsStaysAsItIs() throws Exception {
    Copies copies = new Copies(new Bench(SampleStack.with(CLOSE)).transformer, "");
    Object channel = copies.newChannel();

    assertThatThrownBy(() -> close(channel, 7))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("code 7");
  }

  @Test
  void advisesRelocatedCopyWithItsOwnTypes() throws Exception {
    Bench bench = new Bench(SampleStack.with(WRITE, CLOSE));
    Copies copies = new Copies(bench.transformer, "com/shop/shaded/");
    Object channel = copies.newChannel();

    assertThat(channel.getClass().getName()).isEqualTo("com.shop.shaded.acme.ws.Channel");
    assertThat(write(copies, channel, "a")).isEqualTo("wrote a, saw a");
    assertThat(bench.settled())
        .containsExactly("sample (copy under com.shop.shaded.*): 2 hooks bound");
  }

  @Test
  void advisesRelocatedCopyWithItsOwnNamesInLiterals() throws Exception {
    Hook hook = Hook.of(CHANNEL, "write", 1, "LiteralAdvice");
    Bench bench = new Bench(SampleStack.with(hook));
    Copies copies = new Copies(bench.transformer, "com/shop/shaded/");

    assertThat(write(copies, copies.newChannel(), "a"))
        .isEqualTo("wrote a by com.shop.shaded.acme.ws.Channel");
  }

  @Test
  void anyNumberOfParametersMeansAllOverloads() throws Exception {
    Hook any = Hook.of(CHANNEL, "write", Hook.ANY_ARITY, "WriteAdvice");
    Copies copies = new Copies(new Bench(SampleStack.with(any)).transformer, "");
    Object channel = copies.newChannel();

    assertThat(
            channel
                .getClass()
                .getMethod("write", copies.frameType(), int.class)
                .invoke(channel, copies.newFrame("b"), 3))
        .isEqualTo("wrote b at 3, saw b");
  }

  @Test
  void hookThatDoesNotFitLeavesTheOthersAlone() throws Exception {
    Hook noMethod = Hook.of(CHANNEL, "flush", 0, "CloseAdvice");
    Hook noField = Hook.of(CHANNEL, "close", 1, "MissingFieldAdvice");
    Hook noAdvice = Hook.of(CHANNEL, "close", 1, "NoSuchAdvice");
    Bench bench = new Bench(SampleStack.with(noMethod, noField, WRITE, noAdvice));
    Copies copies = new Copies(bench.transformer, "");
    Object channel = copies.newChannel();

    assertThat(write(copies, channel, "a")).isEqualTo("wrote a, saw a");
    assertThat(close(channel, 1000)).isEqualTo("closed 1000 after hello");
    assertThat(bench.settled())
        .containsExactly(
            "sample: 1 hook bound, 3 not bound (Channel#flush/0: no such method;"
                + " Channel#close/1: no class file of"
                + " io.wsclose.instrumentation.sample.NoSuchAdvice;"
                + " Channel#close/1: Cannot locate field named nowhere for class acme.ws.Channel)");
  }

  @Test
  void aMethodOfOtherVersionsIsNoNews() throws Exception {
    Hook other = Hook.of(CHANNEL, "flush", 0, "CloseAdvice").optional();
    Bench bench = new Bench(SampleStack.with(WRITE, other));
    new Copies(bench.transformer, "").newChannel();

    assertThat(bench.settled()).containsExactly("sample: 1 hook bound");
  }

  @Test
  void adviceWhoseTypesTheCopyLacksIsLeftOut() throws Exception {
    Hook hook = Hook.of(CHANNEL, "close", 1, "MissingTypeAdvice");
    Bench bench = new Bench(SampleStack.with(hook));
    byte[] original = AgentClassLoader.classFile(getClass().getClassLoader(), CHANNEL);

    byte[] woven =
        bench.transformer.transform(
            new Copies(bench.transformer, "", "acme/ws/Frame.class"),
            "acme/ws/Channel",
            null,
            null,
            original);

    assertThat(woven).isNull();
    assertThat(bench.settled())
        .containsExactly(
            "sample: 0 hooks bound, 1 not bound (Channel#close/1: needs acme.ws.Frame)");
  }

  @Test
  void constructorsAreAdvisedByName() throws Exception {
    Hook constructor = Hook.of(CHANNEL, Hook.CONSTRUCTOR, 1, "ThrowingAdvice");
    Hook exit = Hook.of(CHANNEL, Hook.CONSTRUCTOR, 1, "CloseAdvice");
    Bench bench = new Bench(SampleStack.with(constructor, exit));
    new Copies(bench.transformer, "").newChannel();

    assertThat(bench.settled())
        .as("no advice may catch what a constructor throws, and 'this' is not there before it")
        .singleElement()
        .asString()
        .startsWith("sample: 0 hooks bound, 2 not bound (Channel#<init>/1: Cannot map this")
        .contains("; Channel#<init>/1: Cannot catch exception during constructor call");
  }

  @Test
  void bytesThatAreNoClassAreLeftAsTheyAre() {
    Bench bench = new Bench(SampleStack.with(WRITE));

    assertThat(bench.transformer.transform(null, "acme/ws/Channel", null, null, new byte[] {1, 2}))
        .isNull();
    assertThat(bench.settled()).singleElement().asString().contains("acme.ws.Channel is left");
  }

  @Test
  void classesOfTheAgentsOwnLoaderAreLeftAlone() throws Exception {
    Bench bench = new Bench(SampleStack.with(WRITE));
    ClassLoader own = HookTransformer.class.getClassLoader();

    assertThat(
            bench.transformer.transform(
                own, "acme/ws/Channel", null, null, AgentClassLoader.classFile(own, CHANNEL)))
        .isNull();
    assertThat(bench.transformer.concerns(acme.ws.Channel.class)).isFalse();
  }

  @Test
  void carriersWaitForTheFirstStack() throws Exception {
    Bench bench = new Bench(SampleStack.carrier(WRITE));
    Copies early = new Copies(bench.transformer, "");
    assertThat(write(early, early.newChannel(), "a")).isEqualTo("wrote a");
    assertThat(bench.transformer.concerns(early.newChannel().getClass())).isFalse();

    bench.transformer.wakeCarriers();

    Copies late = new Copies(bench.transformer, "");
    assertThat(write(late, late.newChannel(), "a")).isEqualTo("wrote a, saw a");
    assertThat(bench.transformer.concerns(early.newChannel().getClass())).isTrue();
    bench.settled();
    assertThat(bench.firstStacks).hasValue(0);
  }

  @Test
  void firstStackIsToldOnce() throws Exception {
    Bench bench = new Bench(SampleStack.with(WRITE));
    new Copies(bench.transformer, "").newChannel();
    new Copies(bench.transformer, "").newChannel();
    bench.settled();

    assertThat(bench.firstStacks).hasValue(1);
  }

  @Test
  void stackWithoutHooksIsNamedAloudOnce() {
    Bench bench = new Bench(SampleStack.with(WRITE));
    ClassLoader loader = new Copies(bench.transformer, "");
    for (int i = 0; i < 2; i++) {
      bench.transformer.transform(
          loader, "org/apache/tomcat/websocket/WsSession", null, null, new byte[0]);
    }

    assertThat(bench.settled())
        .containsExactly("Tomcat WebSocket is in use and not covered: its closes leave no events");
  }

  private static Object write(Copies copies, Object channel, String text)
      throws ReflectiveOperationException {
    return channel
        .getClass()
        .getMethod("write", copies.frameType())
        .invoke(channel, copies.newFrame(text));
  }

  private static Object close(Object channel, int code) throws ReflectiveOperationException {
    return channel.getClass().getMethod("close", int.class).invoke(channel, code);
  }
}
