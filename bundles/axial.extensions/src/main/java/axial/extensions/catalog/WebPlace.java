package axial.extensions.catalog;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A catalog on a web server. A server that says nothing for a while, is slower than a telephone
 * line, sends on to another host or back from https to http, or sends more than it may is given up.
 */
final class WebPlace implements Place {

  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
  private static final List<Integer> NOT_THERE = List.of(404, 410);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final URI address;
  private final HttpClient client;
  private final Duration silence;

  /**
   * A place.
   *
   * @param silence how long the server may say nothing
   */
  WebPlace(URI address, HttpClient client, Duration silence) {
    this.address = address;
    this.client = client;
    this.silence = silence;
  }

  /** A client that goes nowhere by itself. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Optional<InputStream> open(String path, long most, Progress progress) {
    URI from = address.resolve(path);
    try {
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = ask(from, progress);
        if (answer.statusCode() == OK) {
          return Optional.of(
              new LimitedStream(
                  this, path, most, new WebBody(answer.body(), silence, progress), progress));
        }
        WebBody.drop(answer.body());
        if (NOT_THERE.contains(answer.statusCode())) {
          return Optional.empty();
        }
        if (!REDIRECTS.contains(answer.statusCode())) {
          throw new IOException("the server answers " + answer.statusCode());
        }
        from = next(from, answer);
      }
      throw new IOException("the server sends on more than " + MOST_REDIRECTS + " times");
    } catch (IOException broken) {
      throw unreachable(path, broken);
    }
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(URI from, Progress progress)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(from).timeout(silence).header("User-Agent", "Axial").build();
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> coming =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
    try {
      while (true) {
        try {
          return coming.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          progress.checkCancelled();
        }
      }
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof ConnectException) {
        throw new ConnectException("nobody answers there");
      }
      throw cause instanceof IOException broken ? broken : new IOException(cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Reading the catalog " + address);
    } finally {
      coming.cancel(true);
    }
  }

  private URI next(URI from, HttpResponse<?> answer) throws IOException {
    String location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("the server sends on to nowhere"));
    URI next;
    try {
      next = from.resolve(location);
    } catch (IllegalArgumentException broken) {
      throw new IOException("the server sends on to \"" + location + "\"", broken);
    }
    boolean safe =
        "https".equals(next.getScheme())
            || ("http".equals(next.getScheme()) && "http".equals(from.getScheme()));
    if (!safe || next.getHost() == null || !next.getHost().equalsIgnoreCase(address.getHost())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The catalog %s sends on to %s.".formatted(address, next),
          "Nothing was read there; if it has moved, add its new address.");
    }
    return next;
  }
}
