import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { translate } from '../../../words/cards/translate.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { channels, tenantId } from '../../support/journeys/bot-settings.ts';
import { type TeamsClient, createTeamsClient } from '../../support/journeys/teams-client.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const reasons = ['teamRemoved', 'channelRemoved', 'channelDeleted', 'teamDeleted', 'teamArchived'] as const;
const fixturesSchema = z.array(
  z.object({
    name: z.string(),
    does: z.enum([...reasons, 'found', 'nothing']),
    activity: z.record(z.string(), z.json()),
  }),
);
const fixtures = fixturesSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/teams-places.json'), 'utf8')),
);
const named = (does: (one: (typeof fixtures)[number]['does']) => boolean) =>
  fixtures.filter((one) => does(one.does)).map((one) => [one.name, one] as const);

const team = '19:unit@thread.tacv2';
const said: Readonly<Record<(typeof reasons)[number], WordKey>> = {
  teamRemoved: 'target.lostTeamRemoved',
  channelRemoved: 'target.lostChannelRemoved',
  channelDeleted: 'target.lostChannelDeleted',
  teamDeleted: 'target.lostTeamDeleted',
  teamArchived: 'target.lostTeamArchived',
};

const bot = setUpSharedBot({ entryPoint: 'dialog' });
let teams: TeamsClient;
beforeAll(() => {
  teams = createTeamsClient(bot, newPerson());
});

const targetIs = async (lost: boolean): Promise<void> => {
  const standing = await bot.store().targets.read('acu');
  if (standing) await bot.store().targets.write({ ...standing, teamId: team, lost });
};
const isLost = async () => (await bot.store().targets.read('acu'))?.lost;
const noticed = () =>
  bot.connector.posts
    .filter(({ conversationId }) => conversationId.startsWith(channels.admins))
    .map(({ activity }) => JSON.stringify(activity));

async function arrives({ activity }: (typeof fixtures)[number]): Promise<void> {
  const text = JSON.stringify(activity)
    .replaceAll('{{bot}}', teams.surroundings().botId)
    .replaceAll('{{tenant}}', tenantId)
    .replaceAll('{{team}}', team)
    .replaceAll('{{channel}}', channels.acu)
    .replaceAll('{{other}}', '19:elsewhere@thread.tacv2')
    .replaceAll('{{serviceUrl}}', bot.connector.serviceUrl);
  expect((await teams.send(JSON.parse(text))).status).toBe(200);
}

describe('what Teams says of places', () => {
  let before = 0;
  beforeEach(async () => {
    await targetIs(false);
    before = noticed().length;
  });

  it.each(named((does) => does !== 'found' && does !== 'nothing'))(
    'loses the channel by: %s, and the admins are told why',
    async (_name, fixture) => {
      await arrives(fixture);
      expect(await isLost()).toBe(true);
      const told = noticed().slice(before);
      expect(told).toHaveLength(1);
      const key = reasons.find((reason) => reason === fixture.does);
      expect(told[0]).toContain(translate('en', said[key ?? 'teamRemoved']));
    },
  );

  it.each(named((does) => does === 'nothing'))('loses nothing by: %s', async (_name, fixture) => {
    await arrives(fixture);
    expect(await isLost()).toBe(false);
    expect(noticed().slice(before)).toEqual([]);
  });

  it.each(named((does) => does === 'found'))('finds the channel again by: %s', async (_name, fixture) => {
    await targetIs(true);
    await arrives(fixture);
    expect(await isLost()).toBe(false);
  });

  it('loses nothing by an upgrade, in whatever order its two halves come', async () => {
    const upgrade = fixtures.filter(({ name }) => name.endsWith('-upgrade'));
    for (const half of [...upgrade, ...upgrade.toReversed()]) {
      await arrives(half);
      expect(await isLost()).toBe(false);
    }
  });
});

describe('an alert whose channel was lost', () => {
  it('is tried all the same, and the channel is found by the first post that arrives', async () => {
    await targetIs(true);
    const before = noticed().length;
    const record = createCase({ tenantId });
    const reference = formatCaseId(record.caseId);
    bot.connector.answerTo(reference, 403);
    const dueAt = bot.clock.now().toISOString();
    await bot.store().cases.create(record, createAlert(record.caseId, { dueAt }), [firstEvent(record.caseId)]);
    bot.postDueAlerts();
    await waitFor('a refused post', () => bot.log.find((line) => line.includes('"alertFailed"')));
    // They were told when it was lost: a post that is refused then is no news.
    expect(noticed().slice(before)).toEqual([]);
    bot.connector.answerTo(reference);
    bot.clock.forward(60_000);
    bot.postDueAlerts();
    await waitFor('the notice', () => noticed().slice(before)[0]);
    expect(countAlerts(bot, reference)).toBe(1);
    expect(await isLost()).toBe(false);
    expect(noticed().at(-1)).toContain(translate('en', 'target.foundHeading'));
    expect(bot.log.join('')).toContain('"targetFound"');
  });

  it('leaves as soon as the channel is found, however long it was to wait', async () => {
    await targetIs(true);
    const record = createCase({ tenantId });
    const dueAt = new Date(bot.clock.now().getTime() + 14 * 60_000).toISOString();
    const failing = createAlert(record.caseId, { dueAt, attempts: 9, lastFailure: 'http403' });
    await bot.store().cases.create(record, failing, [firstEvent(record.caseId)]);
    const added = fixtures.find(({ name }) => name === 'installationUpdate add');
    if (added) await arrives(added);
    await waitFor('the alert', () => countAlerts(bot, formatCaseId(record.caseId)) || undefined);
  });
});
