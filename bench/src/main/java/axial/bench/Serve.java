package axial.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers the requests of {@code bench/run}, a line each, and sleeps in between:
 *
 * <ul>
 *   <li>{@code about}
 *   <li>{@code prepare KEY KIND NETWORK SIZE VARIANT}
 *   <li>{@code step KEY TIMES}, answered with milliseconds, one number a step
 *   <li>{@code answers KEY}, answered with what one more step gives
 * </ul>
 *
 * <p>An answer starts with {@code @}; {@code @ skip} says why there is none.
 */
public final class Serve {

  private final Peer peer;
  private final Map<String, Work> works = new HashMap<>();

  private Serve(Peer peer) {
    this.peer = peer;
  }

  /** Serves as the peer that the argument names, until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err); // libraries may print
    Serve serve = new Serve(peer(arguments[0]));
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println("@ " + serve.answer(line.split(" ")));
      answers.flush();
    }
    Runtime.getRuntime().halt(0); // threads of native libraries would keep it
  }

  private static Peer peer(String name) {
    return switch (name) {
      case "axial" -> new AxialPeer();
      case "axial-onnx" -> new OnnxBundlePeer();
      case "dl4j" -> new StockPeer(false);
      case "dl4j-onednn" -> new StockPeer(true);
      case "onnxruntime" -> new OnnxRuntimePeer();
      default -> throw new IllegalArgumentException("There is no peer " + name);
    };
  }

  private String answer(String[] words) {
    try {
      return switch (words[0]) {
        case "about" -> peer.about();
        case "prepare" -> {
          works.put(
              words[1], peer.prepare(new Task(words[2], words[3], Integer.parseInt(words[4]))));
          yield "ok";
        }
        case "step" -> join(times(work(words[1]), Integer.parseInt(words[2])));
        case "answers" -> join(work(words[1]).step());
        default -> throw new IllegalArgumentException("There is no request " + words[0]);
      };
    } catch (Exception | LinkageError failed) {
      if (!(failed instanceof UnsupportedOperationException)) {
        failed.printStackTrace();
      }
      return "skip " + sentence(failed);
    }
  }

  /** Why something failed, short enough for a table. */
  static String sentence(Throwable failed) {
    String message = String.valueOf(failed.getMessage() == null ? failed : failed.getMessage());
    String line = message.lines().findFirst().orElse("");
    return line.length() > 100 ? line.substring(0, 100) + " ..." : line;
  }

  private Work work(String key) {
    Work work = works.get(key);
    if (work == null) {
      throw new IllegalArgumentException("Nothing was prepared as " + key);
    }
    return work;
  }

  private static double[] times(Work work, int count) throws Exception {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.step();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return times;
  }

  private static String join(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }
}
