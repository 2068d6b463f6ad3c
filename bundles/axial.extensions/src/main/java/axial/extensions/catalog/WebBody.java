package axial.extensions.catalog;

import axial.job.CancelledException;
import axial.job.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer, passed on piece by piece on the thread that asked. */
final class WebBody {

  private static final long LOOK_EVERY_MILLIS = 100;
  private static final long GRACE_SECONDS = 60;
  private static final long SLOWEST_BYTES_PER_SECOND = 2_000;

  private final Place place;
  private final String path;
  private final long most;
  private final Duration silence;

  WebBody(Place place, String path, long most, Duration silence) {
    this.place = place;
    this.path = path;
    this.most = most;
    this.silence = silence;
  }

  /** Passes the whole body on. */
  void pass(Flow.Publisher<List<ByteBuffer>> body, Sink sink, Progress progress)
      throws IOException {
    Pieces pieces = new Pieces();
    body.subscribe(pieces);
    try {
      long began = System.nanoTime();
      long seen = 0;
      while (true) {
        Piece piece = next(pieces, progress);
        if (piece.failure != null) {
          throw piece.failure instanceof IOException broken
              ? broken
              : new IOException(piece.failure);
        }
        if (piece.last) {
          return;
        }
        seen = take(piece, seen, sink);
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        if (seconds > GRACE_SECONDS && seen / seconds < SLOWEST_BYTES_PER_SECOND) {
          throw new IOException("the server is too slow");
        }
        pieces.more();
      }
    } finally {
      pieces.stop();
    }
  }

  private long take(Piece piece, long before, Sink sink) {
    long seen = before;
    for (ByteBuffer buffer : piece.buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      seen += bytes.length;
      if (seen > most) {
        throw place.tooLong(path, most);
      }
      sink.take(bytes, bytes.length);
    }
    return seen;
  }

  private Piece next(Pieces pieces, Progress progress) throws IOException {
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
      throw new CancelledException("Reading the catalog " + place.address());
    }
  }

  /** Reads nothing of a body. */
  static void drop(Flow.Publisher<List<ByteBuffer>> body) {
    Pieces pieces = new Pieces();
    body.subscribe(pieces);
    pieces.stop();
  }

  private static final class Piece {
    private final List<ByteBuffer> buffers;
    private final @Nullable Throwable failure;
    private final boolean last;

    Piece(List<ByteBuffer> buffers, @Nullable Throwable failure, boolean last) {
      this.buffers = buffers;
      this.failure = failure;
      this.last = last;
    }
  }

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
      if (subscription != null) {
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
      queue.add(new Piece(buffers, null, false));
    }

    @Override
    public void onError(Throwable failure) {
      queue.add(new Piece(List.of(), failure, false));
    }

    @Override
    public void onComplete() {
      queue.add(new Piece(List.of(), null, true));
    }
  }
}
