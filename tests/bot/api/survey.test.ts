import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Role, roles } from '../../../core/model/roles.ts';
import { translate } from '../../../words/cards/translate.ts';
import {
  repeatAnswers,
  createSurveyWeek,
  surveyedCampaign,
  saveSurvey,
  lastWeek,
  thisWeek,
} from '../../support/core/survey-weeks.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpBot({ entryPoint: 'dialog' });
beforeEach(async () => {
  await saveSurvey(bot.store());
});

const asked = { campaign: surveyedCampaign.id, language: 'en' } as const;
const tabOf = (...of: readonly Role[]) => {
  bot.clock.forward(1_000);
  return bot.tab({ objectId: randomUUID(), roles: [...of] });
};
const read = async (language: 'en' | 'cy' = 'en') => {
  const told = await tabOf('communications').call('campaigns.readPulse', { ...asked, language });
  if (told.kind !== 'pulse') throw new Error(told.kind);
  return told;
};
/** The clock comes to a moment, and everybody has seen it come. */
const comeTo = (moment: string) => bot.clock.forward(Date.parse(moment) - bot.clock.now().getTime());
const refused = { status: 403, text: '{"code":"refused"}' };

describe('a pulse at the page', () => {
  it('is told to those who write and approve campaigns, and refused alike to everybody else', async () => {
    const told = await read();
    expect(await tabOf('admin').call('campaigns.readPulse', asked)).toEqual(told);
    const others = roles.filter((role) => role !== 'communications' && role !== 'admin');
    expect(others.length).toBeGreaterThan(4);
    for (const role of others) {
      expect({ role, ...(await tabOf(role).send('campaigns.readPulse', asked)) }).toMatchObject({ role, ...refused });
    }
    expect(await tabOf().send('campaigns.readPulse', asked)).toMatchObject(refused);
    expect(bot.log.join('\n')).not.toContain('%');
  });

  it('is told to nobody without a token, and to no stranger', async () => {
    const nobody = await tabOf().send('campaigns.readPulse', asked, '');
    const stranger = bot.tab({ objectId: randomUUID(), roles: ['admin'], claims: { tid: randomUUID() } });
    const forged = `Bearer ${await bot.entra.forgedToken('otherKey', { objectId: randomUUID(), roles: ['admin'] })}`;
    expect(nobody.status).toBe(401);
    expect((await stranger.send('campaigns.readPulse', asked)).status).toBe(401);
    expect((await tabOf().send('campaigns.readPulse', asked, forged)).status).toBe(401);
  });

  it('is refused of a campaign that is not there as to those who may not see it, and not read from odd answers', async () => {
    const tab = tabOf('communications');
    expect(await tab.send('campaigns.readPulse', { ...asked, campaign: 'f'.repeat(16) })).toMatchObject(refused);
    for (const odd of [
      {},
      { ...asked, campaign: '../x' },
      { ...asked, campaign: 'constructor' },
      { ...asked, language: 'fr' },
      { ...asked, week: thisWeek },
      '[',
    ]) {
      bot.clock.forward(1_000);
      expect((await tab.send('campaigns.readPulse', odd)).status).toBe(400);
    }
  });

  it('is in words of either language, before and after beside each other, with how far a share may be off', async () => {
    const { tables, notes } = await read();
    expect(tables.map(({ title }) => title)).toEqual(
      (['pulse.gladly', 'pulse.records', 'pulse.invited', 'pulse.trust'] as const).map((key) => translate('en', key)),
    );
    const [gladly, , , trust] = tables;
    expect(gladly?.columns).toEqual(['Answer', 'Before', 'After', 'Change']);
    expect(gladly?.rows).toEqual([
      ['Approximate number of answers', '690', '610', '–'],
      ['Report it', '40%, plus or minus 10', '100%, plus or minus 10', 'more'],
      ['Ask someone for advice first', '40%, plus or minus 10', '0%, plus or minus 10', 'fewer'],
      ['Do nothing', '20%, plus or minus 10', '0%, plus or minus 10', 'fewer'],
    ]);
    expect(trust?.rows.map(([, , after, change]) => [after, change])).toEqual([
      ['too few answers yet (20 needed)', '–'],
      ...Array.from({ length: 4 }, () => ['–', 'not clear']),
    ]);
    expect(notes.join(' ')).toMatch(
      /may not be the same people\. .* counted twice\. .* mixed with random answers before/u,
    );
    expect(notes.join(' ')).toContain('Results cover weeks up to 22 November 2026.');
    const welsh = await read('cy');
    expect(welsh.tables.map(({ rows }) => rows.length)).toEqual([4, 4, 4, 5]);
    expect(JSON.stringify(welsh)).toContain('plws neu finws 10');
    expect(JSON.stringify(welsh)).not.toMatch(/plus or minus|Before|chance/u);
  });

  it('says nothing of the week that runs, nor of one that has been over for less than an hour', async () => {
    const told = await read();
    const more = repeatAnswers(200, { gladly: 'leave', records: 'leave', invited: 'leave', trust: 'none' });
    await bot.store().surveyCounters.add(createSurveyWeek(thisWeek, 'after', more));
    expect(await read()).toEqual(told);
    comeTo('2026-11-30T00:59:00Z');
    expect(await read()).toEqual(told);
    comeTo('2026-11-30T01:00:00Z');
    expect((await read()).tables).not.toEqual(told.tables);
  });

  it('says week after week the same, byte for byte, until twenty more have answered', async () => {
    const told = await read();
    const weeks = ['2026-W48', '2026-W49', '2026-W50'];
    const mondays = ['2026-11-30', '2026-12-07', '2026-12-14'];
    const one = { gladly: 'leave', records: 'leave', invited: 'leave' } as const;
    for (const [at, count] of [1, 18, 1].entries()) {
      await bot.store().surveyCounters.add(createSurveyWeek(weeks[at] ?? '', 'after', repeatAnswers(count, one)));
      comeTo(`${mondays[at]}T02:00:00Z`);
      const isStep = at === 2;
      expect(JSON.stringify((await read()).tables) === JSON.stringify(told.tables)).toBe(!isStep);
    }
  });

  it('is told without a week that cannot be read, and with all others', async () => {
    await bot.store().surveyCounters.add(createSurveyWeek('2026-W46', 'after', repeatAnswers(40, { trust: 'fully' })));
    const told = await read();
    const database = new DatabaseSync(join(bot.folder, 'candour.db'));
    database.prepare(`UPDATE pulse SET record = '{"counts":' WHERE week = ?`).run(lastWeek);
    database.close();
    const { tables } = await read();
    const answers = (of: typeof tables) => of.map(({ rows: [first] }) => first?.slice(1, 3));
    expect(answers(tables).map((each) => each?.[0])).toEqual(answers(told.tables).map((each) => each?.[0]));
    expect(answers(tables)[0]).toEqual(['690', 'too few answers yet (20 needed)']);
    expect(answers(tables)[3]?.[1]).toMatch(/^\d+$/u);
  });

  it('waits while the clock is in doubt, by which the week that runs would be over', async () => {
    await bot.store().surveyCounters.add(createSurveyWeek(thisWeek, 'after', repeatAnswers(200, { gladly: 'leave' })));
    bot.clock.set(8 * 86_400_000);
    expect(await tabOf('admin').call('campaigns.readPulse', asked)).toEqual({ kind: 'notNow' });
  });
});
