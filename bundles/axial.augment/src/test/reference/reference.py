"""Computes reference.json: what SciPy, Pillow and Keras-Preprocessing answer on drawn images.

    pip install numpy==2.4.6 scipy==1.17.1 pillow==13.0.0 Keras-Preprocessing==1.1.2
    python reference.py > ../resources/axial/augment/reference.json

Keras-Preprocessing 1.1.2 turns and zooms about a point one pixel beyond the centre; its source was
corrected later, and is here.
"""
import json
import sys

import numpy as np
import scipy.ndimage
from PIL import Image, ImageEnhance

scipy.ndimage.interpolation = scipy.ndimage  # the name of before SciPy 1.8
import keras_preprocessing.image.affine_transformations as affine
from keras_preprocessing.image import ImageDataGenerator


def about_the_centre(matrix, height, width):
    to = np.array([[1, 0, height / 2 - 0.5], [0, 1, width / 2 - 0.5], [0, 0, 1]])
    return to @ matrix @ np.linalg.inv(to)


affine.transform_matrix_offset_center = about_the_centre


def drawn(height, width, channels, number=0):
    r, c, k = np.indices((height, width, channels))
    return ((r * r * 13 + c * 29 + r * c * 7 + k * 53 + number * 37 * (c + 1)) % 256).astype("float64")


def rounded(values):
    return [float("%.7g" % v) for v in np.asarray(values, dtype="float64").ravel()]


MOVES = [
    dict(theta=25, tx=3.3, ty=-2.2, shear=12, zx=0.8, zy=1.3),
    dict(theta=-70, tx=-17.4, ty=21.6, shear=0, zx=1.9, zy=1.1),
]


def moved():
    image = drawn(11, 8, 1)
    for move in MOVES:
        for fill in ("constant", "nearest", "reflect", "wrap"):
            for order in range(6):
                out = affine.apply_affine_transform(
                    image, **move, row_axis=0, col_axis=1, channel_axis=2,
                    fill_mode=fill, cval=40.0, order=order)
                yield dict(move, fill=fill, order=order, values=rounded(out))


def transformed():
    image = drawn(9, 10, 3)
    generator = ImageDataGenerator()
    for parameters in (
        dict(channel_shift_intensity=37.5),
        dict(channel_shift_intensity=-60.25, flip_vertical=True),
        dict(MOVES[0], channel_shift_intensity=25.0, flip_horizontal=True, flip_vertical=True),
    ):
        out = generator.apply_transform(image.copy(), dict(parameters))
        yield dict(parameters, values=rounded(out))


def brightened():
    image = Image.fromarray(drawn(9, 10, 3).astype("uint8"), "RGB")
    for factor in (0.0, 0.37, 1.0, 1.45, 2.6):
        out = ImageEnhance.Brightness(image).enhance(factor)
        yield dict(factor=factor, values=rounded(np.asarray(out)))


def standardized():
    images = np.stack([drawn(3, 2, 3, n) for n in range(40)]) / 255
    for name, arguments in (
        ("samplewise", dict(samplewise_center=True)),
        ("samplewise", dict(samplewise_center=True, samplewise_std_normalization=True)),
        ("featurewise", dict(featurewise_center=True)),
        ("featurewise", dict(featurewise_center=True, featurewise_std_normalization=True)),
        ("zca", dict(featurewise_center=True, zca_whitening=True, zca_epsilon=1e-2)),
    ):
        generator = ImageDataGenerator(dtype="float64", **arguments)
        generator.fit(images.copy())
        out = np.stack([generator.standardize(images[n].copy()) for n in (0, 7)])
        yield dict(
            id=name,
            std=any(a.endswith("std_normalization") for a in arguments),
            values=rounded(out))


json.dump(
    dict(moved=list(moved()), transformed=list(transformed()), brightened=list(brightened()),
         standardized=list(standardized())),
    sys.stdout, indent=None, separators=(",", ":"))
print()
