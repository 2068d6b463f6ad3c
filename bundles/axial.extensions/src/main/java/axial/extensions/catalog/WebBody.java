package axial.extensions.catalog;

import axial.job.CancelledException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer as a stream that does not wait for ever. */
final class WebBody extends InputStream {

  private static final long LOOK_EVERY_MILLIS = 100;
  private static final long GRACE_SECONDS = 60;
  private static final long SLOWEST_BYTES_PER_SECOND = 2_000;

  private final Pieces pieces = new Pieces();
  private final Duration silence;
  private final Progress progress;
  private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
  private final long began = System.nanoTime();
  private long seen;
  private boolean ended;

  WebBody(Flow.Publisher<List<ByteBuffer>> body, Duration silence, Progress progress) {
    this.silence = silence;
    this.progress = progress;
    body.subscribe(pieces);
  }

  /** Reads nothing of a body. */
  static void drop(Flow.Publisher<List<ByteBuffer>> body) {
    Pieces pieces = new Pieces();
    body.subscribe(pieces);
    pieces.stop();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended && (buffers.isEmpty() || !buffers.element().hasRemaining())) {
      if (buffers.poll() == null) {
        more();
      }
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, buffers.element().remaining());
    buffers.element().get(bytes, offset, count);
    seen += count;
    return count;
  }

  private void more() throws IOException {
    Piece piece = next();
    if (piece.failure.isPresent()) {
      Throwable failure = piece.failure.get();
      throw failure instanceof IOException broken ? broken : new IOException(failure);
    }
    ended = piece.last;
    buffers.addAll(piece.buffers);
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    if (seconds > GRACE_SECONDS && seen / seconds < SLOWEST_BYTES_PER_SECOND) {
      throw new IOException("the server is too slow");
    }
    pieces.more();
  }

  private Piece next() throws IOException {
    long waited = System.nanoTime();
    try {
      while (true) {
        progress.checkCancelled();
        @Nullable Piece piece = pieces.queue.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (piece != null) {
          return piece;
        }
        if (System.nanoTime() - waited > silence.toNanos()) {
          throw new IOException("the server said nothing for " + silence.toSeconds() + " s");
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Reading a catalog");
    }
  }

  @Override
  public void close() {
    pieces.stop();
  }

  private record Piece(List<ByteBuffer> buffers, Optional<Throwable> failure, boolean last) {}

  /** Asks for one piece at a time, so that no more than one waits in memory. */
  private static final class Pieces implements Flow.Subscriber<List<ByteBuffer>> {

    private final BlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean stopped;

    @Override
    public synchronized void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      if (stopped) {
        begun.cancel();
      } else {
        begun.request(1);
      }
    }

    synchronized void more() {
      if (subscription != null && !stopped) {
        subscription.request(1);
      }
    }

    synchronized void stop() {
      stopped = true;
      if (subscription != null) {
        subscription.cancel();
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      queue.add(new Piece(buffers, Optional.empty(), false));
    }

    @Override
    public void onError(Throwable failure) {
      queue.add(new Piece(List.of(), Optional.of(failure), false));
    }

    @Override
    public void onComplete() {
      queue.add(new Piece(List.of(), Optional.empty(), true));
    }
  }
}
