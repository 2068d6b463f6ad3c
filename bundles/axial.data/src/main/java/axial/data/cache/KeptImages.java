package axial.data.cache;

import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The images of one data set: taken from segments where they are there and whole, else read from
 * the source and added to a segment of its own. When nothing can be added any more, images are read
 * anew, and {@link #note} says why.
 */
final class KeptImages implements ImageStore.Images {

  /** Where an image is. */
  private record Slot(Segment segment, int place, int checksum) {}

  private final PixelReader reader;
  private final ImageLoader loader;
  private final Shape shape;
  private final Path folder;
  private final UnaryOperator<OutputStream> files;
  private final Packing packing = new Packing();
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private Optional<SegmentWriter> writer = Optional.empty();
  private long room;
  private volatile Optional<String> note = Optional.empty();

  /**
   * Images in one folder of the cache.
   *
   * @param files stands between the writer and each file
   */
  KeptImages(
      PixelReader reader,
      ImageLoader loader,
      Shape shape,
      Path folder,
      UnaryOperator<OutputStream> files) {
    this.reader = reader;
    this.loader = loader;
    this.shape = shape;
    this.folder = folder;
    this.files = files;
  }

  /**
   * Takes over what a segment has of these content ids.
   *
   * @return whether it has any
   */
  boolean take(Segment segment, Set<String> wanted) throws IOException {
    List<Optional<Entry>> entries = segment.entries();
    boolean any = false;
    for (int i = 0; i < entries.size(); i++) {
      Optional<Entry> entry = entries.get(i).filter(e -> wanted.contains(e.id()));
      if (entry.isPresent()) {
        Slot slot = new Slot(segment, i, entry.get().checksum());
        any |= slots.putIfAbsent(entry.get().id(), slot) == null;
      }
    }
    return any;
  }

  /** How many images it has. */
  int count() {
    return slots.size();
  }

  /** Lets it add so many bytes; none before. */
  synchronized void allow(long bytes) {
    room = bytes;
  }

  @Override
  public Image image(Sample sample) {
    Slot slot = slots.get(sample.id());
    if (slot != null) {
      Optional<byte[]> kept = slot.segment().read(slot.place(), slot.checksum());
      if (kept.isPresent()) {
        return packing.unpack(shape, kept.get());
      }
      slots.remove(sample.id(), slot);
      leave(slot.segment());
    }
    Pixels pixels = reader.read(sample);
    Image image = loader.toImage(pixels, shape);
    if (Entry.lists(sample.id())) {
      requireSame(sample, pixels);
      if (note.isEmpty()) {
        packing.pack(image).ifPresent(bytes -> keep(sample.id(), bytes));
      }
    }
    return image;
  }

  private static void requireSame(Sample sample, Pixels pixels) {
    if (!pixels.contentId().equals(sample.id())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The image %s has changed since the data was opened.".formatted(sample.source()),
          "Restore it, or make the run again.");
    }
  }

  private synchronized void keep(String id, byte[] bytes) {
    if (note.isPresent() || slots.containsKey(id)) {
      return;
    }
    if (room < bytes.length + Entry.BYTES) {
      stop(
          "The pixel cache has reached its size, so some images are decoded anew in each epoch;"
              + " AXIAL_PIXEL_CACHE=MIB makes it larger.");
      return;
    }
    try {
      Entry entry = new Entry(id, Entry.checksum(bytes, bytes.length));
      SegmentWriter open = open(bytes.length);
      int place = open.add(entry, bytes);
      slots.put(id, new Slot(open.segment(), place, entry.checksum()));
      room -= bytes.length + Entry.BYTES;
    } catch (IOException full) {
      stop(
          "Images cannot be kept in %s (%s), so they are decoded anew in each epoch; make room on the disk, or let the folder be written."
              .formatted(folder, reason(full)));
    }
  }

  private static String reason(IOException broken) {
    String message = broken.getMessage();
    return message == null ? broken.getClass().getSimpleName() : message;
  }

  private SegmentWriter open(int size) throws IOException {
    if (writer.isPresent() && writer.get().full()) {
      closeWriter();
    }
    if (writer.isEmpty()) {
      writer = Optional.of(new SegmentWriter(folder, size, files));
    }
    return writer.get();
  }

  /** Adds nothing more to a segment that was damaged or removed. */
  private synchronized void leave(Segment segment) {
    if (writer.filter(own -> own.segment() == segment).isPresent()) {
      closeWriter();
    }
  }

  private void stop(String reason) {
    note = Optional.of(reason);
    closeWriter();
  }

  private void closeWriter() {
    try {
      if (writer.isPresent()) {
        writer.get().close();
      }
    } catch (IOException broken) {
      System.getLogger(KeptImages.class.getName())
          .log(System.Logger.Level.DEBUG, "A file in {0} was not closed well.", folder);
    } finally {
      writer = Optional.empty();
    }
  }

  @Override
  public Optional<String> note() {
    return note;
  }

  @Override
  public synchronized void close() {
    closeWriter();
    slots.clear();
    if (note.isEmpty()) {
      note = Optional.of("These images are closed and no longer kept.");
    }
  }
}
