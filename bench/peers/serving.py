"""Answers the requests of bench/run, a line each; axial.bench.Serve says which there are."""

import json
import os
import struct
import sys
import time

import numpy as np

FOLDER = os.environ["BENCH_DATA"]
THREADS = int(os.environ["BENCH_THREADS"])


def network(name):
    with open(os.path.join(FOLDER, "networks.json")) as file:
        return next(n for n in json.load(file) if n["name"] == name)


def shape(net):
    return tuple(net["input"][side] for side in ("height", "width", "channels"))


def images(net, size):
    """The first images, NHWC."""
    height, width, channels = shape(net)
    values = np.fromfile(
        os.path.join(FOLDER, "images.f32"), "<f4", size * height * width * channels)
    return values.reshape(size, height, width, channels)


def truth(size):
    return (np.arange(size) % 2).astype("f4").reshape(size, 1)


def parameters(name):
    """The arrays of a network in Keras's order, or None when nobody could make them."""
    path = os.path.join(FOLDER, name + ".parameters")
    if not os.path.exists(path):
        return None
    arrays = []
    with open(path, "rb") as file:
        def number(form):
            return struct.unpack(form, file.read(struct.calcsize(form)))[0]
        for _ in range(number(">i")):
            file.read(number(">H"))
            sides = [number(">i") for _ in range(number(">i"))]
            values = np.frombuffer(file.read(4 * int(np.prod(sides))), ">f4")
            arrays.append(values.reshape(sides).astype("f4"))
    return iter(arrays)


def padding(side, kernel, stride):
    """TensorFlow's SAME: the odd cell goes to the end."""
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    return total // 2, total - total // 2


def serve(about, prepare):
    """prepare(kind, network, size, variant) gives a function that does the task once."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # libraries may print
    works = {}

    def answer(words):
        if words[0] == "about":
            return about()
        if words[0] == "prepare":
            if words[2] not in ("train", "predict"):
                return "skip it does not " + words[2]
            works[words[1]] = prepare(words[2], network(words[3]), int(words[4]), words[5])
            return "ok"
        work = works[words[1]]
        if words[0] == "answers":
            return " ".join(repr(float(number)) for number in work())
        times = []
        for _ in range(int(words[2])):
            start = time.perf_counter()
            work()
            times.append(1000 * (time.perf_counter() - start))
        return " ".join(map(repr, times))

    for line in sys.stdin:
        try:
            text = answer(line.split())
        except Exception as failed:  # a peer that fails is skipped, the others go on
            text = "skip " + (str(failed).strip().splitlines() or [repr(failed)])[0][:100]
        print("@", text, file=answers, flush=True)
