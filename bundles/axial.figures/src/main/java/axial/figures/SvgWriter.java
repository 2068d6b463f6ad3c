package axial.figures;

import axial.view.figure.Drawing;
import axial.view.figure.FigureWriter;
import java.awt.Color;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes figures as SVG: text stays text, images are kept inside, and there are no scripts. */
@Component
public final class SvgWriter implements FigureWriter {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  @Override
  public String format() {
    return "svg";
  }

  @Override
  public void write(Drawing drawing, OutputStream out) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("Axial");
    context.setImageHandler(new InnerImages());
    context.setPrecision(3);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(drawing.size());
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, drawing.size().width, drawing.size().height);
    drawing.paint().accept(graphics);
    Element root = graphics.getRoot();
    String width = Integer.toString(drawing.size().width);
    String height = Integer.toString(drawing.size().height);
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    root.setAttributeNS(null, "width", width + "pt");
    root.setAttributeNS(null, "height", height + "pt");
    Element title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
    title.setTextContent(drawing.caption());
    root.insertBefore(title, root.getFirstChild());
    graphics.dispose();
    write(root, out);
  }

  /** Writes without a document type, so that no reader goes looking for one. */
  private static void write(Element root, OutputStream out) throws IOException {
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(root), new StreamResult(out));
    } catch (TransformerException broken) {
      throw new IOException("The figure cannot be written as SVG.", broken);
    }
  }

  private static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("Every Java platform has a DOM.", impossible);
    }
  }

  /** Puts images into the file as PNG. */
  private static final class InnerImages extends ImageHandlerBase64Encoder {
    @Override
    public void encodeImage(RenderedImage image, OutputStream to) throws SVGGraphics2DIOException {
      try {
        ImageIO.write(image, "png", to);
      } catch (IOException broken) {
        throw new SVGGraphics2DIOException("An image cannot be written.", broken);
      }
    }
  }
}
