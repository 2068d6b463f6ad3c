package axial.data.folder;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.image.ImageFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Images in class folders, at any depth. */
@Component
public final class FolderSource implements DatasetSource {

  @Override
  public String id() {
    return "folder";
  }

  @Override
  public String description() {
    return "JPEG and PNG images in a folder with one folder for each class.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Text(
            "classes",
            "",
            "Rules folder=class, joined by commas; the class - leaves a folder out. Default: the"
                + " file "
                + ClassRules.FILE
                + ", else each folder on the first level."),
        new Setting.Text(
            "positive",
            "",
            "Name of the positive class. Default: tumour or yes where there is one, else the last."),
        new Setting.Text(
            "group",
            "none",
            "What must stay together: none, folder, or a regular expression on the path whose first"
                + " group names the patient or series."));
  }

  @Override
  public boolean accepts(String address) {
    return !address.isBlank() && !address.equals("phantom");
  }

  @Override
  public Dataset open(String address, Settings settings, Progress progress) {
    Path folder = folder(address);
    ClassRules rules = ClassRules.of(folder, settings.text("classes"), settings.text("positive"));
    Grouping grouping = Grouping.of(settings.text("group"));
    FolderScan scan = FolderScan.of(folder, rules, progress);
    List<FolderScan.Found> found = scan.found();
    if (found.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The folder %s holds no image that can be used; %d files were left out."
              .formatted(address, scan.leftOut().size()),
          scan.leftOut().isEmpty()
              ? "Give a folder with one folder of JPEG or PNG images for each class."
              : "The first was %s: %s"
                  .formatted(scan.leftOut().get(0).source(), scan.leftOut().get(0).reason()));
    }
    ClassNames classes =
        ClassNames.of(
            found.stream().map(FolderScan.Found::className).distinct().toList(),
            !rules.nameClasses(),
            rules.positive());
    List<Sample> samples = new ArrayList<>();
    int alone = 0;
    for (FolderScan.Found f : found) {
      Optional<String> group = grouping.groupOf(f.source());
      alone += group.isEmpty() ? 1 : 0;
      samples.add(
          new Sample(
              f.id(),
              f.source(),
              classes.labelOf(f.className()),
              group.orElse(f.source()),
              Map.of(
                  "width", Integer.toString(f.width()),
                  "height", Integer.toString(f.height()),
                  "format", f.format().name().toLowerCase(Locale.ROOT),
                  "bytes", Long.toString(f.bytes()))));
    }
    List<String> notes = new ArrayList<>(scan.notes());
    if (grouping instanceof Grouping.ByPattern && alone > 0) {
      notes.add(
          "The group setting matches %d of %d images; each of the others counts as a group of its own."
              .formatted(samples.size() - alone, samples.size()));
    }
    Path name = folder.getFileName();
    return new Dataset(
        name == null ? address : name.toString(),
        address,
        classes.labels(),
        samples,
        scan.leftOut(),
        notes,
        new Reader(folder));
  }

  private static Path folder(String address) {
    Path folder;
    try {
      folder = Path.of(address);
    } catch (InvalidPathException bad) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "\"" + address + "\" is no folder.", "Give a folder of images.");
    }
    if (!Files.exists(folder)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "There is no folder " + address + ".",
          "Give a folder with one folder of images for each class, or phantom.");
    }
    if (!Files.isDirectory(folder)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          address + " is a file, not a folder.",
          "Give a folder with one folder of images for each class.");
    }
    try {
      return folder.toRealPath();
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder " + address + " cannot be read.",
              "Check that you may read it."),
          broken);
    }
  }

  /** Reads samples of one folder. */
  private record Reader(Path folder) implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      return ImageFile.decode(folder.resolve(sample.source()), sample.source()).pixels();
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }
  }
}
