// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

/** What advice leaves behind in the classes of real stacks. */
class WovenClassesTest {
  private static final int CLASS_CONSTANT = 7;

  private final ClassLoader loader = getClass().getClassLoader();
  private final List<WebSocketStack> stacks = Stacks.load(loader, console -> {});

  @Test
  void knowNothingOfTheAgentButItsFacade() throws Exception {
    Weaver weaver = new Weaver(loader);
    HookIndex gate = new HookIndex(stacks);
    List<String> woven = new ArrayList<>();
    for (WebSocketStack stack : stacks) {
      for (Hook hook : stack.hooks()) {
        byte[] original = read(hook.type());
        byte[] bytes =
            original == null
                ? null
                : weaver
                    .weave(gate.match(hook.type().replace('.', '/')), hook.type(), loader, original)
                    .bytes();
        if (bytes != null && woven.add(hook.type())) {
          assertThat(classesNamedIn(bytes))
              .as(hook.type())
              .filteredOn(name -> name.startsWith("io/wsclose/"))
              .isNotEmpty()
              .allMatch(name -> name.startsWith("io/wsclose/bootstrap/"));
        }
      }
    }
    assertThat(woven).isNotEmpty();
  }

  private byte[] read(String type) throws IOException {
    try (InputStream in = loader.getResourceAsStream(type.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static List<String> classesNamedIn(byte[] file) {
    ClassReader reader = new ClassReader(file);
    char[] buffer = new char[reader.getMaxStringLength()];
    List<String> names = new ArrayList<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && file[offset - 1] == CLASS_CONSTANT) {
        names.add(reader.readUTF8(offset, buffer));
      }
    }
    return names;
  }
}
