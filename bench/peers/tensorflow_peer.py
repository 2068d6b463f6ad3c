"""TensorFlow in graph mode (tf.function), with the network built from Axial's description."""

import math

import numpy as np
import tensorflow as tf

import serving

nn = tf.nn
ACTIVATIONS = {
    "LINEAR": lambda x: x, "RELU": nn.relu, "SELU": nn.selu, "TANH": tf.tanh,
}


class Net:
    """Layers as functions of (x, training); variables are in self.trained."""

    def __init__(self, network):
        self.shape = serving.shape(network)
        self.weights = serving.parameters(network["name"])
        self.trained = []
        self.layers = self.chain(network["layers"])

    def chain(self, layers):
        steps = [getattr(self, layer["kind"])(layer) for layer in layers]

        def run(x, training):
            for step in steps:
                x = step(x, training)
            return x
        return run

    def variable(self, initial, trained=True):
        if self.weights is not None:
            initial = next(self.weights)
        variable = tf.Variable(initial, trainable=trained, dtype=tf.float32)
        if trained:
            self.trained.append(variable)
        return variable

    def kernel(self, *sides):
        field = math.prod(sides[:-2])
        limit = math.sqrt(6 / (field * (sides[-2] + sides[-1])))
        return self.variable(np.random.default_rng(1).uniform(-limit, limit, sides))

    def after(self, stride, channels):
        self.shape = (-(-self.shape[0] // stride), -(-self.shape[1] // stride), channels)

    def Convolution(self, layer):
        stride, filters = layer["stride"], layer["filters"]
        kernel = self.kernel(layer["kernelHeight"], layer["kernelWidth"], self.shape[2], filters)
        bias = self.variable(np.zeros(filters))
        activation = ACTIVATIONS[layer["activation"]]
        self.after(stride, filters)
        return lambda x, training: activation(
            nn.bias_add(nn.conv2d(x, kernel, stride, "SAME"), bias))

    def MaxPooling(self, layer):
        self.after(layer["stride"], self.shape[2])
        return lambda x, training: nn.max_pool2d(x, layer["size"], layer["stride"], "SAME")

    def BatchNormalization(self, layer):
        channels, keep = self.shape[2], layer["momentum"]
        gamma, beta = self.variable(np.ones(channels)), self.variable(np.zeros(channels))
        mean = self.variable(np.zeros(channels), trained=False)
        variance = self.variable(np.ones(channels), trained=False)

        def run(x, training):
            y, m, v = tf.compat.v1.nn.fused_batch_norm(
                x, gamma, beta, None if training else mean, None if training else variance,
                layer["epsilon"], is_training=training)
            if training:
                mean.assign_sub((1 - keep) * (mean - m))
                variance.assign_sub((1 - keep) * (variance - v))
            return y
        return run

    def Dropout(self, layer):
        rate = layer["rate"]
        return lambda x, training: nn.dropout(x, rate) if training and rate else x

    def GlobalAveragePooling(self, layer):
        self.shape = (1, 1, self.shape[2])
        return lambda x, training: tf.reduce_mean(x, (1, 2))

    def Flatten(self, layer):
        size = math.prod(self.shape)
        self.shape = (1, 1, size)
        return lambda x, training: tf.reshape(x, (-1, size))

    def Dense(self, layer):
        kernel = self.kernel(self.shape[2], layer["units"])
        bias = self.variable(np.zeros(layer["units"]))
        self.shape = (1, 1, layer["units"])
        # The loss takes logits, and so does whoever predicts.
        activation = ACTIVATIONS.get(layer["activation"], lambda x: x)
        return lambda x, training: activation(nn.bias_add(tf.matmul(x, kernel), bias))

    def Residual(self, layer):
        before = self.shape
        body = self.chain(layer["body"])
        after, self.shape = self.shape, before
        shortcut = self.chain(layer["shortcut"])
        self.shape = after
        activation = ACTIVATIONS[layer["activation"]]
        return lambda x, training: activation(body(x, training) + shortcut(x, training))


def updates(rule, variables):
    """A function of the gradients that makes TensorFlow's own fused updates."""
    rate, epsilon = rule["learningRate"], rule.get("epsilon")
    first = [tf.Variable(tf.zeros_like(v)) for v in variables]
    second = [tf.Variable(tf.zeros_like(v)) for v in variables]
    power1, power2 = tf.Variable(rule.get("beta1", 0.0)), tf.Variable(rule.get("beta2", 0.0))

    def apply(gradients):
        for v, a, b, g in zip(variables, first, second, gradients):
            if rule["kind"] == "Adam":
                tf.raw_ops.ResourceApplyAdam(
                    var=v.handle, m=a.handle, v=b.handle, beta1_power=power1, beta2_power=power2,
                    lr=rate, beta1=rule["beta1"], beta2=rule["beta2"], epsilon=epsilon, grad=g)
            elif rule["kind"] == "RmsProp":
                tf.raw_ops.ResourceApplyRMSProp(
                    var=v.handle, ms=a.handle, mom=b.handle, lr=rate, rho=rule["rho"],
                    momentum=0.0, epsilon=epsilon, grad=g)
            else:
                v.assign_sub(rate * g)
        if rule["kind"] == "Adam":
            power1.assign(power1 * rule["beta1"])
            power2.assign(power2 * rule["beta2"])
    return apply


def prepare(kind, network, size, variant):
    if network["layers"][-1]["units"] != 1:
        raise ValueError("only networks with one output are compared")
    net = Net(network)
    x, y = tf.constant(serving.images(network, size)), tf.constant(serving.truth(size))
    if kind == "predict":
        @tf.function
        def predict(images):
            return tf.sigmoid(net.layers(images, False))
        return lambda: predict(x).numpy().ravel()
    apply = updates(network["optimizer"], net.trained)

    @tf.function
    def step(images, labels):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(nn.sigmoid_cross_entropy_with_logits(
                labels, net.layers(images, True)))
        apply(tape.gradient(loss, net.trained))
        return loss
    return lambda: [step(x, y).numpy()]


tf.config.threading.set_intra_op_parallelism_threads(serving.THREADS)
tf.config.threading.set_inter_op_parallelism_threads(serving.THREADS)
serving.serve(lambda: f"TensorFlow {tf.__version__}, {serving.THREADS} threads", prepare)
