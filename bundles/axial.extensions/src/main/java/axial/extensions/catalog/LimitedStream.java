package axial.extensions.catalog;

import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file of a catalog, no more than it may have; what goes wrong is told in words. */
final class LimitedStream extends InputStream {

  private final Place place;
  private final String path;
  private final long most;
  private final InputStream in;
  private final Progress progress;
  private long seen;

  LimitedStream(Place place, String path, long most, InputStream in, Progress progress) {
    this.place = place;
    this.path = path;
    this.most = most;
    this.in = in;
    this.progress = progress;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    progress.checkCancelled();
    try {
      int count = in.read(bytes, offset, length);
      seen += Math.max(0, count);
      if (seen > most) {
        throw place.tooLong(path, most);
      }
      return count;
    } catch (IOException broken) {
      throw place.unreachable(path, broken);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
