import { z } from 'zod';
import type { Action, Button } from '../../cards/page.ts';
import type { Page, Reference } from '../../cards/page.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';

export type ButtonData = Readonly<Record<string, unknown>>;

export const toButtonData = ({ beside, sends }: Button): ButtonData => ({ ...beside, candour: sends });

const pageActions = ({ callouts = [], sections = [], parts = [], links = [], actions }: Page): readonly Action[] => [
  ...[...callouts, ...sections].flatMap((part) => part.links ?? []),
  ...parts.flatMap((part) => part.actions),
  ...links,
  ...actions,
];

const pageButtons = (page: Page): readonly Button[] =>
  pageActions(page).flatMap((action) => ('sends' in action ? [action] : []));

export function findMoveData(page: Page, move: string): ButtonData | undefined {
  const button = pageButtons(page).find(({ sends }) => sends.verb === 'move' && sends.move === move);
  return button && toButtonData(button);
}

export function findLanguageData(page: Page, language: string): ButtonData | undefined {
  const shows = pageButtons(page).find(({ sends }) => sends.verb === 'show' && sends.language === language);
  return findMoveData(page, 'language') ?? (shows && toButtonData(shows));
}

export const isGuidancePage = (page: Page): boolean =>
  pageButtons(page).some(({ sends }) => sends.verb === 'show' && sends.card === 'guidance');

export const isConversationInProgress = (page: Page): boolean =>
  pageButtons(page).some(({ sends }) => sends.verb === 'move') && findMoveData(page, 'done') === undefined;

export function parseFlow(data: ButtonData): 'report' | 'comeBack' | undefined {
  const { verb, flow } = z.looseObject({ verb: z.string(), flow: z.string().optional() }).parse(data['candour']);
  return verb === 'open' && (flow === 'report' || flow === 'comeBack') ? flow : undefined;
}

export const findReturnCode = ({ references = [] }: Page): Reference | undefined =>
  references.find(({ value }) => parseReturnCode(value) !== undefined);

/** In words and in symbols. A field of one line drops the line's end, and keeps the space. */
export const returnCodeText = ({ value, words }: Reference): string =>
  words === undefined ? value : `${words} \n${value}`;

/** Beside the page, which learns nothing of it. Only https, tel and mailto. */
export function openLink(address: string | undefined, open: typeof window.open = window.open.bind(window)): void {
  if (address === undefined || !URL.canParse(address)) return;
  const url = new URL(address);
  if (['https:', 'tel:', 'mailto:'].includes(url.protocol)) open(url.href, '_blank', 'noopener,noreferrer');
}
