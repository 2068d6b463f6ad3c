package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups images by the patients of a table. */
record PatientGroups(PatientTable table) implements Grouping {

  /** A row belongs to the image of that path, else to the only image of that file name. */
  @Override
  public Groups of(List<String> sources) {
    SourceNames names = new SourceNames(sources);
    Map<String, String> bySource = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, String> row : table.patientByFile().entrySet()) {
      names
          .find(row.getKey())
          .ifPresentOrElse(
              source -> assign(bySource, source, row.getValue()), () -> unknown.add(row.getKey()));
    }
    if (bySource.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "No row of the table %s names an image of the data; the first names %s."
              .formatted(table.file(), PatientTable.shortened(unknown.get(0))),
          "Write file names, or paths relative to the data folder such as %s."
              .formatted(sources.get(0)));
    }
    return new Groups(bySource, notes(bySource.size(), sources.size(), unknown));
  }

  private void assign(Map<String, String> bySource, String source, String patient) {
    String before = bySource.putIfAbsent(source, patient);
    if (before != null && !before.equals(patient)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "Two rows of the table %s are about the image %s and give it to %s and %s."
              .formatted(
                  table.file(),
                  source,
                  PatientTable.shortened(before),
                  PatientTable.shortened(patient)),
          "Write the paths of images of one name in full, relative to the data folder.");
    }
  }

  private List<String> notes(int named, int images, List<String> unknown) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s names the patient of %d of %d images%s."
            .formatted(
                table.file().getFileName(),
                named,
                images,
                named == images
                    ? ""
                    : "; each of the other " + (images - named) + " counts as a group of its own"));
    if (!unknown.isEmpty()) {
      notes.add(
          "%d of its rows name no image of the data, or one of several of that name, such as %s."
              .formatted(unknown.size(), PatientTable.shortened(unknown.get(0))));
    }
    if (table.withoutFile() + table.withoutPatient() > 0) {
      notes.add(
          "%d of its rows have no file and %d no patient."
              .formatted(table.withoutFile(), table.withoutPatient()));
    }
    return notes;
  }
}
