import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addWeeks, toDay, firstDayOfWeek, type Week, toWeek } from '../../../core/model/calendar.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import type { Role } from '../../../core/model/roles.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { TabClient } from '../../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { ACKNOWLEDGE_TARGET_DAYS: '2', SUMMARY_SINCE: '2026-11-16' },
  wrapParts: ({ store, seal }) => ({
    seal,
    store: {
      ...store,
      weeks: {
        ...store.weeks,
        read: (...asked) => (isAway ? Promise.reject(new StoreError('unavailable')) : store.weeks.read(...asked)),
      },
    },
  }),
}));
let isAway = false;
let caseIds: readonly string[];
let last: Week;
beforeAll(async () => {
  last = addWeeks(toWeek(toDay(bot.clock.now(), 'Europe/London')), -1);
  caseIds = await Promise.all([saved('acu', 7), saved('reserve', 2)]).then((saved) => saved.flat());
});
beforeEach(() => {
  isAway = false;
  bot.clock.forward(60_000);
});

/** So many cases of the last week that is over. */
async function saved(handledBy: HandledBy, count: number): Promise<readonly string[]> {
  const cases: string[] = [];
  for (let made = 0; made < count; made += 1)
    cases.push((await saveCase(bot, { handledBy, receivedOn: firstDayOfWeek(last), week: last })).caseId);
  return cases;
}

const tabOf = (...roles: readonly Role[]): TabClient => bot.tab({ objectId: randomUUID(), roles: [...roles] });
const reading = (tab: TabClient, audience: Audience, period?: string) =>
  tab.call('summaries.read', { audience, language: 'en', ...(period !== undefined && { period }) });
const allowed = { acu: 'summaryAcu', reserve: 'reserve', wider: 'summaryWider' } as const;
const audiences = ['acu', 'reserve', 'wider'] as const;

describe('summaries at the page', () => {
  it.each([
    ['acu', { kind: 'count', value: 7 }],
    ['reserve', { kind: 'count', value: 2 }],
    ['wider', { kind: 'rounded', value: 5 }],
  ] as const)(
    'tell the readers of %s of the last closed week, without a reference, and note that they did',
    async (audience, received) => {
      const tab = tabOf(allowed[audience]);
      expect((await tab.call('me', {})).summaries).toEqual([audience]);
      const line = bot.log.length;
      const { latest, told } = await reading(tab, audience);
      if (told.kind !== 'summary') throw new Error(told.kind);
      expect(latest).toBe(last);
      expect(told.summary).toMatchObject({ audience, language: 'en', weeks: [last], head: { received } });
      const lines = bot.log.slice(line).join('');
      expect(lines).toContain(JSON.stringify({ event: 'summaryPulled', audience }).slice(1, -1));
      for (const caseId of caseIds) expect(tab.answers.join('') + lines).not.toContain(caseId);
    },
  );

  it('are refused to whoever asks by hand for those of others, whatever other role they hold', async () => {
    for (const audience of audiences) {
      for (const other of audiences.filter((one) => one !== audience)) {
        const line = bot.log.length;
        expect(await tabOf(allowed[other]).refusal('summaries.read', { audience, language: 'en' })).toEqual({
          code: 'refused',
        });
        expect(bot.log.slice(line).join('')).not.toContain('summaryPulled');
      }
      const handler = tabOf('handler', 'admin');
      expect((await handler.call('me', {})).summaries).not.toContain(audience === 'wider' ? 'acu' : audience);
      expect((await tabOf('handler').send('summaries.read', { audience, language: 'en' })).status).toBe(403);
      expect((await tabOf().send('summaries.read', { audience, language: 'en' })).status).toBe(403);
    }
  });

  it.each([
    { audience: 'acu', language: 'en', period: '' },
    { audience: 'acu', language: 'en', period: '2026-W60' },
    { audience: 'acu', language: 'en', period: '2026-W40-to-2026-W30' },
    { audience: 'acu', language: 'en', period: '1000-Q1' },
    { audience: 'acu', language: 'en', period: '2026-W40'.repeat(9_000) },
    { audience: 'acu', language: 'en', period: null },
    { audience: 'all', language: 'en' },
    { audience: 'acu', language: 'fr' },
    { audience: 'acu' },
    { audience: 'acu', language: 'en', caseId: 'one' },
    [],
    'nothing',
  ])('answer %j as what no page sends', async (body) => {
    expect(await tabOf('summaryAcu').send('summaries.read', body)).toMatchObject({
      status: 400,
      text: '{"code":"odd"}',
    });
  });

  it('say when a period can be had that is not over, and count nothing', async () => {
    const next = addWeeks(last, 1);
    const { told } = await reading(tabOf('summaryAcu'), 'acu', next);
    expect(told).toEqual({ kind: 'notClosed', week: next, closesOn: firstDayOfWeek(addWeeks(next, 1)) });
    expect(await bot.store().weeks.read(next, 'acu')).toBeUndefined();
  });

  it('say of a week before the day that the force has set that Candour was not in use, to every reader', async () => {
    expect(firstDayOfWeek(last)).toBe('2026-11-16');
    for (const audience of audiences) {
      const { told } = await reading(tabOf(allowed[audience]), audience, addWeeks(last, -1));
      if (told.kind !== 'summary') throw new Error(told.kind);
      expect(told.summary.inUse).toEqual({
        isBefore: true,
        notes: ['Candour was not in use then. It has been in use since 16 November 2026.'],
      });
    }
  });

  it('name the nearest periods that are safe, in the language of the page, where one is not', async () => {
    const { told } = await tabOf('summaryWider').call('summaries.read', {
      audience: 'wider',
      language: 'cy',
      period: `${addWeeks(last, -1)}-to-${last}`,
    });
    if (told.kind !== 'notSafe') throw new Error(told.kind);
    expect(told.nearest.length).toBeGreaterThan(0);
    for (const { period, title } of told.nearest) {
      expect(title).toMatch(/Tachwedd|Ionawr|Ebrill|Gorffennaf|Hydref|Blwyddyn/u);
      expect((await reading(tabOf('summaryWider'), 'wider', period)).told.kind).toBe('summary');
    }
  });

  it('say calmly that figures are damaged, and tell the log no more than that', async () => {
    const week = addWeeks(last, -200);
    await bot.store().weeks.freeze({ week, handledBy: 'acu', figures: '{"v":1,"received":"many"}' });
    const line = bot.log.length;
    expect((await reading(tabOf('summaryAcu'), 'acu', week)).told).toEqual({ kind: 'damaged' });
    const lines = bot.log.slice(line).join('');
    expect(lines).toContain('FiguresError');
    expect(lines).not.toContain('many');
  });

  it('can be asked for again where the store does not answer', async () => {
    isAway = true;
    expect(await tabOf('summaryAcu').refusal('summaries.read', { audience: 'acu', language: 'en' })).toEqual({
      code: 'unavailable',
    });
    isAway = false;
    expect((await reading(tabOf('summaryAcu'), 'acu')).told.kind).toBe('summary');
  });
});
