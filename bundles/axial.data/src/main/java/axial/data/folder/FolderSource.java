package axial.data.folder;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.curation.EditsSetting;
import axial.data.image.ImageFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Images in class folders, at any depth, of one folder or several. */
@Component
public final class FolderSource implements DatasetSource {

  private final ImageLook look;

  /**
   * A source that keeps what files are in the workspace that the framework property {@code
   * axial.workspace} names, so that a folder is opened again without decoding it.
   */
  @Activate
  public FolderSource(BundleContext framework) {
    this(
        new ImageLook(
            Optional.of(workspace(framework.getProperty("axial.workspace"))),
            InstantSource.system(),
            ImageFile::decode));
  }

  /** A source that keeps nothing. */
  public FolderSource() {
    this(ImageLook.always());
  }

  FolderSource(ImageLook look) {
    this.look = look;
  }

  private static Path workspace(@Nullable String property) {
    return Path.of(property == null ? "workspace" : property, "cache", "folders").toAbsolutePath();
  }

  @Override
  public String id() {
    return "folder";
  }

  @Override
  public String description() {
    return "JPEG and PNG images in folders with one folder for each class.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Text(
            "classes",
            "",
            "Rules folder=class, joined by commas, or class=folder,folder;class=folder; the class -"
                + " leaves a folder out. Default: the file "
                + ClassRules.FILE
                + ", else each folder on the first level."),
        new Setting.Text(
            "positive",
            "",
            "Name of the positive class. Default: tumour or yes where there is one, else the"
                + " last."),
        new Setting.Text(
            "group",
            "none",
            "What must stay together: none; folder; range:N, N neighbours by the last number of"
                + " their names; csv:FILE, a table with a column file and a column patient; or a"
                + " regular expression on the path whose first group names the patient or series."),
        EditsSetting.SETTING);
  }

  @Override
  public boolean accepts(String address) {
    return !address.isBlank() && !address.equals("phantom");
  }

  @Override
  public Dataset open(String address, Settings settings, Progress progress) {
    FolderRoots roots = FolderRoots.of(address);
    Grouping grouping = Grouping.of(settings.text("group"));
    List<FolderScan.Found> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> positives = new TreeSet<>();
    boolean ruled = false;
    for (FolderRoots.Root root : roots.roots()) {
      ClassRules rules =
          ClassRules.of(root.folder(), settings.text("classes"), settings.text("positive"));
      FolderScan scan = FolderScan.of(root, rules, look, progress);
      found.addAll(scan.found());
      leftOut.addAll(scan.leftOut());
      notes.addAll(scan.notes());
      rules.positive().ifPresent(positives::add);
      ruled |= rules.nameClasses();
    }
    requireImages(address, found, leftOut);
    ClassNames classes =
        ClassNames.of(
            found.stream().map(FolderScan.Found::className).distinct().toList(),
            !ruled,
            onlyOne(positives));
    Grouping.Groups groups = grouping.of(found.stream().map(FolderScan.Found::source).toList());
    notes.addAll(groups.notes());
    return EditsSetting.apply(
        new Dataset(
            roots.name(),
            address,
            classes.labels(),
            found.stream()
                .sorted(Comparator.comparing(FolderScan.Found::source))
                .map(f -> sample(f, roots, classes, groups))
                .toList(),
            leftOut,
            notes,
            new FolderPixels(roots)),
        settings);
  }

  @Override
  public Map<String, Path> files(String address, List<Sample> samples) {
    return SentFiles.of(FolderRoots.of(address), samples);
  }

  @Override
  public String addressIn(Path folder, List<Sample> samples) {
    return SentFiles.address(folder, samples);
  }

  private static Sample sample(
      FolderScan.Found found, FolderRoots roots, ClassNames classes, Grouping.Groups groups) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("width", Integer.toString(found.image().width()));
    attributes.put("height", Integer.toString(found.image().height()));
    attributes.put("format", found.image().format().name().toLowerCase(Locale.ROOT));
    attributes.put("bytes", Long.toString(found.image().bytes()));
    if (roots.several()) {
      attributes.put(SentFiles.ROOT, roots.rootOf(found.source()).name());
    }
    return new Sample(
        found.image().id(),
        found.source(),
        classes.labelOf(found.className()),
        groups.bySource().getOrDefault(found.source(), found.source()),
        attributes);
  }

  private static void requireImages(
      String address, List<FolderScan.Found> found, List<LeftOut> leftOut) {
    if (found.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The folder %s holds no image that can be used; %d files were left out."
              .formatted(address, leftOut.size()),
          leftOut.isEmpty()
              ? "Give a folder with one folder of JPEG or PNG images for each class."
              : "The first was %s: %s".formatted(leftOut.get(0).source(), leftOut.get(0).reason()));
    }
  }

  private static Optional<String> onlyOne(Set<String> positives) {
    if (positives.size() > 1) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The files %s of the folders name several positive classes: %s."
              .formatted(ClassRules.FILE, String.join(", ", positives)),
          "Choose one with --set folder.positive=NAME.");
    }
    return positives.stream().findFirst();
  }
}
