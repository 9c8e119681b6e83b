import type { CardClient } from '../support/journeys/page-client.ts';
import { sendFullReport, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';

/** The steps of a whole visit, with the other language: whoever records one looks whether all of them were sent. */
export const movesOfVisit = [
  'next',
  'back',
  'send',
  'change:signs',
  'later',
  'language',
  'add',
  'done',
  'write',
  'discard',
  'delete',
  'another',
] as const;

/**
 * Sends a report, comes back with its code, adds to it, and begins a second report that is looked through, kept and deleted:
 * every kind of step that a reporter can take. It starts at the first card of a report.
 */
export async function wholeVisit(hand: CardClient, report: Parameters<typeof goToStep>[1]): Promise<void> {
  await sendFullReport({ teams: hand }, report);
  const code = parseCardCode(hand.card());
  await hand.press('done');
  await hand.press('comeBack');
  hand.fill('code', code);
  await hand.press('next');
  hand.fill('addition', 'more words');
  await hand.press('done');
  await hand.press('write');
  await hand.press('add');
  await hand.press('another');
  await hand.press('done');
  await hand.press('report');
  await goToStep(hand, report, 'review');
  await hand.press('change:signs');
  await hand.press('back');
  await hand.press('later');
  const draft = parseCardCode(hand.card());
  await hand.press('done');
  await hand.press('comeBack');
  hand.fill('code', draft);
  await hand.press('next');
  await hand.press('discard');
  await hand.press('delete');
}
