/** Prediction with ONNX Runtime, and models as ONNX files. */
@NullMarked
package axial.predict.onnx;

import org.jspecify.annotations.NullMarked;
