// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import io.wsclose.record.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects attributes in order, each bounded; what has no value is left out. */
final class AttributeMap {
  static final int MAX_TEXT = 1024;
  static final int MAX_LIST = 64;

  private final Map<String, Object> values = new LinkedHashMap<>();

  AttributeMap text(String name, String value) {
    return longText(name, value, MAX_TEXT);
  }

  AttributeMap longText(String name, String value, int limit) {
    if (!value.isEmpty()) {
      values.put(name, MessageText.cut(value, limit));
    }
    return this;
  }

  AttributeMap number(String name, long value) {
    values.put(name, value);
    return this;
  }

  AttributeMap decimal(String name, double value) {
    values.put(name, value);
    return this;
  }

  AttributeMap flag(String name, boolean value) {
    values.put(name, value);
    return this;
  }

  AttributeMap list(String name, List<String> items) {
    if (items.isEmpty()) {
      return this;
    }
    List<String> copy = new ArrayList<>();
    for (String item : items.subList(0, Math.min(items.size(), MAX_LIST))) {
      copy.add(MessageText.cut(item, MAX_TEXT));
    }
    values.put(name, copy);
    return this;
  }

  Map<String, Object> build() {
    return values;
  }
}
