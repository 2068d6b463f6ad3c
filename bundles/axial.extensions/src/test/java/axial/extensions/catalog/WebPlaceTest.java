package axial.extensions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.Catalogs.Catalog;
import axial.extensions.Lab;
import axial.extensions.LabJar;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog over http, from servers that mean well and from servers that do not. */
class WebPlaceTest {

  private static final Duration SILENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private ExecutorService threads;
  private HttpServer server;
  private Lab lab;
  private KnownCatalogs catalogs;
  private URI address;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void serve() throws Exception {
    lab = new Lab(temp.resolve("lab"), "lab");
    lab.publish(LabJar.of("lab.net", "1.0.0"));
    threads = Executors.newCachedThreadPool();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/group");
    catalogs = new KnownCatalogs(temp.resolve("workspace"), SILENCE);
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/(group|moved)/", "");
    Answer answer = answers.get(path);
    try (exchange) {
      if (answer != null) {
        answer.to(exchange);
        return;
      }
      Path file = lab.catalog().resolve(path);
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      Files.copy(file, exchange.getResponseBody());
    }
  }

  private Catalog look() {
    return catalogs.look(address, Progress.none());
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(this::look)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().summary()).contains(parts).endsWith("."));
  }

  private static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Test
  void aCatalogIsReadAndItsJarFetched() throws Exception {
    Catalog catalog = catalogs.add(address, lab.fingerprint(), Progress.none());
    assertThat(catalog.address()).isEqualTo(URI.create(address + "/"));
    Offer offer = catalogs.all().get(0);
    try (var in = catalogs.open(offer, Progress.none())) {
      assertThat(in.readAllBytes()).isEqualTo(LabJar.of("lab.net", "1.0.0").bytes());
    }
  }

  @Test
  void aServerThatSendsOnWithinItselfIsFollowed() {
    answers.put("catalog.json.sig", redirect("/moved/again.sig"));
    answers.put(
        "again.sig",
        exchange -> {
          byte[] bytes = Files.readAllBytes(lab.catalog().resolve("catalog.json.sig"));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    assertThat(look().name()).isEqualTo("catalog");
  }

  @Test
  void aServerThatSendsElsewhereIsNotFollowed() {
    for (String elsewhere :
        new String[] {
          "http://localhost:1/", "file:///etc/passwd", "ftp://127.0.0.1/x", "//other/"
        }) {
      answers.put("index.xml", redirect(elsewhere));
      assertRefused("sends on to");
    }
    answers.put("index.xml", redirect("index.xml"));
    assertRefused("more than 5 times");
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    WebPlace place =
        new WebPlace(URI.create(address + "/"), WebPlace.client(), Duration.ofSeconds(1));
    answers.put("silent", exchange -> await());
    answers.put(
        "begun",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          await();
        });
    for (String path : new String[] {"silent", "begun"}) {
      assertThatThrownBy(() -> place.read(path, 1_000, Progress.none()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("The file " + path + " of the catalog " + address)
          .hasMessageContaining("cannot be read");
    }
    assertThat(ended.getCount()).isEqualTo(1);
  }

  private void await() {
    try {
      ended.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aReaderThatIsCancelledStopsAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    answers.put(
        "index.xml",
        exchange -> {
          asked.countDown();
          await();
        });
    assertThatThrownBy(
            () -> catalogs.look(address, Progress.cancelledWhen(() -> asked.getCount() == 0)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void aServerThatNeverEndsIsCutOff() {
    answers.put("catalog.json.sig", WebPlaceTest::endless);
    assertRefused("catalog.json.sig", "longer than the 1000 bytes");
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] zeros = new byte[1 << 16];
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException cutOff) {
      return;
    }
  }

  @Test
  void aJarWithMoreBytesThanPromisedIsCutOff() throws Exception {
    catalogs.add(address, lab.fingerprint(), Progress.none());
    answers.put("jars/lab.net-1.0.0.jar", WebPlaceTest::endless);
    Offer offer = catalogs.all().get(0);
    try (var in = catalogs.open(offer, Progress.none())) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("longer than the");
    }
  }

  @Test
  void anErrorAndABrokenAnswerAndNobodyAreTold() {
    answers.put("index.xml", exchange -> exchange.sendResponseHeaders(500, -1));
    assertRefused("the server answers 500");
    answers.put(
        "index.xml",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
          throw new IOException("the line breaks");
        });
    assertRefused("index.xml", "cannot be read");
    answers.clear();
    catalogs.add(address, lab.fingerprint(), Progress.none());
    server.stop(0);
    Catalog kept = catalogs.refresh(Progress.none()).get(0);
    assertThat(kept.trouble()).contains("nobody answers there");
    assertThat(kept.releases()).hasSize(1);
  }
}
