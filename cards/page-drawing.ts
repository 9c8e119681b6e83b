import { Template } from 'adaptivecards-templating';
import { isData, nameIn, refuseTemplate, repeatedFor } from './card.ts';
import page from './templates/page.json' with { type: 'json' };

/** A part of a template that names its list itself, since the library takes `$data` away. `lists` gets one of each list. */
function withLists(part: unknown, lists: Record<string, unknown>): unknown {
  if (typeof part === 'string') {
    // Whatever else a text asks for is refused before the library works it out.
    nameIn(part);
    return part;
  }
  if (Array.isArray(part)) return part.map((one) => withLists(one, lists));
  if (!isData(part)) return part;
  const { $data: list, ...frame } = part;
  if (Object.keys(frame).some((name) => name.startsWith('$'))) return refuseTemplate();
  const inside = (within: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, withLists(value, within)]));
  if (list === undefined) return inside(lists);
  const name = (typeof list === 'string' ? nameIn(list) : undefined) ?? refuseTemplate();
  const one = {};
  lists[name] = [one];
  return { $data: list, [repeatedFor]: name, ...inside(one) };
}

/**
 * Has Microsoft's library draw a template once: what `cardsOf` makes cards of. It is given one of each list and no value,
 * and leaves each name in its place. Throws TypeError for a template that uses more than names and lists.
 */
export function drawingOf(template: object): object {
  const lists = {};
  const named = withLists(template, lists);
  return Object(new Template(Object(named)).expand({ $root: lists }));
}

/** The drawing that every card is made of. It holds no data, so that a build draws it once for all starts. */
export const pageDrawing: object = drawingOf(page);
