// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.wsclose.record.MessageText;
import java.util.Collection;

/** An exporter, and what becomes of its exports. */
final class WatchedExporter implements SpanExporter {
  private static final int MAX_REASON = 300;

  private final SpanExporter exporter;
  private final ExportWatch.Progress progress;

  WatchedExporter(SpanExporter exporter, ExportWatch.Progress progress) {
    this.exporter = exporter;
    this.progress = progress;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int count = spans.size();
    CompletableResultCode result;
    try {
      result = exporter.export(spans);
    } catch (RuntimeException | LinkageError e) {
      progress.completed(count, false, reason(e));
      return CompletableResultCode.ofExceptionalFailure(e);
    }
    return result.whenComplete(
        () ->
            progress.completed(
                count,
                result.isSuccess(),
                result.isSuccess() ? "" : reason(result.getFailureThrowable())));
  }

  /** The answer's status where there was one, else the innermost exception that says something. */
  static String reason(Throwable failure) {
    String reason = "";
    Throwable link = failure;
    for (int depth = 0; link != null && depth < 8; depth++, link = link.getCause()) {
      Object response = responseOf(link);
      if (response instanceof HttpResponse) {
        return "HTTP status " + ((HttpResponse) response).getStatusCode();
      }
      if (response instanceof GrpcResponse) {
        return "gRPC status " + ((GrpcResponse) response).getStatusCode();
      }
      if (link.getMessage() != null) {
        reason = MessageText.bounded(link.getMessage(), MAX_REASON);
      }
    }
    return reason.isEmpty() && failure != null ? failure.getClass().getSimpleName() : reason;
  }

  /** The exporters' exception is internal to them, the answer in it is not. */
  private static Object responseOf(Throwable link) {
    try {
      return link.getClass().getMethod("getResponse").invoke(link);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  @Override
  public String toString() {
    return exporter.toString();
  }
}
