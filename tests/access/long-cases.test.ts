import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { createPageClient, type PageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createCountingStore, type CountingStore, isScheduledCall } from '../support/access/counting-store.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { appendEntries, longCaseFollowUp, longCaseNote, longCaseSeal } from '../support/access/long-case.ts';

const sealed = createSealText('sealed in the page');
const words = { for: 'handlers', sealed } as const;
const lengths = [60, 1_000] as const;

let bot: RunningBot;
let counting: CountingStore;
let handler: TabClient;
/** Two reports, a short and a long one, each with its code. */
const reports: { readonly caseId: CaseId; readonly code: string }[] = [];
beforeAll(async () => {
  const objectId = randomUUID();
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: objectId, MESSAGES_TO_REPORTERS: 'yes' },
    wrapParts: ({ store, seal }) => {
      counting = createCountingStore(store);
      return { store: counting.store, seal };
    },
  });
  handler = bot.tab({ objectId });
  await handler.call('me', {});
  for (const length of lengths) {
    const person = await newReporter(bot);
    await sendShortReport(person, person.report);
    const code = parseCardCode(person.teams.card());
    const parsed = parseReturnCode(code);
    if (parsed === undefined) throw new Error('that is no code');
    const caseId = deriveCaseId(parsed);
    const notes = Array.from({ length: length - 15 }, () => longCaseNote('2025-01-01T12:00:00.000Z'));
    const followUps = Array.from({ length: 14 }, (_, place) => longCaseFollowUp('2025-01-01', place + 1));
    await appendEntries(bot.store(), caseId, [...followUps, ...notes]);
    reports.push({ caseId, code });
  }
});
afterAll(() => bot.stop());

/** What one person does, on a report that has this reference and code. */
type Does = (report: { readonly caseId: CaseId; readonly code: string }) => Promise<unknown>;

const change = (caseId: string, revision: number) => ({ caseId, revision, request: newRequestId() });
async function atPage(code: string): Promise<PageClient> {
  const page = createPageClient(bot.tab({ objectId: randomUUID() }), 'en');
  await page.press('comeBack');
  page.fill('code', code);
  await page.press('next');
  return page;
}

const steps: Readonly<Record<string, Does>> = {
  look: async ({ caseId }) => handler.call('case.view', { caseId }),
  'look at what was earlier': async ({ caseId }) => handler.call('case.viewEarlier', { caseId, before: 40 }),
  acknowledge: async ({ caseId }) => handler.call('case.acknowledge', { caseId, request: newRequestId() }),
  note: async ({ caseId }) => handler.call('case.note', { caseId, request: newRequestId(), words }),
  assign: async ({ caseId }) => {
    const { record } = await handler.call('case.view', { caseId });
    await handler.call('case.assign', { ...change(caseId, record.revision), to: handler.objectId });
  },
  message: async ({ caseId }) =>
    handler.call('case.messageReporter', {
      caseId,
      request: newRequestId(),
      id: newRequestId(),
      number: 1,
      sealed,
      confirmed: true,
    }),
  'come back': async ({ code }) => {
    const page = await atPage(code);
    expect(page.card().text).toContain(translate('en', 'comeBack.caseHeading'));
  },
  add: async ({ code }) => {
    const page = await atPage(code);
    page.fill('addition', 'What else happened.');
    await page.press('add');
    expect(page.card().text).toContain(translate('en', 'comeBack.addedHeading'));
  },
};

/** The roles are read at times of their own, and the removal of a sent report's draft settles later than its receipt. */
const isOfOthers: ReadonlySet<string> = new Set(['people.all', 'drafts.remove']);

describe('a case with a thousand entries', () => {
  it.each(Object.entries(steps))('costs no more than a short one: %s', async (_name, does) => {
    const costs: { readonly calls: string; readonly read: number }[] = [];
    for (const report of reports) {
      bot.clock.forward(20_000);
      counting.take();
      await does(report);
      const taken = counting.take().filter(({ call }) => !isScheduledCall(call) && !isOfOthers.has(call));
      const text = JSON.stringify(taken.map(({ answer }) => answer));
      // No seal of the history comes into memory, and no more entries come than from the other.
      expect(text.includes(longCaseSeal)).toBe(false);
      costs.push({ calls: taken.map(({ call }) => call).join(', '), read: text.split('"sequence"').length });
    }
    expect(costs[1]).toEqual(costs[0]);
  });

  it('is opened by pages of which none holds more than the others', async () => {
    for (const { caseId } of reports) {
      counting.take();
      await handler.call('case.consult', { caseId });
      const read = counting.take().map(({ answer }) => JSON.stringify(answer ?? '').split('"sequence"').length);
      expect(Math.max(...read)).toBeLessThanOrEqual(51);
    }
  });
});
