// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.bootstrap.Recorder;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Which class loaders see the facade that advice calls. Where one does not, advice must not be
 * woven: its first call would throw a {@link NoClassDefFoundError}, and its exception handler,
 * which is a call of the facade too, would throw it into the application.
 *
 * <p>The loader is asked while it defines a class. That is safe: the JVM asks it for the superclass
 * of that class in the same place. No lock of ours is held meanwhile.
 *
 * <p>It is asked for each class that advice refers to. Felix answers differently if a bundle asks:
 * only for others it looks beyond the imports ({@code felix.bootdelegation.implicit}). But what the
 * loader has once answered the JVM keeps, and does not ask again (JVMS 5.3.2).
 */
final class FacadeAccess {
  private static final String FACADE = Recorder.class.getName();

  /** Guarded by itself. Weak: a redeployed application must not be kept. */
  private final List<Answer> answers = new ArrayList<Answer>();

  /** The loaders that a thread is asking just now; guarded by {@link #answers}. */
  private final List<Question> questions = new ArrayList<Question>();

  /**
   * Why advice cannot be woven into classes of this loader, and what to set; empty if it can.
   *
   * @param loader null for the bootstrap loader, which has the facade
   */
  String obstacle(ClassLoader loader) {
    if (loader == null) {
      return "";
    }
    Question question = new Question(loader, Thread.currentThread());
    synchronized (answers) {
      String known = known(loader);
      if (known != null) {
        return known;
      }
      for (Question other : questions) {
        if (other.is(question)) {
          return "it loads classes of a stack when it is asked for " + FACADE;
        }
      }
      questions.add(question);
    }
    String obstacle = null;
    try {
      obstacle = ask(loader);
    } finally {
      synchronized (answers) {
        questions.remove(question);
        if (obstacle != null) {
          answers.add(new Answer(loader, obstacle));
        }
      }
    }
    return obstacle;
  }

  /**
   * The first of these classes that the loader does not see, or empty.
   *
   * @param loader null for the bootstrap loader
   */
  static String missingIn(ClassLoader loader, Iterable<String> facadeTypes) {
    for (String type : facadeTypes) {
      try {
        if (loader != null
            && Class.forName(type, false, loader).getClassLoader()
                != Recorder.class.getClassLoader()) {
          return type;
        }
      } catch (Exception notSeen) {
        return type;
      } catch (LinkageError notSeen) {
        return type;
      }
    }
    return "";
  }

  private String known(ClassLoader loader) {
    String known = null;
    for (Iterator<Answer> all = answers.iterator(); all.hasNext(); ) {
      Answer answer = all.next();
      ClassLoader of = answer.loader.get();
      if (of == null) {
        all.remove();
      } else if (of == loader) {
        known = answer.obstacle;
      }
    }
    return known;
  }

  private static String ask(ClassLoader loader) {
    try {
      return Class.forName(FACADE, false, loader) == Recorder.class
          ? ""
          : "it has a copy of wsclose of its own: remove wsclose.jar from its class path";
    } catch (Exception notSeen) {
      return DelegationSetting.of(loader);
    } catch (LinkageError notSeen) {
      return DelegationSetting.of(loader);
    }
  }

  private static final class Question {
    private final ClassLoader loader;
    private final Thread thread;

    private Question(ClassLoader loader, Thread thread) {
      this.loader = loader;
      this.thread = thread;
    }

    private boolean is(Question other) {
      return loader == other.loader && thread == other.thread;
    }
  }

  private static final class Answer {
    private final WeakReference<ClassLoader> loader;
    private final String obstacle;

    private Answer(ClassLoader loader, String obstacle) {
      this.loader = new WeakReference<ClassLoader>(loader);
      this.obstacle = obstacle;
    }
  }
}
