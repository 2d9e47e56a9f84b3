package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;

/**
 * {@code SslConnection.DecryptedEndPoint#fill}: the peer's close_notify ends the stream before its
 * FIN does.
 */
final class TlsRead {
  private TlsRead() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object endPoint, @Advice.Return int filled, @Advice.Thrown Throwable thrown) {
    if (thrown instanceof SSLException) {
      Recorder.of(endPoint).failed(FailureOrigin.TLS, 0, thrown);
    } else if (thrown == null && filled < 0) {
      Recorder.of(endPoint).endOfStream();
    }
  }
}
