import { columnExtremes } from "../numbers/columnExtremes";
import type { Matrix } from "../numbers/matrix";
import { checkAnchors, type Scaling } from "./scaling";

/**
 * Min-max scale: (x - floor) / (ceiling - floor), kept between 0 and 1; 1 minus that where lower is better. Floor and
 * ceiling default to the smallest and largest present value. Where all present values are equal and neither is given,
 * nothing tells accounts apart and each gets 0.5.
 *
 * @param target where the result goes; may be the values themselves
 */
export function minMax(figures: Matrix, scaling: Omit<Scaling, "scale">, target: Float64Array = new Float64Array(figures.values.length)): Matrix {
  checkAnchors(scaling);
  const { rowCount, columnCount, values } = figures;
  const { floors, ranges, signs, offsets } = lines(figures, scaling);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const share = (values[i] - floors[c]) / ranges[c];
      target[i] = offsets[c] + signs[c] * (share < 0 ? 0 : share > 1 ? 1 : share);
    }
  }
  return { rowCount, columnCount, values: target };
}

/** Each criterion's scale as offset + sign × clamp((x - floor) / range). */
function lines(figures: Matrix, { directions, floors, ceilings }: Omit<Scaling, "scale">) {
  const { lowest, highest } = columnExtremes(figures);
  const signs = Float64Array.from(directions);
  const line = { floors: new Float64Array(signs.length), ranges: new Float64Array(signs.length), signs, offsets: new Float64Array(signs.length) };
  signs.forEach((sign, c) => {
    const givenFloor = !Number.isNaN(floors[c]);
    const givenCeiling = !Number.isNaN(ceilings[c]);
    const floor = givenFloor ? floors[c] : lowest[c];
    const range = (givenCeiling ? ceilings[c] : highest[c]) - floor;
    line.offsets[c] = sign === 1 ? 0 : 1;
    if (range > 0) {
      line.floors[c] = floor;
      line.ranges[c] = range;
      return;
    }
    // No range. A fixed floor that no value exceeds makes all 0, a fixed ceiling that all values reach makes all 1.
    const share = givenFloor ? 0 : givenCeiling ? 1 : 0.5;
    line.signs[c] = 0;
    line.ranges[c] = 1;
    line.offsets[c] = sign === 1 ? share : 1 - share;
  });
  return line;
}
