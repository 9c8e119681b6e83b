import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { resumeAfterRestore, pauseAfterRestore, pauseLines } from '../../cli/restore.ts';
import { addDays, toDay } from '../../core/model/calendar.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { backUpSqlite, restoreSqlite } from '../../storage/sqlite/backup.ts';
import { translate } from '../../words/cards/translate.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';
import {
  briefing,
  createCampaignForToday,
  runCampaigns,
  runCampaignsUntil,
} from '../support/campaigns/bot-campaign.ts';

const people = 12;
const rounds = 20;

const bot = setUpBot({ entryPoint: 'dialog', environment: { DAILY_COUNT_HOUR: '0', ACKNOWLEDGE_TARGET_DAYS: '4' } });
let path: string;
beforeEach(() => {
  path = join(bot.folder, 'candour.db');
});

const tending = { tasks: ['campaigns', 'campaignSending', 'regularPosts', 'owedWelcomes'], stepMs: 1_000 } as const;
const tend = (): Promise<void> => runCampaigns(bot, tending);
const until = (isSo: () => boolean): Promise<void> => runCampaignsUntil(bot, isSo, tending);
/** The posts that hold some words, and how many each place has. */
function holding(words: string): ReadonlyMap<string, number> {
  const many = new Map<string, number>();
  for (const { conversationId, activity } of bot.connector.posts)
    if (JSON.stringify(activity).includes(words)) many.set(conversationId, (many.get(conversationId) ?? 0) + 1);
  return many;
}
const sum = (many: ReadonlyMap<string, number>): number => [...many.values()].reduce((all, one) => all + one, 0);
const counts = (): number => sum(holding(translate('en', 'alert.dailyCount')));

async function campaignOf(): Promise<void> {
  for (let one = 0; one < people; one += 1) await createTeamsClient(bot, newPerson('en-GB')).install();
  await createTeamsClient(bot, newPerson('en-GB', developmentPeople.writer)).say('campaign here', {
    channelId: briefing,
    teamId: '19:team@thread.tacv2',
  });
  await bot.store().campaigns.write(createCampaignForToday(bot), undefined, []);
}

async function lateCase(): Promise<void> {
  const record = createCase({ receivedOn: addDays(toDay(bot.clock.now(), 'Europe/London'), -60) });
  const alert = createAlert(record.caseId, { state: 'posted' });
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
  // The count of this day was over with before there was a case.
  const standing = await bot.store().scheduledPosts.read({ what: 'dailyCount', of: 'acu' });
  if (standing?.value) await bot.store().scheduledPosts.write({ ...standing.value, posted: [] }, standing.version);
}

/** Sends all that is due after a copy was made, and puts that copy back. */
async function sentAndRestored(): Promise<void> {
  await campaignOf();
  await lateCase();
  await backUpSqlite(path, `${path}.copy`);
  await until(() => sum(holding('Item to-chats')) === people && sum(holding('Item to-channels')) === 1 && counts() > 0);
  for (const end of ['', '-wal', '-shm']) renameSync(`${path}${end}`, `${path}.lost${end}`);
  restoreSqlite(`${path}.copy`, path, `${path}.aside`, 'production', bot.clock.now());
  await bot.restart();
}

async function ready(): Promise<unknown> {
  bot.clock.forward(10_000);
  return (await fetch(new URL('/readyz', bot.endpoint()))).json();
}

describe('a store that is put back from a copy', () => {
  it('sends nobody again what they got since the copy was made, and says so, until somebody lets it go on', async () => {
    await sentAndRestored();
    const counted = counts();
    for (let round = 0; round < rounds; round += 1) await tend();
    expect(Math.max(...holding('Item to-chats').values())).toBe(1);
    expect(sum(holding('Item to-channels'))).toBe(1);
    expect(counts()).toBe(counted);
    expect(await ready()).toEqual({ status: 'ready', restored: 'paused' });
    // The admins are told as long as it is so, once a day, without anything that somebody wrote.
    const told = () => holding(translate('en', 'target.restoredHeading'));
    for (let looks = 0; looks < 2; looks += 1) await bot.run('unseenCases');
    expect([...told()]).toEqual([[expect.stringContaining(channels.admins), 1]]);
    expect(
      JSON.stringify(bot.connector.posts.filter(({ conversationId }) => told().has(conversationId))),
    ).not.toContain('Autumn');
    expect(bot.log.filter((line) => line.includes('"event":"restorePaused"'))).toHaveLength(1);
    const said = (await pauseLines(bot.store())).join('\n');
    expect(said).toContain('“Autumn”');
    expect(said).toContain('--go-on');

    // Somebody who knows that it arrived cancels it in the tab first.
    const [standing] = await bot.store().campaigns.list();
    if (standing === undefined) throw new Error('no campaign');
    const cancelled = { ...standing.value, state: 'cancelled' as const };
    const owed = ['to-chats', 'to-channels'].map((item) => ({ what: 'cancel' as const, item }));
    await bot.store().campaigns.write({ ...cancelled, owed }, standing.version, []);
    await tend();
    await resumeAfterRestore(bot.store());
    bot.clock.forward(10_000);
    for (let round = 0; round < rounds; round += 1) await tend();
    expect(Math.max(...holding('Item to-chats').values())).toBe(1);
    expect(await ready()).toEqual({ status: 'ready' });
    expect(await pauseLines(bot.store())).toEqual(['Nothing is waiting because of a restore.']);
  });

  it('goes on with what nobody got when somebody says so', async () => {
    await campaignOf();
    await pauseAfterRestore(bot.store(), bot.clock.now);
    bot.clock.forward(10_000);
    for (let round = 0; round < rounds; round += 1) await tend();
    expect(sum(holding('Item to-'))).toBe(0);
    expect(await resumeAfterRestore(bot.store())).toContain('resume');
    bot.clock.forward(10_000);
    await until(() => sum(holding('Item to-chats')) === people && sum(holding('Item to-channels')) === 1);
    expect(Math.max(...holding('Item to-chats').values())).toBe(1);
  });
});
