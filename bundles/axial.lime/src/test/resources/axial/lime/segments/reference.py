"""Draws the pictures of this folder and segments them with scikit-image 0.19.3.

Run it in this folder with Python 3.10, numpy 1.23.5, scipy 1.10.1, Pillow and scikit-image 0.19.3.
The names of the label pictures carry the parameters in the order that the tests read them.
"""
import numpy as np
from PIL import Image
from skimage.segmentation import felzenszwalb, quickshift, slic


def grain(height, width):
    """A linear congruential generator, so that the pictures need no library's random numbers."""
    state, values = 1, []
    for _ in range(height * width):
        state = (1103515245 * state + 12345) % 2**31
        values.append(state >> 16 & 15)
    return np.array(values).reshape(height, width)


def oval(height, width, y, x, down, across):
    rows, columns = np.mgrid[:height, :width]
    return ((rows - y) * across) ** 2 + ((columns - x) * down) ** 2 < (down * across) ** 2


def head(height, width):
    """A bright rim, an even inside with grain, two dark ovals, a bright one, and black around."""
    image = np.zeros((height, width), int)
    image[oval(height, width, height // 2, width // 2, height * 9 // 20, width * 9 // 20)] = 190
    inside = oval(height, width, height // 2, width // 2, height * 8 // 20, width * 8 // 20)
    image[inside] = (90 + grain(height, width))[inside]
    image[oval(height, width, height // 2, width * 2 // 5, height // 6, width // 16)] = 30
    image[oval(height, width, height // 2, width * 3 // 5, height // 6, width // 16)] = 30
    image[oval(height, width, height // 3, width * 2 // 3, height // 10, width // 9)] = 230
    return image.astype(np.uint8)


def colours(height, width):
    rows, columns = np.mgrid[:height, :width]
    noise = grain(height, width)
    planes = [40 + 2 * rows + noise, 200 - 2 * columns + noise, 60 + (rows // 10 + columns // 15) % 2 * 120]
    return np.clip(np.stack(planes, -1), 0, 255).astype(np.uint8)


PICTURES = {
    "head": np.repeat(head(96, 80)[..., None], 3, -1),
    "colours": colours(50, 70),
    "strip": colours(8, 120),
}

for name, image in PICTURES.items():
    Image.fromarray(image).save(f"{name}.png")
    labels = {}
    for n, compactness, sigma in [(20, 10, 0), (100, 1, 2), (5, 30, 1), (400, 10, 0.5)]:
        labels[f"slic_{n}_{compactness}_{sigma}"] = slic(
            image, n_segments=n, compactness=compactness, sigma=sigma, start_label=0)
    for scale, sigma, size in [(50, 0, 20), (300, 0.8, 10), (100, 1.5, 40), (1, 0.5, 2)]:
        labels[f"felzenszwalb_{scale}_{sigma}_{size}"] = felzenszwalb(
            image, scale=scale, sigma=sigma, min_size=size)
    for size, distance, ratio in [(4, 200, 0.2), (3, 10, 0.5), (2, 30, 1)]:
        labels[f"quickshift_{size}_{distance}_{ratio}_seed0"] = quickshift(
            image, kernel_size=size, max_dist=distance, ratio=ratio, random_seed=0)
    for parameters, numbers in labels.items():
        Image.fromarray(numbers.astype(np.uint16)).save(f"{name}-{parameters}.png")
