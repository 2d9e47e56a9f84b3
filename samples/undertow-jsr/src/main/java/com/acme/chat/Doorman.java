// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Decides by the first part of the path who may come in. */
final class Doorman extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int SLOW_SECONDS = 30;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (room(request.getRequestURI())) {
      case "slow" -> {
        think();
        chain.doFilter(request, response);
      }
      case "intranet" -> {
        if (comesFromOwnPage(request)) {
          chain.doFilter(request, response);
        } else {
          response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
      }
      case "members" -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      case "staff" -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
      case "broken" -> throw new IllegalStateException("out of order");
      default -> chain.doFilter(request, response);
    }
  }

  private static void think() {
    try {
      TimeUnit.SECONDS.sleep(SLOW_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String room(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path.substring(1) : path.substring(1, end);
  }

  private static boolean comesFromOwnPage(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        || origin.substring(origin.indexOf("//") + 2).equals(request.getHeader("Host"));
  }
}
