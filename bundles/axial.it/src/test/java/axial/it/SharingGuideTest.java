package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/sharing.md word for word, and sees what it says that one sees. */
class SharingGuideTest {

  private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);

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
    StringBuilder script = new StringBuilder("set -eu\n");
    StringBuilder expected = new StringBuilder();
    Matcher block = BLOCK.matcher(Files.readString(Axial.home().resolve("docs/sharing.md")));
    while (block.find()) {
      (block.group(1).equals("sh") ? script : expected).append(block.group(2));
    }
    Cli.Result result = shell(script.toString());
    assertThat(result.code()).as(result.output()).isZero();
    int at = 0;
    for (String words : expected.toString().split("\n|\\.\\.\\.")) {
      int found = result.output().indexOf(words.strip(), at);
      assertThat(found)
          .as("\"%s\" after what is before it in: %s", words, result.output())
          .isNotNegative();
      at = found + words.strip().length();
    }
    assertThat(temp.resolve("own-run/provenance.json")).content().contains("\"lab.labnet\"");
    assertThat(temp.resolve("again/repetition.json")).content().contains("\"equal\" : true");
  }

  private Cli.Result shell(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(temp.toFile());
    builder.environment().put("AXIAL", Axial.home().toString());
    builder.environment().put("CATALOG", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("AXIAL_BUILT", "yes");
    return Cli.run(builder);
  }
}
