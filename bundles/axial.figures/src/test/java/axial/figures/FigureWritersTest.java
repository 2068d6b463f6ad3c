package axial.figures;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.figure.Drawing;
import axial.view.figure.FigureWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureWritersTest {

  private static final Drawing DRAWING =
      new Drawing("Recall & more <of run 7>", new Dimension(288, 144), FigureWritersTest::paint);

  private static void paint(Graphics2D graphics) {
    graphics.setColor(new Color(0x0072B2));
    graphics.fillRect(24, 24, 72, 48);
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(new Line2D.Double(0, 120, 288, 120));
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.drawString("Recall of müde", 120, 60);
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, 0xFF0000);
    graphics.drawImage(image, 200, 80, 32, 32, null);
  }

  private static byte[] written(FigureWriter writer) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(DRAWING, out);
    return out.toByteArray();
  }

  @Test
  void aPngHas300PixelsAnInchAndSaysSo() throws Exception {
    byte[] bytes = written(new PngWriter());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(600);
    assertThat(image.getRGB(5, 5) & 0xFFFFFF).as("ground").isEqualTo(0xFFFFFF);
    assertThat(image.getRGB(200, 150) & 0xFFFFFF).as("rectangle").isEqualTo(0x0072B2);
    int chunk = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    ByteBuffer data = ByteBuffer.wrap(bytes, chunk + 4, 9);
    assertThat(data.getInt()).isEqualTo(11811);
    assertThat(data.getInt()).isEqualTo(11811);
    assertThat(data.get()).as("unit: metre").isEqualTo((byte) 1);
  }

  @Test
  void anSvgHasItsTextAsTextAndNothingThatRuns() throws Exception {
    byte[] bytes = written(new SvgWriter());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("288pt");
    assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 288 144");
    assertThat(document.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("Recall of müde");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Recall & more <of run 7>");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("image").getLength()).isEqualTo(1);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("data:image/png;base64,")
        .doesNotContain("onload");
  }

  @Test
  void aPdfHasOnePageOfTheFiguresSizeThatLooksLikeIt() throws Exception {
    byte[] bytes = written(new PdfWriter());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(288f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(144f);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Recall & more <of run 7>");
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 144);
      assertThat(page.getRGB(96, 96) & 0xFFFFFF).as("rectangle").isEqualTo(0x0072B2);
      assertThat(dark(page, 240, 100, 400, 125)).as("text").isGreaterThan(50);
      assertThat(page.getRGB(5, 5) & 0xFFFFFF).as("ground").isEqualTo(0xFFFFFF);
    }
  }

  private static int dark(BufferedImage image, int left, int top, int right, int bottom) {
    int count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        count += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
      }
    }
    return count;
  }
}
