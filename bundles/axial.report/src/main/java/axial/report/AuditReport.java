package axial.report;

import axial.audit.Audit;
import axial.audit.AuditWriter;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Writes {@code audit.html} and the tables behind it. */
@Component
public final class AuditReport implements AuditWriter {

  @Override
  public Path write(Audit audit, Path folder, Progress progress) {
    TwinGroups groups = new TwinGroups(audit);
    Map<String, WholeFile.Contents> tables = new AuditTables(audit, groups).all();
    String page = new AuditPage(audit, groups, tables.keySet(), progress).text();
    tables.forEach((name, contents) -> WholeFile.write(folder.resolve(name), contents));
    Path file = folder.resolve("audit.html");
    WholeFile.write(file, out -> out.write(page));
    return file;
  }
}
