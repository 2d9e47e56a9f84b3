// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A container of chat services for a child JVM: each is deployed with its WebSocket library in a
 * class loader of its own. It obeys standard input, words separated by tabs: {@code deploy <class
 * path> <arguments>}, {@code undeploy}, which takes the youngest, and {@code collect}, which tells
 * how many class loaders of what was undeployed stay.
 */
public final class ChatContainer {
  public static final String DEPLOYED = "[container] deployed ";
  public static final String UNDEPLOYED = "[container] undeployed ";
  public static final String LEFT = "[container] loaders left: ";

  private static final long COLLECT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long COLLECT_AGAIN_MILLIS = 100;

  private final List<ChatDeployment> running = new ArrayList<>();
  private final List<WeakReference<ClassLoader>> gone = new ArrayList<>();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private int deployments;

  private ChatContainer() {}

  public static void main(String[] arguments) throws Exception {
    ChatContainer container = new ChatContainer();
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = console.readLine(); line != null; line = console.readLine()) {
        container.obey(line.split("\t"));
      }
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void obey(String[] words) throws Exception {
    switch (words[0]) {
      case "deploy" -> deploy(words[1], Arrays.copyOfRange(words, 2, words.length));
      case "undeploy" -> undeploy();
      case "collect" -> collect();
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private void deploy(String classPath, String[] arguments) throws Exception {
    ChildFirstLoader loader = new ChildFirstLoader(urls(classPath));
    running.add(apart(loader, () -> ChatDeployment.start(loader, arguments)));
    deployments++;
    System.out.println(DEPLOYED + deployments);
  }

  private void undeploy() throws Exception {
    ChatDeployment last = running.remove(running.size() - 1);
    ChildFirstLoader loader = last.loader();
    apart(
        loader,
        () -> {
          last.stop();
          return null;
        });
    loader.close();
    gone.add(new WeakReference<>(loader, collected));
    System.out.println(UNDEPLOYED + gone.size());
  }

  /** As containers do: in a thread that ends, and its thread locals with it. */
  private static <T> T apart(ClassLoader loader, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "deployer");
    thread.setContextClassLoader(loader);
    thread.start();
    T result = task.get();
    thread.join();
    return result;
  }

  /** Collects garbage until no loader is left; gives up after a while. */
  private void collect() throws InterruptedException {
    long deadline = System.nanoTime() + COLLECT_NANOS;
    while (left() > 0 && System.nanoTime() < deadline) {
      System.gc();
      collected.remove(COLLECT_AGAIN_MILLIS);
    }
    System.out.println(LEFT + left());
  }

  private long left() {
    return gone.stream().filter(loader -> !loader.refersTo(null)).count();
  }

  private static URL[] urls(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
