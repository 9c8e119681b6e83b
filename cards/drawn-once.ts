import { draw } from './draw.ts';
import { type Data, nameIn, objectIn } from './fill-template.ts';
import { repeated } from './filled-drawing.ts';

/** A name as a template asks for its value, and as a drawing keeps its place. */
const mark = (name: string): string => `\${${name}}`;

const marksOfAll = (parts: readonly unknown[]): Data => Object.assign({}, ...parts.map(marksOf));

/** Data in which each value that a part asks for is its mark, and each list has one of these. */
function marksOf(part: unknown): Data {
  if (typeof part === 'string') {
    const name = nameIn(part);
    return name === undefined ? {} : { [name]: mark(name) };
  }
  if (Array.isArray(part)) return marksOfAll(part);
  const { frame = {}, each } = objectIn(part, '$data') ?? {};
  const inside = marksOfAll(Object.values(frame));
  return each === undefined ? inside : { [each]: [{ ...inside, [repeated]: mark(each) }] };
}

/** A template whose drawing says of each part which list it is repeated for. */
function withLists(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withLists);
  const object = objectIn(part, '$data');
  if (object === undefined) return part;
  const { frame, each } = object;
  const inside = Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, withLists(value)]));
  return each === undefined ? inside : { ...inside, $data: mark(each), [repeated]: mark(repeated) };
}

/**
 * Has Microsoft's library draw a template once, with a mark in the place of each value: what `cardsOf` makes cards of. No
 * data is there yet when the drawing is made. Throws TypeError for a template that uses more than names and lists.
 */
export const drawingOf = (template: Data): object => draw(Object(withLists(template)), marksOf(template));
