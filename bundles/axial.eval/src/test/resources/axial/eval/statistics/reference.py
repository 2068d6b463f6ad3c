"""Writes reference.json: what Python's libraries say of a few made-up predictions.

Needs numpy, scipy, scikit-learn (1.8 or later), statsmodels and MLstatkit.
"""

import json
from importlib.metadata import version

import numpy as np
from MLstatkit import Delong_test
from scipy.stats import bootstrap
from sklearn.calibration import _TemperatureScaling, calibration_curve
from sklearn.metrics import log_loss, recall_score, roc_auc_score
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def binary(rng, n, slope):
    truth = (rng.random(n) < 0.4).astype(int)
    a = sigmoid(slope * (2 * truth - 1) + 2.2 * rng.normal(size=n))
    b = sigmoid(0.6 * slope * (2 * truth - 1) + 2.2 * rng.normal(size=n))
    return truth, np.round(a, 2).clip(0.01, 0.99), np.round(b, 2).clip(0.01, 0.99)


def brute_delong(truth, a, b):
    """DeLong 1988 by its definition, over all pairs."""
    psi = lambda s: (
        (s[truth == 1][:, None] > s[truth == 0]) + 0.5 * (s[truth == 1][:, None] == s[truth == 0])
    )
    m, n = (truth == 1).sum(), (truth == 0).sum()
    v10 = np.stack([psi(s).mean(1) for s in (a, b)])
    v01 = np.stack([psi(s).mean(0) for s in (a, b)])
    return np.cov(v10) / m + np.cov(v01) / n


def balanced(truth, called):
    return recall_score(truth, called, average="macro")


def calibration_error(hit, probability):
    share, mean = calibration_curve(hit, probability, n_bins=10)
    bins = np.searchsorted(np.linspace(0, 1, 11)[1:-1], probability)
    weight = np.bincount(bins, minlength=10)
    weight = weight[weight > 0] / len(hit)
    return [float((weight * abs(share - mean)).sum()), float(abs(share - mean).max())]


def temperature(p, truth):
    return float(1 / _TemperatureScaling().fit(p, truth).beta_)


def scale(p, t):
    powers = p ** (1 / t)
    return powers / powers.sum(1, keepdims=True)


rng = np.random.default_rng(20300102)
truth, a, b = binary(rng, 120, 1.2)
val_truth, val, _ = binary(rng, 90, 1.2)
two = lambda s: np.stack([1 - s, s], axis=1)
covariance = brute_delong(truth, a, b)
tested = Delong_test(truth, a, b)
t = temperature(two(val), val_truth)
called = (a > 0.5).astype(int)
support = [int((truth == 0).sum()), int((truth == 1).sum())]
found = [int(((truth == c) & (called == c)).sum()) for c in (0, 1)]
low, high = confint_proportions_2indep(
    found[1], support[1], support[0] - found[0], support[0], method="newcomb", compare="diff"
)

groups = np.arange(120) // 4
draws = np.random.default_rng(1)
grouped = []
for _ in range(20000):
    rows = (4 * draws.integers(0, 30, 30)[:, None] + np.arange(4)).ravel()
    grouped.append([balanced(truth[rows], called[rows]), roc_auc_score(truth[rows], a[rows])])
single = bootstrap(
    (truth, called), balanced, paired=True, vectorized=False, n_resamples=20000, method="percentile",
    rng=np.random.default_rng(1),
).confidence_interval

many_truth = rng.integers(0, 3, 60)
logits = 1.6 * np.eye(3)[many_truth] + rng.normal(size=(60, 3)) * 1.5
many = np.exp(2 * logits) / np.exp(2 * logits).sum(1, keepdims=True)
many_t = temperature(many, many_truth)

numbers = rng.normal(size=41)
answer = {
    "origin": {
        name: version(name)
        for name in ("numpy", "scipy", "scikit-learn", "statsmodels", "MLstatkit")
    },
    "two": {
        "truth": truth.tolist(),
        "a": a.tolist(),
        "b": b.tolist(),
        "validation_truth": val_truth.tolist(),
        "validation": val.tolist(),
        "delong": {
            "areas": [float(roc_auc_score(truth, s)) for s in (a, b)],
            "covariance": covariance.tolist(),
            "intervals": [list(map(float, ci)) for ci in (tested[2], tested[3])],
            "p": float(tested[1]),
        },
        "balanced_accuracy": [
            float(balanced(truth, called)), float((1 + low) / 2), float((1 + high) / 2)
        ],
        "wilson": [
            list(map(float, proportion_confint(h, n, method="wilson")))
            for h, n in ((0, 7), (7, 7), (found[1], support[1]))
        ],
        "calibration_error": calibration_error(truth, a),
        "temperature": t,
        "log_loss": [float(log_loss(truth, a)), float(log_loss(truth, scale(two(a), t)))],
        "scaled_calibration_error": calibration_error(truth, scale(two(a), t)[:, 1]),
        "bootstrap_of_images": [float(single.low), float(single.high)],
        "bootstrap_of_groups_of_4": np.percentile(grouped, [2.5, 97.5], axis=0).T.tolist(),
    },
    "three": {
        "truth": many_truth.tolist(),
        "p": many.tolist(),
        "calibration_error": calibration_error(many.argmax(1) == many_truth, many.max(1)),
        "temperature": many_t,
        "log_loss": [
            float(log_loss(many_truth, many)), float(log_loss(many_truth, scale(many, many_t)))
        ],
    },
    "percentiles": {
        "numbers": numbers.tolist(),
        "interval": np.percentile(numbers, [2.5, 97.5]).tolist(),
    },
}
with open("reference.json", "w", encoding="utf-8") as file:
    text = json.dumps(answer, separators=(",", ":"))
    file.write(text.replace('},"', '},\n"').replace('],"', '],\n"') + "\n")
