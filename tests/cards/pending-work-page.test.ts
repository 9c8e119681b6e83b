import { describe, expect, it } from '@jest/globals';
import { alertPage } from '../../cards/alert-page.ts';
import { maxButtonTitle } from '../../cards/page.ts';
import { renderPage } from '../../cards/render-page.ts';
import { pendingWorkPage, pendingWorkSummary } from '../../cards/pending-work-page.ts';
import { languages } from '../../core/model/language.ts';
import { cardProblems } from '../support/cards/card-problems.ts';
import { listButtons, exampleCaseId, exampleDay, listElements, listTexts } from '../support/cards/example-views.ts';
import { microsoftProblems } from '../support/cards/microsoft-parser.ts';

const tab = `https://teams.microsoft.com/l/entity/${'0'.repeat(36)}/cases?context=${'x'.repeat(400)}`;
const message = {
  caseId: exampleCaseId,
  urgency: 'urgent',
  receivedOn: exampleDay,
  kind: 'boundaries',
  reason: 'new',
  repeated: true,
} as const;

describe.each(languages)('cards with a way to the tab (%s)', (language) => {
  it.each([
    ['the line that something waits', pendingWorkPage({ language, tab })],
    ['an alert', alertPage({ message, language, tab })],
    ['an alert that names nothing', alertPage({ message: { urgency: 'standard' }, language, tab })],
  ])('%s is one that Teams takes, in that language, with buttons that fit a phone', (_, page) => {
    const card = renderPage(page);
    expect(cardProblems(card)).toEqual([]);
    expect(microsoftProblems(card)).toEqual([]);
    expect(card['lang']).toBe(language);
    expect(JSON.stringify(card).length).toBeLessThan(36_000);
    const buttons = listButtons(card);
    expect(buttons.at(-1)).toMatchObject({ type: 'Action.OpenUrl', url: tab });
    expect(buttons.filter(({ title }) => String(title).length > maxButtonTitle)).toEqual([]);
    expect(listElements(card).filter((part) => part['type'] === 'TextBlock' && part['wrap'] !== true)).toEqual([]);
  });

  it('have none where the tab has no address', () => {
    expect(listButtons(renderPage(pendingWorkPage({ language })))).toEqual([]);
    expect(listButtons(renderPage(alertPage({ message, language })))).toHaveLength(1);
  });

  it('say the same line in a notification as on the card, and nothing else', () => {
    expect(listTexts(renderPage(pendingWorkPage({ language })), 'TextBlock')).toContain(pendingWorkSummary(language));
  });
});
