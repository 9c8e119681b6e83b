import { z } from 'zod';
import type { Action, Button } from '../../cards/action.ts';
import type { Page } from '../../cards/page.ts';
import { parseReturnCode } from '../../concerns/terms/return-code.ts';

/** The data that a button of a page sends, beside what stands in its fields. */
export type ButtonData = Readonly<Record<string, unknown>>;

/** The data that a button sends by itself. */
export const dataOf = ({ beside, sends }: Button): ButtonData => ({ ...beside, candour: sends });

const actionsOf = ({ callouts = [], sections = [], parts = [], links = [], actions }: Page): readonly Action[] => [
  ...[...callouts, ...sections].flatMap((part) => part.links ?? []),
  ...parts.flatMap((part) => part.actions),
  ...links,
  ...actions,
];

const buttonsOf = (page: Page): readonly Button[] =>
  actionsOf(page).flatMap((action) => ('sends' in action ? [action] : []));

/** The data of the button of a move, `undefined` if the page has no such button. */
export function dataOfMove(page: Page, move: string): ButtonData | undefined {
  const button = buttonsOf(page).find(({ sends }) => sends.verb === 'move' && sends.move === move);
  return button && dataOf(button);
}

/** The data of the button that turns a page to a language, `undefined` if the page has none. */
export function dataOfLanguage(page: Page, language: string): ButtonData | undefined {
  const shows = buttonsOf(page).find(({ sends }) => sends.verb === 'show' && sends.language === language);
  return dataOfMove(page, 'language') ?? (shows && dataOf(shows));
}

/** Whether a page is a topic of the guidance. */
export const isGuidance = (page: Page): boolean =>
  buttonsOf(page).some(({ sends }) => sends.verb === 'show' && sends.card === 'guidance');

/** Whether a page goes on with a report or a look-up, and has no button of its own that ends it. */
export const isUnderWay = (page: Page): boolean =>
  buttonsOf(page).some(({ sends }) => sends.verb === 'move') && dataOfMove(page, 'done') === undefined;

/** The conversation that a button begins, `undefined` if it begins none. */
export function flowOf(data: ButtonData): 'report' | 'comeBack' | undefined {
  const { verb, flow } = z.looseObject({ verb: z.string(), flow: z.string().optional() }).parse(data['candour']);
  return verb === 'open' && (flow === 'report' || flow === 'comeBack') ? flow : undefined;
}

/** The return code that a page shows to be written down, as it shows it; `undefined` if it shows none. */
export const codeOnPage = ({ references = [] }: Page): string | undefined =>
  references.find(({ value }) => parseReturnCode(value) !== undefined)?.value;
