package axial.augment;

import axial.augment.geometry.Affine;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images drawn by formula, and the answers of reference libraries on some of them. */
public final class Drawn {

  private Drawn() {}

  /** The image of {@code drawn} in {@code reference.py}, in [0, 1]. */
  public static Image byFormula(int height, int width, int channels, int number) {
    Shape shape = new Shape(height, width, channels);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int k = i % channels;
      int c = i / channels % width;
      int r = i / channels / width;
      int level = r * r * 13 + c * 29 + r * c * 7 + k * 53 + number * 37 * (c + 1);
      values[i] = level % 256 / 255f;
    }
    return new Image(shape, values);
  }

  static Image even(int height, int width, int channels, float value) {
    Shape shape = new Shape(height, width, channels);
    float[] values = new float[shape.size()];
    Arrays.fill(values, value);
    return new Image(shape, values);
  }

  static Image noise() {
    Shape shape = new Shape(20, 30, 3);
    float[] values = new float[shape.size()];
    Draws draws = new Seed(5).draws();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Image(shape, values);
  }

  /** Settings of which some are chosen, such as {@code "zoom", "0.2"}. */
  public static Settings settings(List<Setting> known, String... chosen) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < chosen.length; i += 2) {
      values.put(chosen[i], chosen[i + 1]);
    }
    return Settings.of("the test", known, values);
  }

  /** What {@code reference.py} computed under one name. */
  public static JsonNode reference(String name) throws IOException {
    try (InputStream in = Drawn.class.getResourceAsStream("reference.json")) {
      return new ObjectMapper().readTree(in).get(name);
    }
  }

  /** A transform as Keras's parameters say it. */
  static Affine affine(JsonNode t) {
    return new Affine(
        t.path("theta").asDouble(0),
        t.path("tx").asDouble(0),
        t.path("ty").asDouble(0),
        t.path("shear").asDouble(0),
        t.path("zx").asDouble(1),
        t.path("zy").asDouble(1),
        t.path("flip_horizontal").asBoolean(false),
        t.path("flip_vertical").asBoolean(false));
  }
}
