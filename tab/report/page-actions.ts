import { z } from 'zod';
import type { Action, Button } from '../../cards/page.ts';
import type { Page } from '../../cards/page.ts';
import { parseReturnCode } from '../../core/model/codes.ts';

export type ButtonData = Readonly<Record<string, unknown>>;

export const dataOf = ({ beside, sends }: Button): ButtonData => ({ ...beside, candour: sends });

const actionsOf = ({ callouts = [], sections = [], parts = [], links = [], actions }: Page): readonly Action[] => [
  ...[...callouts, ...sections].flatMap((part) => part.links ?? []),
  ...parts.flatMap((part) => part.actions),
  ...links,
  ...actions,
];

const buttonsOf = (page: Page): readonly Button[] =>
  actionsOf(page).flatMap((action) => ('sends' in action ? [action] : []));

export function dataOfMove(page: Page, move: string): ButtonData | undefined {
  const button = buttonsOf(page).find(({ sends }) => sends.verb === 'move' && sends.move === move);
  return button && dataOf(button);
}

export function dataOfLanguage(page: Page, language: string): ButtonData | undefined {
  const shows = buttonsOf(page).find(({ sends }) => sends.verb === 'show' && sends.language === language);
  return dataOfMove(page, 'language') ?? (shows && dataOf(shows));
}

export const isGuidance = (page: Page): boolean =>
  buttonsOf(page).some(({ sends }) => sends.verb === 'show' && sends.card === 'guidance');

export const isUnderWay = (page: Page): boolean =>
  buttonsOf(page).some(({ sends }) => sends.verb === 'move') && dataOfMove(page, 'done') === undefined;

export function flowOf(data: ButtonData): 'report' | 'comeBack' | undefined {
  const { verb, flow } = z.looseObject({ verb: z.string(), flow: z.string().optional() }).parse(data['candour']);
  return verb === 'open' && (flow === 'report' || flow === 'comeBack') ? flow : undefined;
}

export const codeOnPage = ({ references = [] }: Page): string | undefined =>
  references.find(({ value }) => parseReturnCode(value) !== undefined)?.value;

/** Opens a card's address beside the page, which learns nothing of it. Only https, tel and mailto. */
export function openLink(address: string | undefined, open: typeof window.open = window.open.bind(window)): void {
  if (address === undefined || !URL.canParse(address)) return;
  const url = new URL(address);
  if (['https:', 'tel:', 'mailto:'].includes(url.protocol)) open(url.href, '_blank', 'noopener,noreferrer');
}
