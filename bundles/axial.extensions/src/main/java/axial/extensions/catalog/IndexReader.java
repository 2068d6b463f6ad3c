package axial.extensions.catalog;

import axial.extension.BundleName;
import axial.extensions.resolve.Described;
import axial.extensions.resolve.Described.Part;
import axial.extensions.resolve.Types;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;

/**
 * Reads an OSGi repository index. A document type, an entity, a jar outside the catalog, or
 * anything else that an index does not need is refused.
 */
public final class IndexReader {

  private static final int MOST_ELEMENTS = 2_000_000;

  private final XMLStreamReader xml;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Part> offered = new ArrayList<>();
  private final List<Part> required = new ArrayList<>();
  private Map<String, Object> attributes = new HashMap<>();
  private Map<String, String> directives = new HashMap<>();
  private String namespace = "";

  private IndexReader(byte[] index) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, space) -> {
          throw new XMLStreamException("it refers to another file");
        });
    xml = factory.createXMLStreamReader(new ByteArrayInputStream(index));
  }

  /**
   * The entries of an index.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static List<Entry> read(byte[] index) {
    try {
      IndexReader reader = new IndexReader(index);
      reader.all();
      return reader.entries;
    } catch (XMLStreamException broken) {
      throw new IllegalArgumentException(
          "it is no XML at line " + line(broken) + " that Axial reads", broken);
    }
  }

  private static String line(XMLStreamException broken) {
    return broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNumber();
  }

  private void all() throws XMLStreamException {
    int elements = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new IllegalArgumentException("it has a document type or entities");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MOST_ELEMENTS) {
            throw new IllegalArgumentException("it has more than " + MOST_ELEMENTS + " elements");
          }
          begin();
        }
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {
          // Blanks and comments say nothing.
        }
      }
    }
  }

  private void begin() {
    switch (xml.getLocalName()) {
      case "repository" -> {
        if (!IndexWriter.NAMESPACE.equals(xml.getNamespaceURI())) {
          throw new IllegalArgumentException("it is no OSGi repository index");
        }
      }
      case "resource" -> {
        offered.clear();
        required.clear();
      }
      case "capability", "requirement" -> {
        namespace = value("namespace");
        attributes = new HashMap<>();
        directives = new HashMap<>();
      }
      case "attribute" -> {
        String type = xml.getAttributeValue(null, "type");
        attributes.put(value("name"), Types.value(type == null ? "String" : type, value("value")));
      }
      case "directive" -> directives.put(value("name"), value("value"));
      default ->
          throw new IllegalArgumentException("it has an element \"" + xml.getLocalName() + "\"");
    }
  }

  private void end() {
    switch (xml.getLocalName()) {
      case "capability" -> offered.add(new Part(namespace, attributes, directives));
      case "requirement" -> {
        required.add(new Part(namespace, attributes, directives).checked());
      }
      case "resource" -> entries.add(entry());
      default -> {
        // The ends of the others say nothing.
      }
    }
  }

  private Entry entry() {
    Part identity = only(IdentityNamespace.IDENTITY_NAMESPACE);
    Part content = only(IndexWriter.CONTENT);
    if (!(identity.attributes().get(IdentityNamespace.IDENTITY_NAMESPACE) instanceof String symbolic
            && identity.attributes().get("version") instanceof Version version)
        || !(content.attributes().get(IndexWriter.CONTENT) instanceof String sha256
            && content.attributes().get("size") instanceof Long bytes)) {
      throw new IllegalArgumentException("a bundle in it lacks its name, version, hash or size");
    }
    BundleName name = new BundleName(symbolic, version.toString());
    if (!Objects.equals(content.attributes().get("url"), Entry.path(name))) {
      throw new IllegalArgumentException(
          "%s is said to lie at \"%s\" and not at %s"
              .formatted(name, content.attributes().get("url"), Entry.path(name)));
    }
    offered.remove(content);
    return new Entry(new Described(name, offered, required), sha256, bytes);
  }

  private Part only(String wanted) {
    List<Part> found = offered.stream().filter(p -> p.namespace().equals(wanted)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "a bundle in it has %d %s".formatted(found.size(), wanted));
    }
    return found.get(0);
  }

  private String value(String name) {
    @Nullable String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new IllegalArgumentException("an element in it lacks its \"" + name + "\"");
    }
    return value;
  }
}
