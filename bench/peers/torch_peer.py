"""PyTorch as its users have it, with the network built from Axial's description.

Variants: nchw or channels-last, each eager or compiled (torch.compile).
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import serving

ACTIVATIONS = {
    "LINEAR": nn.Identity, "RELU": nn.ReLU, "SELU": nn.SELU, "TANH": nn.Tanh,
    "SIGMOID": nn.Sigmoid, "SOFTMAX": lambda: nn.Softmax(1),
}


class Residual(nn.Module):
    def __init__(self, body, shortcut, activation):
        super().__init__()
        self.body, self.shortcut, self.activation = body, shortcut, activation

    def forward(self, x):
        return self.activation(self.body(x) + self.shortcut(x))


class Builder:
    """Builds layer by layer; shape is (height, width, channels) of what has been built so far."""

    def __init__(self, shape, weights):
        self.shape, self.weights = shape, weights
        self.flattened = None  # the shape that a Flatten before the next dense layer had

    def set(self, *tensors):
        """Gives the next arrays to these tensors, if there are any."""
        if self.weights is not None:
            with torch.no_grad():
                for tensor, turn in tensors:
                    tensor.copy_(torch.from_numpy(turn(next(self.weights)).copy()))

    def chain(self, layers):
        return nn.Sequential(*[m for layer in layers for m in getattr(self, layer["kind"])(layer)])

    def same(self, kernel, stride):
        """Padding before and after, of rows and of columns."""
        rows, columns = (serving.padding(s, k, stride) for s, k in zip(self.shape, kernel))
        return rows, columns

    def after(self, stride, channels):
        self.shape = (-(-self.shape[0] // stride), -(-self.shape[1] // stride), channels)

    def Convolution(self, layer):
        kernel, stride = (layer["kernelHeight"], layer["kernelWidth"]), layer["stride"]
        rows, columns = self.same(kernel, stride)
        even = rows[0] == rows[1] and columns[0] == columns[1]
        conv = nn.Conv2d(self.shape[2], layer["filters"], kernel, stride,
                         padding=(rows[0], columns[0]) if even else 0)
        self.set((conv.weight, lambda w: w.transpose(3, 2, 0, 1)), (conv.bias, lambda b: b))
        self.after(stride, layer["filters"])
        pad = [] if even else [nn.ZeroPad2d((*columns, *rows))]
        return pad + [conv] + self.activation(layer)

    def MaxPooling(self, layer):
        size, stride = layer["size"], layer["stride"]
        rows, columns = self.same((size, size), stride)
        self.after(stride, self.shape[2])
        if rows[0] == columns[0] == 0 and max(rows[1], columns[1]) < stride:
            return [nn.MaxPool2d(size, stride, ceil_mode=True)]
        return [nn.ConstantPad2d((*columns, *rows), -float("inf")), nn.MaxPool2d(size, stride)]

    def BatchNormalization(self, layer):
        norm = nn.BatchNorm2d(self.shape[2], layer["epsilon"], 1 - layer["momentum"])
        same = lambda a: a
        self.set((norm.weight, same), (norm.bias, same),
                 (norm.running_mean, same), (norm.running_var, same))
        return [norm]

    def Dropout(self, layer):
        return [nn.Dropout(layer["rate"])] if layer["rate"] else []

    def GlobalAveragePooling(self, layer):
        self.shape = (1, 1, self.shape[2])
        return [nn.AdaptiveAvgPool2d(1), nn.Flatten()]

    def Flatten(self, layer):
        self.flattened = self.shape
        self.shape = (1, 1, int(np.prod(self.shape)))
        return [nn.Flatten()]

    def Dense(self, layer):
        dense = nn.Linear(self.shape[2], layer["units"])
        h, w, c = self.flattened or self.shape
        turn = lambda k: k.reshape(h, w, c, -1).transpose(3, 2, 0, 1).reshape(k.shape[1], -1)
        self.set((dense.weight, turn), (dense.bias, lambda b: b))
        self.shape, self.flattened = (1, 1, layer["units"]), None
        # The loss takes logits, and so does whoever predicts.
        last = layer["activation"] in ("SIGMOID", "SOFTMAX")
        return [dense] + ([] if last else self.activation(layer))

    def Residual(self, layer):
        before = self.shape
        body = self.chain(layer["body"])
        after, self.shape = self.shape, before
        shortcut = self.chain(layer["shortcut"])
        self.shape = after
        return [Residual(body, shortcut, ACTIVATIONS[layer["activation"]]())]

    def activation(self, layer):
        return [] if layer["activation"] == "LINEAR" else [ACTIVATIONS[layer["activation"]]()]


def optimizer(rule, parameters):
    rate = rule["learningRate"]
    if rule["kind"] == "Adam":
        betas = (rule["beta1"], rule["beta2"])
        return torch.optim.Adam(parameters, rate, betas, rule["epsilon"], fused=True)
    if rule["kind"] == "RmsProp":
        return torch.optim.RMSprop(parameters, rate, rule["rho"], rule["epsilon"])
    return torch.optim.SGD(parameters, rate)


def prepare(kind, network, size, variant):
    layout, mode = variant.rsplit("-", 1)
    if network["layers"][-1]["units"] != 1:
        raise ValueError("only networks with one output are compared")
    net = Builder(serving.shape(network), serving.parameters(network["name"])).chain(
        network["layers"])
    x = torch.from_numpy(serving.images(network, size).transpose(0, 3, 1, 2).copy())
    y = torch.from_numpy(serving.truth(size))
    if layout == "channels-last":
        net = net.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    net.train(kind == "train")
    run = torch.compile(net) if mode == "compiled" else net
    if kind == "predict":
        @torch.inference_mode()
        def predict():
            return torch.sigmoid(run(x)).numpy().ravel()
        return predict
    rule = optimizer(network["optimizer"], net.parameters())

    def step():
        rule.zero_grad(set_to_none=True)
        loss = F.binary_cross_entropy_with_logits(run(x), y)
        loss.backward()
        rule.step()
        return [loss.item()]
    return step


def about():
    build = torch.__config__.show()
    onednn = next((w for w in build.split("\n") if "oneDNN" in w or "MKL-DNN" in w), "")
    version = onednn.strip(" -").split(" (")[0].replace("Intel(R) MKL-DNN", "oneDNN")
    return f"PyTorch {torch.__version__}, {version}, {torch.get_num_threads()} threads"


torch.set_num_threads(serving.THREADS)
torch.manual_seed(1)
serving.serve(about, prepare)
