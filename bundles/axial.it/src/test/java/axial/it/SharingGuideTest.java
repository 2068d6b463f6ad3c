package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/sharing.md word for word, and sees what it says that one sees. */
class SharingGuideTest {

  private static final Pattern BLOCK =
      Pattern.compile("```(sh second terminal|sh|text)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern TRAINS = Pattern.compile("\\nepoch +1/");

  @TempDir Path temp;

  private HttpServer server;

  @BeforeEach
  void catalogOnTheWeb() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Files.copy(LabBundle.net(temp, "1.0.0", 3), temp.resolve("lab-net-1.0.0.jar"));
    Files.copy(LabBundle.net(temp, "1.1.0", 5), temp.resolve("lab-net-1.1.0.jar"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
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

  @Test
  void bothLabsCanFollowTheGuide() throws Exception {
    String names = "";
    Terminal first = new Terminal();
    Terminal second = new Terminal();
    String seen = "";
    Matcher block = BLOCK.matcher(Files.readString(Axial.home().resolve("docs/sharing.md")));
    while (block.find()) {
      String text = block.group(2);
      switch (block.group(1)) {
        case "sh" -> {
          names = names.isEmpty() ? text : names; // the first block sets what all others use
          first.type(names, text);
          seen = first.awaitEnd();
          second.requireTraining();
        }
        case "sh second terminal" -> {
          second.awaitEnd();
          second.type(names, text);
          second.awaitTraining();
          seen = "";
        }
        default -> assertSeen(text, seen.isEmpty() ? second.awaitEnd() : seen);
      }
    }
    assertThat(temp.resolve("own-run/provenance.json")).content().contains("\"lab.labnet\"");
    assertThat(temp.resolve("again/repetition.json")).content().contains("\"equal\" : true");
    assertThat(temp.resolve("long-run/provenance.json")).content().contains(sha256("1.0.0"));
    assertThat(temp.resolve("new-run/provenance.json")).content().contains(sha256("1.1.0"));
  }

  private String sha256(String version) throws Exception {
    byte[] jar = Files.readAllBytes(temp.resolve("lab-net-" + version + ".jar"));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
  }

  private static void assertSeen(String text, String output) {
    int at = 0;
    for (String words : text.split("\n|\\.\\.\\.")) {
      int found = output.indexOf(words.strip(), at);
      assertThat(found).as("\"%s\" after what is before it in: %s", words, output).isNotNegative();
      at = found + words.strip().length();
    }
  }

  /** A terminal, in which one thing runs at a time. */
  private final class Terminal {

    private Optional<Typed> running = Optional.empty();

    void type(String names, String script) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", "set -eu\n" + names + script).directory(temp.toFile());
      builder.environment().put("AXIAL", Axial.home().toString());
      builder
          .environment()
          .put("CATALOG", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("AXIAL_BUILT", "yes");
      running = Optional.of(new Typed(builder));
    }

    /** Waits for the end of what runs, if anything does. */
    String awaitEnd() throws InterruptedException {
      if (running.isEmpty()) {
        return "";
      }
      Cli.Result result = running.get().result();
      running = Optional.empty();
      assertThat(result.code()).as(result.output()).isZero();
      return result.output();
    }

    void awaitTraining() throws InterruptedException {
      Typed typed = running.orElseThrow();
      assertThat(typed.await(TRAINS)).as(typed.output()).isTrue();
    }

    /** What was begun here goes on, whatever was done in the other terminal. */
    void requireTraining() {
      running.ifPresent(t -> assertThat(t.isAlive()).as(t.output()).isTrue());
    }
  }
}
