"""Writes the page of a run: tables with medians and spread, and targets beside what was reached."""

from statistics import median, quantiles

TITLES = {
    "train": "Training step of `{1}`, batch of {2}",
    "predict": "Prediction of `{1}`, batch of {2}",
    "lime": "LIME of one image with {2} samples, `{1}`",
    "plain": "{2} plain predictions, `{1}`",
    "cold": "Cold start: from the start of the process to the end of its first training step,"
            " `{1}`, batch of {2}",
}
NAMES = {
    "axial": "Axial", "axial-onnx": "Axial with axial.predict.onnx",
    "onnxruntime": "ONNX Runtime called directly", "dl4j": "stock DL4J",
    "dl4j-onednn": "stock DL4J, oneDNN helpers on", "pytorch": "PyTorch",
    "tensorflow": "TensorFlow", "./axial --help": "`./axial --help`, to its end",
}
# Above this the peers do not compute the same function.
SAME = 1e-3


def workload(task):
    return " ".join(map(str, task))


def name(peer, variant):
    return NAMES[peer] + (", " + variant.replace("-eager", ", eager")
                          .replace("-compiled", ", torch.compile") if variant else "")


class Figures:
    def __init__(self, bench):
        self.bench = bench
        self.cases = {}  # workload -> (peer, variant) -> round -> [ms]
        for work, peer, variant, number, ms in bench.rows:
            rounds = self.cases.setdefault(work, {}).setdefault((peer, variant), {})
            rounds.setdefault(number, []).append(ms)

    def median(self, work, case):
        rounds = self.cases.get(work, {}).get(case)
        return rounds and median(ms for block in rounds.values() for ms in block)

    def best(self, work, peer):
        """The peer's fastest variant."""
        cases = [case for case in self.cases.get(work, {}) if case[0] == peer]
        return min(cases, key=lambda case: self.median(work, case), default=None)

    def ratio(self, work, case, other, other_work=None):
        """Median over the rounds of case's time over other's time; None when one is missing."""
        a = self.cases.get(work, {}).get(case)
        b = self.cases.get(other_work or work, {}).get(other)
        rounds = sorted(set(a) & set(b)) if a and b else []
        return median(median(a[r]) / median(b[r]) for r in rounds) if rounds else None


def page(bench, machine):
    figures = Figures(bench)
    lines = [
        "# Benchmarks", "",
        "Written by `bench/run`, which [bench/README.md](../bench/README.md) explains. Times are"
        " milliseconds; a ratio is computed in each round and its median is shown.", "",
        f"Rounds: {bench.options.rounds}, interleaved; all peers with the same number of threads."
        + (" A rehearsal with short blocks." if bench.options.quick else ""), "",
        "## Targets", "", *targets(figures), "",
        "## Machine", "", *table(("what", "value"), machine), "",
        "## Versions", "", *table(("peer", "versions"),
                                  [(NAMES[p], text) for p, text in bench.about.items()]), ""]
    for work, cases in figures.cases.items():
        task = work.split()
        lines += ["## " + TITLES[task[0]].format(*task), "", *times(figures, work, cases), ""]
    if bench.skipped:
        lines += ["## Left out", "", *table(("workload", "peer", "why"), [
            (work, name(peer, variant), why)
            for (work, peer, variant), why in bench.skipped.items()]), ""]
    return "\n".join(lines)


def table(head, rows):
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]


def times(figures, work, cases):
    kind, _, size = work.split()
    head = ["peer", "median", "min", "lower quartile", "upper quartile", "max", "its time / Axial's"]
    if kind in ("predict", "plain"):
        head.append("images/s")
    if kind == "predict":
        head.append("largest difference to Axial's probabilities")
    rows = []
    for case in sorted(cases, key=lambda c: figures.median(work, c)):
        all_times = [ms for block in cases[case].values() for ms in block]
        low, middle, high = quantiles(all_times, method="inclusive") if len(all_times) > 1 else (
            all_times * 3)
        ratio = figures.ratio(work, case, ("axial", "")) if kind != "cold" else None
        row = [name(*case), *(f"{t:.1f}" for t in (middle, min(all_times), low, high,
                                                   max(all_times))),
               "" if ratio is None else f"{ratio:.2f}"]
        if kind in ("predict", "plain"):
            row.append(f"{1000 * int(size) / middle:.0f}")
        if kind == "predict":
            difference = figures.bench.differences.get((work, *case))
            row.append("" if difference is None else
                       f"{difference:.1e}" + (" (not the same)" if difference > SAME else ""))
        rows.append(row)
    return table(head, rows) + ([] if kind != "cold" else [
        "", "The command `./axial` adds its own start: the shell, the framework and all bundles. Of the"
        " time that `./axial --help` takes, the JVM's start is in both."])


def targets(figures):
    axial, bundle = ("axial", ""), ("axial-onnx", "")
    direct, stock, tensorflow = ("onnxruntime", ""), ("dl4j", ""), ("tensorflow", "")

    def torch(work):
        return figures.best(work, "pytorch")

    rows = []

    def target(text, figure, bound, at_most, unit="x"):
        if figure is None:
            reached, met = "-", "not measured"
        else:
            reached = f"{figure:.2f}{unit}"
            met = "yes" if (figure <= bound if at_most else figure >= bound) else "no"
        rows.append((text, ("at most " if at_most else "at least ") + f"{bound:g}{unit}", reached, met))

    step = "train final 32"
    target("`final`, training step: time over PyTorch's best",
           figures.ratio(step, axial, torch(step)), 1, True)
    target("`final`, training step: times as fast as stock DL4J",
           figures.ratio(step, stock, axial), 5, False)
    target("stretch: `final`, training step: time over TensorFlow's",
           figures.ratio(step, axial, tensorflow), 1, True)
    for network, bound in (("fsm", 1), ("residual", 1.2)):
        step = f"train {network} 32"
        target(f"`{network}`, training step: time over PyTorch's best",
               figures.ratio(step, axial, torch(step)), bound, True)
    for size in (32, 128):
        work = f"predict final {size}"
        what = f"`final`, prediction of {size}: "
        target(what + "bundle's speed over ONNX Runtime's called directly",
               figures.ratio(work, direct, bundle), 0.95, False)
        target(what + "bundle's speed over PyTorch's best",
               figures.ratio(work, torch(work), bundle), 2.5, False)
        target(what + "speed on DL4J alone over PyTorch's best",
               figures.ratio(work, torch(work), axial), 1.3, False)
    for case in (axial, bundle):
        target(f"LIME with 1,000 samples, {NAMES[case[0]]}: time over 1,000 predictions",
               figures.ratio("lime final 1000", case, case, "plain final 1000"), 1.3, True)
    cold = figures.median("cold final 32", axial)
    target("Cold start to the first step", cold and cold / 1000, 6, True, " s")
    return table(("what", "target", "reached", "met"), rows)
