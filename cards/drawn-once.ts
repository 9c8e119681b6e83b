import { asCard, type Card } from './card.ts';
import { draw } from './draw.ts';
import { type Data, fillerOf, nameIn, objectIn } from './fill-template.ts';

/** Where a drawing says which list a part of it is repeated for: the library takes `$data` away. */
const repeated = 'repeatedFor';

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
 * Has Microsoft's library draw a template once, here and now, with a mark in the place of each value, and gives what
 * makes cards of that drawing: the same that the library draws of the same data, in a twentieth of the time. No data is
 * there yet when the drawing is made, and nothing is ever added to it. Throws TypeError for a template that uses more
 * than names and lists; what it gives throws as `fillerOf` says.
 */
export function drawnOnce(template: Data): (data: Data) => Card {
  const fill = fillerOf(draw(Object(withLists(template)), marksOf(template)), repeated);
  return (data) => asCard(fill(data));
}
