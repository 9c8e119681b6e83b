/** A picture of `side` by `side` pixels: red, green, blue and opacity of each, row by row, 0 to 255. */
export interface Picture {
  readonly side: number;
  readonly rgba: Uint8Array;
}

/** Red, green, blue and opacity, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** Paints a picture by asking for the colour of each pixel, by the place of its middle. */
export function paint(side: number, colourAt: (x: number, y: number) => Colour): Picture {
  const rgba = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      rgba.set(colourAt(column + 0.5, row + 0.5), (row * side + column) * 4);
    }
  }
  return { side, rgba };
}
