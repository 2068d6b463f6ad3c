package axial.figures;

import axial.view.figure.Drawing;
import axial.view.figure.FigureWriter;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.osgi.service.component.annotations.Component;

/**
 * Writes figures as PDF: one page as large as the figure. Text is written as outlines, so that it
 * looks the same where its font is not installed.
 */
@Component
public final class PdfWriter implements FigureWriter {

  /** PDFBox's word that it cannot unmap files, which a picture made in memory never needs. */
  private final Logger unmapping = Logger.getLogger("org.apache.pdfbox.io.IOUtils");

  /** A writer; it keeps PDFBox from logging about files that it does not map. */
  public PdfWriter() {
    unmapping.setLevel(Level.OFF);
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public void write(Drawing drawing, OutputStream out) throws IOException {
    int width = drawing.size().width;
    int height = drawing.size().height;
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(drawing.caption());
      document.getDocumentInformation().setCreator("Axial");
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      drawing.paint().accept(graphics);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(out);
    }
  }
}
