import { isWithin } from '../../concerns/casework/sounds-alike.ts';
import type { Figure } from '../figure.ts';
import { figureNamed } from '../figure-lookup.ts';
import { figures } from '../figure-rows.ts';

export const facts = ['period', 'period.from', 'period.to', 'period.asAt'] as const;
export type Fact = (typeof facts)[number];

/** For what a return asks and Candour does not hold. */
export const notHeld = 'notHeld';

export const toldNames: readonly string[] = [...figures.map(({ id }) => id), ...facts, notHeld];

export type Told =
  | { readonly kind: 'figures'; readonly figures: readonly [Figure, ...Figure[]] }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'notHeld' };

export type ReadTold =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'wrong'; readonly sentence: string };

const mostAdded = 40;
const mostLetters = 6;

/** The known name that is the fewest letters away from a text; `undefined` if none is near. */
export function nearestName(text: string): string | undefined {
  const typed = text.slice(0, 60).toLowerCase();
  const most = Math.min(mostLetters, Math.floor(typed.length / 2));
  const near = toldNames.filter((name) => isWithin(most, name.toLowerCase(), typed));
  for (let letters = 0; letters <= most; letters += 1) {
    const nearest = near.find((name) => isWithin(letters, name.toLowerCase(), typed));
    if (nearest !== undefined) return nearest;
  }
  return toldNames.find((name) => typed.length > 3 && name.toLowerCase().startsWith(typed));
}

const wrong = (sentence: string): ReadTold => ({ kind: 'wrong', sentence });

function unknown(text: string, place: number, count: number, suggests: boolean): ReadTold {
  const near = suggests ? nearestName(text) : undefined;
  const which = count === 1 ? 'This is' : `Number ${place + 1} of these is`;
  return wrong(`${which} no figure of Candour.${near === undefined ? '' : ` The nearest is ${near}.`}`);
}

/**
 * Reads the content of a column: a name, or figures with "+" between them, which must be such that no case is in two.
 * Refuses an unknown name with the nearest one, unless `suggests` is false.
 */
export function readTold(text: string, suggests = true): ReadTold {
  const names = text.split('+').map((name) => name.trim());
  const [only = ''] = names;
  if (names.length > mostAdded) return wrong(`No more than ${mostAdded} figures are added up.`);
  if (names.length === 1) {
    if (only === notHeld) return { kind: 'told', told: { kind: 'notHeld' } };
    const fact = facts.find((name) => name === only);
    if (fact !== undefined) return { kind: 'told', told: { kind: 'fact', fact } };
  }
  const found: Figure[] = [];
  for (const [place, name] of names.entries()) {
    const figure = figureNamed(name);
    if (name === notHeld || facts.some((fact) => fact === name)) return wrong(`${name} stands alone in its column.`);
    if (figure === undefined) return unknown(name, place, names.length, suggests);
    found.push(figure);
  }
  const [first, ...others] = found;
  if (first === undefined) return unknown(only, 0, 1, suggests);
  if (new Set(names).size < names.length) return wrong('A figure stands in it twice.');
  if (others.length > 0 && found.some(({ of }) => of === 'days')) {
    return wrong('A median or a percentile cannot be added to another figure.');
  }
  const apart = others.find(({ addsWith }) => addsWith !== first.addsWith);
  if (apart !== undefined) {
    return wrong(`${first.id} and ${apart.id} are not added up, since one case can stand in both.`);
  }
  return { kind: 'told', told: { kind: 'figures', figures: [first, ...others] } };
}

export function toldText(told: Told): string {
  switch (told.kind) {
    case 'figures':
      return told.figures.map(({ id }) => id).join(' + ');
    case 'fact':
      return told.fact;
    case 'notHeld':
      return notHeld;
    default:
      return told satisfies never;
  }
}
