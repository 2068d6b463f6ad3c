package axial.extensions.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extensions.LabJar;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** What fits into a running framework whose bundle {@code axial.api} exports axial.model 1.3. */
class FittingTest {

  @TempDir static Path temp;

  private static Framework framework;

  @BeforeAll
  static void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, temp.resolve("cache").toString()));
    framework.start();
    Bundle api =
        framework
            .getBundleContext()
            .installBundle(
                "api",
                new ByteArrayInputStream(
                    LabJar.of("axial.api", "0.1.0")
                        .with(
                            "Export-Package",
                            "axial.model;version=1.3;uses:=axial.data,axial.data;version=1.0")
                        .bytes()));
    api.start();
  }

  @AfterAll
  static void stop() throws Exception {
    framework.stop();
    framework.waitForStop(20_000);
  }

  private static Described bundle(String name, String version, String... headers) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Bundle-ManifestVersion", "2");
    all.put("Bundle-SymbolicName", name);
    all.put("Bundle-Version", version);
    for (String header : headers) {
      String[] parts = header.split(": ", 2);
      all.put(parts[0], parts[1]);
    }
    return Headers.describe(all::get);
  }

  private static Fit fit(List<Described> wanted, Described... offers) {
    return new Fitting(Running.of(framework.getBundleContext(), bundle -> false))
        .fit(wanted, List.of(offers), Progress.none());
  }

  private static void assertUnfit(String summary, List<Described> wanted, Described... offers) {
    assertThatThrownBy(() -> fit(wanted, offers))
        .isInstanceOfSatisfying(
            ProblemException.class,
            unfit -> {
              assertThat(unfit.problem().kind()).isEqualTo(Problem.Kind.EXTENSION);
              assertThat(unfit.problem().summary()).isEqualTo(summary);
              assertThat(unfit.problem().remedy()).isNotBlank();
            });
  }

  @Test
  void aBundleThatNeedsWhatThereIsFits() {
    Described net =
        bundle(
            "lab.net",
            "1.0.0",
            "Import-Package: axial.model;version=\"[1.2,2)\",java.util,org.osgi.framework",
            "Require-Capability: osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
    assertThat(fit(List.of(net)).brought()).isEmpty();
    assertThat(Needs.of(net)).contains("Java 17", "axial.model 1.2");
  }

  @Test
  void whatIsMissingIsSaidInWords() {
    assertUnfit(
        "lab.net 1.1.0 needs axial.model 1.4; this Axial has 1.3.",
        List.of(bundle("lab.net", "1.1.0", "Import-Package: axial.model;version=\"[1.4,2)\"")));
    assertUnfit(
        "lab.net 1.1.0 needs axial.model 1.0 before 1.3; this Axial has 1.3.",
        List.of(bundle("lab.net", "1.1.0", "Import-Package: axial.model;version=\"[1,1.3)\"")));
    assertUnfit(
        "lab.net 1.1.0 needs lab.lib 2.0, which neither this Axial nor a known catalog has.",
        List.of(bundle("lab.net", "1.1.0", "Import-Package: lab.lib;version=2")));
    assertUnfit(
        "lab.net 1.1.0 needs the bundle lab.lib, which neither this Axial nor a known catalog has.",
        List.of(bundle("lab.net", "1.1.0", "Require-Bundle: lab.lib")));
    assertThatThrownBy(
            () ->
                fit(
                    List.of(
                        bundle(
                            "lab.net",
                            "1.1.0",
                            "Require-Capability:"
                                + " osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""))))
        .hasMessageStartingWith("lab.net 1.1.0 needs Java 99; this Axial has ");
  }

  @Test
  void whatIsNeededIsBroughtAlongAndItsNeedsToo() {
    Described net = bundle("lab.net", "1.0.0", "Import-Package: lab.lib;version=\"[2,3)\"");
    Described old = bundle("lab.lib", "1.0.0", "Export-Package: lab.lib;version=1.0");
    Described lib =
        bundle(
            "lab.lib", "2.0.0", "Export-Package: lab.lib;version=2.0", "Import-Package: lab.base");
    Described base = bundle("lab.base", "1.0.0", "Export-Package: lab.base");
    assertThat(fit(List.of(net), old, lib, base).brought()).containsExactly(base, lib);
    assertUnfit(
        "lab.lib 2.0.0, which lab.net 1.0.0 needs, needs the package lab.base, which neither this"
            + " Axial nor a known catalog has.",
        List.of(net),
        old,
        lib);
  }

  @Test
  void severalVersionsOfALibraryLiveSideBySide() {
    Described one = bundle("lab.one", "1.0.0", "Import-Package: lab.lib;version=\"[1,2)\"");
    Described two = bundle("lab.two", "1.0.0", "Import-Package: lab.lib;version=\"[2,3)\"");
    Described first = bundle("lab.lib", "1.0.0", "Export-Package: lab.lib;version=1.0");
    Described second = bundle("lab.lib", "2.0.0", "Export-Package: lab.lib;version=2.0");
    Fit fit = fit(List.of(one, two), first, second);
    assertThat(fit.brought()).containsExactly(first, second);
    assertThat(fit.used()).contains(first, second);
  }

  @Test
  void aCircleOfRequirementsFits() {
    Described egg = bundle("lab.egg", "1.0.0", "Import-Package: hen", "Export-Package: egg");
    Described hen = bundle("lab.hen", "1.0.0", "Import-Package: egg", "Export-Package: hen");
    assertThat(fit(List.of(egg), hen).brought()).containsExactly(hen);
    assertUnfit(
        "lab.egg 1.0.0 needs the package hen, which neither this Axial nor a known catalog has.",
        List.of(egg));
  }

  @Test
  void aPackageSeenTwiceIsSaidInWords() {
    Described lib = bundle("lab.lib", "1.0.0", "Export-Package: lab.lib;version=1.0");
    Described other = bundle("lab.other", "2.0.0", "Export-Package: lab.lib;version=2.0");
    Described user =
        bundle(
            "lab.user",
            "1.0.0",
            "Export-Package: lab.user;uses:=lab.lib",
            "Import-Package: lab.lib;version=\"[1,2)\"");
    Described net =
        bundle("lab.net", "1.0.0", "Import-Package: lab.user,lab.lib;version=\"[2,3)\"");
    assertThatThrownBy(() -> fit(List.of(net, user, lib, other)))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("lab.net 1.0.0 would see the package lab.lib twice, from ")
        .hasMessageContainingAll("lab.lib 1.0.0", "lab.other 2.0.0");
  }

  @Test
  void aFragmentNeedsItsHost() {
    Described fragment =
        bundle("lab.fragment", "1.0.0", "Fragment-Host: lab.host;bundle-version=2");
    assertUnfit(
        "lab.fragment 1.0.0 needs the bundle lab.host 2.0; lab.host 1.0.0 has 1.0.",
        List.of(fragment, bundle("lab.host", "1.0.0")));
    fit(List.of(fragment, bundle("lab.host", "2.1.0")));
  }

  @Test
  void mandatoryAttributesCount() {
    Described lib =
        bundle("lab.lib", "1.0.0", "Export-Package: lab.lib;for=friends;mandatory:=for");
    fit(List.of(bundle("a", "1.0.0", "Import-Package: lab.lib;for=friends")), lib);
    assertThatThrownBy(() -> fit(List.of(bundle("a", "1.0.0", "Import-Package: lab.lib")), lib))
        .hasMessageContaining("lab.lib");
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    Running running = Running.of(framework.getBundleContext(), bundle -> false);
    assertThatThrownBy(
            () ->
                new Fitting(running, Duration.ZERO)
                    .fit(List.of(bundle("lab.net", "1.0.0")), List.of(), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("could not be worked out within");
  }

  @Test
  void itIsGivenUpWhenTheUserDoesNotWantToWait() {
    AtomicInteger asked = new AtomicInteger();
    Progress impatient = Progress.cancelledWhen(() -> asked.incrementAndGet() > 1);
    assertThatThrownBy(
            () ->
                new Fitting(Running.of(framework.getBundleContext(), bundle -> false))
                    .fit(List.of(bundle("lab.net", "1.0.0")), List.of(), impatient))
        .isInstanceOf(CancelledException.class);
    assertThat(asked).hasValueGreaterThan(1);
  }
}
