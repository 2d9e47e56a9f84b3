// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static net.bytebuddy.jar.asm.Opcodes.ACC_INTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PRIVATE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PROTECTED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.stack.Hook;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks whose advice uses what a release of the stack does not have, or has otherwise. */
class ReferencesTest {
  private static final String BUFFER = "acme/ws/io/Buffer";
  private static final String SIZED = "acme/ws/io/Sized";
  private static final Hook WRITE = Hook.of("acme.ws.Channel", "write", 1, "WriteAdvice");
  private static final Hook USING_BUFFER = Hook.of("acme.ws.Channel", "write", 1, "BufferAdvice");

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void bindsWhereAllIsThere(String prefix) throws Exception {
    Bench bench = new Bench(SampleStack.with(USING_BUFFER));

    assertThat(write(bench, prefix, Alteration.none())).isEqualTo("wrote a, w7");
    assertThat(bench.settled()).singleElement().asString().endsWith(": 1 hook bound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void missingMethod(String prefix) throws Exception {
    assertLeftOut(prefix, Alteration.withoutMethod(BUFFER, "of"), "Buffer#of(String)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void missingInheritedMethod(String prefix) throws Exception {
    assertLeftOut(prefix, Alteration.withoutMethod(SIZED, "size"), "Buffer#size()");
    assertLeftOut(prefix, Alteration.withoutInterfaces(BUFFER), "Buffer#size()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void changedResult(String prefix) throws Exception {
    assertLeftOut(
        prefix, Alteration.ofDescriptor(BUFFER, "first", "()I"), "Buffer#first() to return char");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void changedParameters(String prefix) throws Exception {
    assertLeftOut(prefix, Alteration.ofDescriptor(BUFFER, "first", "(I)C"), "Buffer#first()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void methodThatBecameStaticOrIsNoLonger(String prefix) throws Exception {
    IntUnaryOperator flip = access -> access ^ ACC_STATIC;
    assertLeftOut(
        prefix, Alteration.ofMethod(BUFFER, "first", flip), "Buffer#first() not to be static");
    assertLeftOut(
        prefix, Alteration.ofMethod(BUFFER, "of", flip), "Buffer#of(String) to be static");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void methodThatIsNotAccessible(String prefix) throws Exception {
    for (int access : new int[] {ACC_PRIVATE, ACC_PROTECTED, 0}) {
      assertLeftOut(
          prefix,
          Alteration.ofMethod(BUFFER, "of", flags -> flags & ~ACC_PUBLIC | access),
          "Buffer#of(String) to be public");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void classThatIsNotAccessible(String prefix) throws Exception {
    assertLeftOut(
        prefix,
        Alteration.ofClass(BUFFER, flags -> flags & ~ACC_PUBLIC),
        prefix.replace('/', '.') + "acme.ws.io.Buffer to be public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void classThatBecameAnInterface(String prefix) throws Exception {
    assertLeftOut(
        prefix,
        Alteration.ofClass(BUFFER, flags -> flags | ACC_INTERFACE),
        prefix.replace('/', '.') + "acme.ws.io.Buffer to be a class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com/shop/shaded/"})
  void supertypeWithoutFileIsNotHeldAgainstTheHook(String prefix) throws Exception {
    Bench bench = new Bench(SampleStack.with(USING_BUFFER));
    Copies copies = new Copies(bench.transformer, prefix, prefix + SIZED + ".class");
    copies.loadClass(prefix.replace('/', '.') + "acme.ws.Channel");

    assertThat(bench.settled()).singleElement().asString().endsWith(": 1 hook bound");
  }

  /** The hook is named with what it needs; the other hook and the application work. */
  private static void assertLeftOut(String prefix, Alteration release, String needed)
      throws Exception {
    Bench bench = new Bench(SampleStack.with(USING_BUFFER, WRITE));

    assertThat(write(bench, prefix, release)).isEqualTo("wrote a, saw a");
    assertThat(bench.settled())
        .singleElement()
        .asString()
        .endsWith(": 1 hook bound, 1 not bound (Channel#write/1: needs " + needed + ")");
  }

  private static Object write(Bench bench, String prefix, Alteration release) throws Exception {
    Copies copies = new Copies(bench.transformer, prefix, release);
    Object channel = copies.newChannel();
    return channel
        .getClass()
        .getMethod("write", copies.frameType())
        .invoke(channel, copies.newFrame("a"));
  }
}
