// SPDX-License-Identifier: Apache-2.0
package io.wsclose;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

/**
 * Nothing outside its package names a stack: neither a class, a method or a constant, nor a string.
 */
class StackNamesTest {
  private static final int UTF8_CONSTANT = 1;

  @Test
  void noClassOutsideTheStacksNamesOne() throws Exception {
    Set<String> words = words();
    List<String> found = new ArrayList<>();
    int read = 0;
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.wsclose")) {
      if (!type.getPackageName().startsWith("io.wsclose.stack.")) {
        read++;
        for (String constant : constants(type)) {
          words.stream()
              .filter(constant.toLowerCase(Locale.ROOT)::contains)
              .forEach(word -> found.add(type.getName() + ": " + constant));
        }
      }
    }
    assertThat(read).isGreaterThan(200);
    assertThat(found).isEmpty();
  }

  @Test
  void namesInAStackAreFound() throws Exception {
    JavaClass stack =
        new ClassFileImporter().importClass(Class.forName("io.wsclose.stack.netty.NettyProfile"));

    assertThat(constants(stack)).anyMatch(text -> text.startsWith("io.netty.handler."));
    assertThat(words()).contains("netty", "io.netty.", "io/netty/", "org.xnio.");
  }

  /** The names of the stacks in service and of what they run on, and the packages of both. */
  private static Set<String> words() {
    Set<String> words = new TreeSet<>(Set.of("grizzly", "xnio"));
    for (WebSocketStack stack : ServiceLoader.load(WebSocketStack.class)) {
      if (!stack.isCarrier()) {
        words.add(stack.name());
        stack.packages().forEach(name -> words.add(name));
        stack.packages().forEach(name -> words.add(name.replace('.', '/')));
      }
    }
    return words;
  }

  /** Names, descriptors and strings: all text of a class file. */
  private static List<String> constants(JavaClass type) throws IOException {
    List<String> constants = new ArrayList<>();
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      byte[] file = in.readAllBytes();
      ClassReader reader = new ClassReader(file);
      for (int i = 1; i < reader.getItemCount(); i++) {
        int offset = reader.getItem(i);
        if (offset > 0 && file[offset - 1] == UTF8_CONSTANT) {
          int length = reader.readUnsignedShort(offset);
          constants.add(
              new String(file, offset + 2, length, java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    return constants;
  }
}
