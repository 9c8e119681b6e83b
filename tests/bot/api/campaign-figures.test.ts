import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreError } from '../../../core/ports/store-error.ts';
import { type Role, roles } from '../../../core/model/roles.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import { trueFigures } from '../../support/summary/publication-fixture.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import type { TabClient } from '../../support/journeys/tab-client.ts';

const weeks = {
  '2026-W30': { kind: { boundaries: 20, bribery: 3 }, outcome: { misconduct: 11, duplicate: 2 }, inTime: 0.5 },
  '2026-W33': { kind: { boundaries: 19 }, outcome: { noFurtherAction: 24 }, inTime: 1 },
} as const;

describe.each(['sqlite', 'cosmos'] as const)('the figures of "You said, we did" with %s', (store) => {
  let bot: RunningBot;
  let isAway = false;
  let isDamaged = false;
  beforeAll(async () => {
    bot = await startBot({
      entryPoint: 'dialog',
      store,
      environment: { ACKNOWLEDGE_TARGET_DAYS: '3' },
      wrapParts: ({ store: own, seal }) => ({
        seal,
        store: {
          ...own,
          weeks: {
            ...own.weeks,
            read: async (week, handledBy) => {
              if (isAway) throw new StoreError('unavailable');
              const isStruck = isDamaged && week === '2026-W20';
              return isStruck
                ? { week, handledBy, figures: '{"v":2,"received":"many"}' }
                : own.weeks.read(week, handledBy);
            },
          },
        },
      }),
    });
    for (const [name, counts] of Object.entries(weeks)) {
      const week = parseTestWeek(name);
      await bot.store().weeks.freeze({ week, handledBy: 'acu', figures: JSON.stringify(trueFigures(week, counts)) });
    }
  });
  afterAll(() => bot.stop());
  beforeEach(() => {
    isAway = false;
    isDamaged = false;
    bot.clock.forward(60_000);
  });
  const tabOf = (...held: readonly Role[]): TabClient => bot.tab({ objectId: randomUUID(), roles: [...held] });
  const issued = async () => JSON.stringify(await bot.store().publications.all());

  it('are said to be damaged where those of a week are, and the log is told no more than that', async () => {
    isDamaged = true;
    const line = bot.log.length;
    expect(await tabOf('admin').call('campaigns.figures', { quarter: '2026-Q2' })).toEqual({ kind: 'damaged' });
    const lines = bot.log.slice(line).join('');
    expect(lines).toContain('FiguresError');
    expect(lines).not.toMatch(/many|summaryPulled/u);
    expect(await issued()).toBe('[]');
  });

  it('are those that wider readers are told, whoever asks first, and the same whenever somebody asks again', async () => {
    isAway = true;
    expect(await tabOf('communications').refusal('campaigns.figures', {})).toEqual({ code: 'unavailable' });
    isAway = false;
    expect(await issued()).toBe('[]');
    const line = bot.log.length;
    const told = await tabOf('communications').call('campaigns.figures', {});
    if (told.kind !== 'told') throw new Error(told.kind);
    const kept = await issued();
    expect(told.lines.map(({ words }) => words.en)).toEqual([
      'About 45 reports were received.',
      'About 30 of them were acknowledged in time.',
      'About 35 cases were closed.',
      'No further action: about 25.',
      'Misconduct investigation: about 10.',
    ]);
    const lines = bot.log.slice(line).join('');
    expect(lines).toContain('"event":"summaryPulled","audience":"wider"');
    expect(lines).not.toMatch(/about 45|Tua 45/iu);
    const wider = await tabOf('summaryWider').call('summaries.read', {
      audience: 'wider',
      language: 'en',
      period: told.quarter.name,
    });
    if (wider.told.kind !== 'summary') throw new Error(wider.told.kind);
    const cells = wider.told.summary.tables.flatMap(({ id, rows }) =>
      rows.map((row) => ({ id: `${id}.${row.id}`, cell: row.cells[0] })),
    );
    for (const { id, count } of told.lines) {
      expect(cells).toContainEqual({ id, cell: { kind: 'rounded', value: count } });
    }
    expect(JSON.stringify(told)).not.toMatch(/boundaries|bribery|duplicate/u);
    for (const role of ['communications', 'admin'] as const) {
      expect(await tabOf(role).call('campaigns.figures', {})).toEqual(told);
      expect(await tabOf(role).call('campaigns.figures', { quarter: '2026-Q3' })).toEqual(told);
    }
    expect(await issued()).toBe(kept);
  });

  it('are told to those who write or approve campaigns alone, and by no other operation to a writer', async () => {
    for (const role of roles) {
      const may = role === 'communications' || role === 'admin';
      expect({ role, status: (await tabOf(role).send('campaigns.figures', {})).status }).toEqual({
        role,
        status: may ? 200 : 403,
      });
    }
    expect((await tabOf().send('campaigns.figures', {})).status).toBe(403);
    const writer = tabOf('communications');
    for (const audience of ['acu', 'reserve', 'wider'] as const) {
      for (const period of ['2026-Q3', '2026-W30']) {
        expect((await writer.send('summaries.read', { audience, language: 'en', period })).status).toBe(403);
      }
    }
    expect((await writer.call('me', {})).summaries).toEqual([]);
  });

  it('are of the last quarter that is over or the one before, and of no week and no year', async () => {
    const kept = await issued();
    const writer = tabOf('communications');
    for (const quarter of ['2026-Q4', '2025-Q4', '1000-Q1', '9999-Q4']) {
      bot.clock.forward(1_000);
      expect(await writer.call('campaigns.figures', { quarter })).toMatchObject({ kind: 'tooOld' });
    }
    for (const body of [
      { quarter: '2026-W30' },
      { quarter: '2026-27' },
      { quarter: '2026-Q5' },
      { quarter: '2026-Q3\n' },
      { quarter: '2026-W30-to-2026-W33' },
      { quarter: 3 },
      { quarter: null },
      { audience: 'acu' },
      { period: '2026-Q3' },
      [],
      'nothing',
    ]) {
      bot.clock.forward(1_000);
      expect(await writer.send('campaigns.figures', body)).toMatchObject({ status: 400, text: '{"code":"odd"}' });
    }
    expect(await issued()).toBe(kept);
  });
});
