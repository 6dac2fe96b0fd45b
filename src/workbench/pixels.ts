/** A screen has 96 pixels to the inch, paper 72 points. */
export const PIXELS_PER_POINT = 96 / 72;
