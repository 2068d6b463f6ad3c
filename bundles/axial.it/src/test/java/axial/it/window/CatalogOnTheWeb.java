package axial.it.window;

import axial.extension.Publishing;
import axial.it.LabBundle;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The catalog of a made-up group with the model lab-net, behind a web server of this machine. */
final class CatalogOnTheWeb implements AutoCloseable {

  private static final int USUAL = 8080;

  private final Path temp;
  private final Publishing publishing;
  private final HttpServer server;
  private final String fingerprint;

  private CatalogOnTheWeb(Path temp, Publishing publishing, HttpServer server, String fingerprint) {
    this.temp = temp;
    this.publishing = publishing;
    this.server = server;
    this.fingerprint = fingerprint;
  }

  /** One with a new key and nothing in it yet. */
  static CatalogOnTheWeb open(Path temp, Publishing publishing) throws Exception {
    String told = publishing.makeKey(temp.resolve("group.key"));
    CatalogOnTheWeb web = new CatalogOnTheWeb(temp, publishing, server(), told);
    web.server.createContext("/", web::answer);
    web.server.start();
    return web;
  }

  /** At the usual port where that is free, as addresses stand in pictures. */
  private static HttpServer server() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try {
      return HttpServer.create(new InetSocketAddress(here, USUAL), 0);
    } catch (BindException taken) {
      return HttpServer.create(new InetSocketAddress(here, 0), 0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path folder = temp.resolve("group-catalog");
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    try (exchange) {
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      Files.copy(file, exchange.getResponseBody());
    }
  }

  /** Publishes a version of lab-net with one hidden layer of so many units. */
  void publish(String version, int units) throws Exception {
    publishing.publish(
        LabBundle.net(temp, version, units),
        temp.resolve("group-catalog"),
        temp.resolve("group.key"),
        Optional.empty());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What the group tells others of its key. */
  String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
