package axial.extensions.catalog;

import axial.extensions.resolve.Described.Part;
import axial.extensions.resolve.Types;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code index.xml}, an OSGi repository index (OSGi Compendium 7, section 132.5). The same
 * entries give the same bytes.
 */
public final class IndexWriter {

  static final String NAMESPACE = "http://www.osgi.org/xmlns/repository/v1.0.0";
  static final String CONTENT = "osgi.content";
  static final String MIME = "application/vnd.osgi.bundle";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;
  private int depth;

  private IndexWriter() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /**
   * The bytes of an index.
   *
   * @param name of the catalog
   * @param increment version of the catalog
   * @param entries in the order in which they are written
   */
  public static byte[] write(String name, long increment, List<Entry> entries) {
    try {
      IndexWriter writer = new IndexWriter();
      writer.all(name, increment, entries);
      return writer.bytes.toByteArray();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("An index was not written to memory.", impossible);
    }
  }

  private void all(String name, long increment, List<Entry> entries) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "repository");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("increment", Long.toString(increment));
    xml.writeAttribute("name", name);
    depth++;
    for (Entry entry : entries) {
      entry(entry);
    }
    end();
    line();
    xml.writeEndDocument();
    xml.flush();
  }

  private void entry(Entry entry) throws XMLStreamException {
    start("resource");
    for (Part part : entry.described().offered()) {
      part("capability", part);
    }
    part(
        "capability",
        new Part(
            CONTENT,
            Map.of(
                CONTENT,
                entry.sha256(),
                "url",
                Entry.path(entry.described().name()),
                "size",
                entry.bytes(),
                "mime",
                MIME),
            Map.of()));
    for (Part part : entry.described().required()) {
      part("requirement", part);
    }
    end();
  }

  private void part(String element, Part part) throws XMLStreamException {
    start(element);
    xml.writeAttribute("namespace", part.namespace());
    for (Map.Entry<String, Object> attribute : new TreeMap<>(part.attributes()).entrySet()) {
      empty("attribute");
      xml.writeAttribute("name", attribute.getKey());
      String type = Types.nameOf(attribute.getValue());
      if (!type.equals("String")) {
        xml.writeAttribute("type", type);
      }
      xml.writeAttribute("value", Types.text(attribute.getValue()));
    }
    for (Map.Entry<String, String> directive : new TreeMap<>(part.directives()).entrySet()) {
      empty("directive");
      xml.writeAttribute("name", directive.getKey());
      xml.writeAttribute("value", directive.getValue());
    }
    end();
  }

  private void start(String element) throws XMLStreamException {
    line();
    xml.writeStartElement(NAMESPACE, element);
    depth++;
  }

  private void empty(String element) throws XMLStreamException {
    line();
    xml.writeEmptyElement(NAMESPACE, element);
  }

  private void end() throws XMLStreamException {
    depth--;
    line();
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
