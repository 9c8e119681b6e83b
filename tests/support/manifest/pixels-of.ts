import type { Picture } from '../../../manifest/icons/picture.ts';

/** The colours of a picture, row by row: red, green, blue and opacity of each pixel. */
export const pixelsOf = ({ rgba, side }: Picture): readonly (readonly number[])[] =>
  Array.from({ length: side * side }, (_, place) => [...rgba.subarray(place * 4, place * 4 + 4)]);
