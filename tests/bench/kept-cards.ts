import { cardInDialog } from '../../bot/teams/card-actions.ts';
import { drawPage } from '../../cards/draw-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { reportStateSchema, startReport } from '../../concerns/reporting/report-flow.ts';
import { drawReturnCode } from '../../concerns/terms/return-code.ts';
import type { StepId } from '../../concerns/terms/steps.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { exampleFacts } from '../support/cards/example-views.ts';

/** A card that was drawn once, with marks where somebody's own words go. */
export type KeptCard = object;

type Values = Readonly<Record<string, unknown>>;

/** Stand where the words of these answers go, and occur in no card otherwise. */
const marks = ['what', 'who', 'when'] as const;
const markOf = (id: string): string => `«${id}»`;
const byMark: ReadonlyMap<unknown, string> = new Map(marks.map((id) => [markOf(id), id]));

/** What everybody chooses on the way that is measured. */
const chosen = {
  mode: 'notKept',
  risk: 'no',
  conflict: 'no',
  kind: 'boundaries',
  towards: 'public',
  ongoing: 'yes',
  signs: 'contact,gifts',
  vulnerability: 'victim',
  known: 'saw',
  affected: 'no',
};

/**
 * Candour's card of a step as it looks by a door, drawn now and never again: what a bot sends that keeps its cards, and
 * that gets no faster when Candour draws faster.
 */
export function keptCard(at: StepId, door: 'chat' | 'dialog'): KeptCard {
  const code = drawReturnCode((bytes) => new Uint8Array(bytes));
  // Until the last card, which shows all of it again, nobody has answered anything on a card that comes to them.
  const answers = at === 'review' ? { ...chosen, ...Object.fromEntries(marks.map((id) => [id, markOf(id)])) } : {};
  const state = reportStateSchema.parse({ ...startReport(code, 'en'), at, answers });
  const page = reportPage({ state, problems: [], token: 'none', contacts: contactsSchema.parse({}), ...exampleFacts });
  return door === 'dialog' ? cardInDialog(page) : drawPage(page);
}

function copied(node: unknown, values: Values): unknown {
  if (Array.isArray(node)) return node.map((one) => copied(one, values));
  if (typeof node !== 'object' || node === null) {
    const id = byMark.get(node);
    return id === undefined ? node : values[id];
  }
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = copied(value, values);
  // What was answered before is in its input again for somebody who goes back.
  if ('id' in node && typeof node.id === 'string' && node.id in values) copy['value'] = values[node.id];
  return copy;
}

/** A copy of a kept card with what was answered filled in. */
export const filledIn = (card: KeptCard, values: Values): object => ({ ...Object(copied(card, values)) });
