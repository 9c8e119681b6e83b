import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDeliveryRun, planBatch } from '../../core/model/delivery.ts';
import { toSurveyCounts } from '../../core/model/survey-week.ts';
import { subscriberId } from '../../core/model/subscriber.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import {
  newReporter,
  type Reporter,
  sendShortReport,
  sendFullReport,
  comeBackAndAdd,
} from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { createSurveyCampaign } from '../support/core/survey-campaign.ts';
import { parseTestWeek } from '../support/summary/figures.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

/** What is kept of everybody, or counted of them. */
const tables = ['reach', 'delivery_runs', 'delivery_parts', 'campaigns', 'campaign_events', 'pulse'];
const containers = ['reach', 'deliveries'];
/** Paused: nobody is sent anything while others report. */
const run = { ...newDeliveryRun({ id: 'spring', kind: 'send' }), state: 'paused' as const };

const campaign = { ...createSurveyCampaign('2026-11-25'), state: 'ended' as const };
const week = parseTestWeek('2026-W48');

/** Rows and counters as a store hands them out, with their versions. */
async function keptOf(bot: RunningBot, people: readonly string[]): Promise<string> {
  const store = bot.store();
  const kept = {
    reach: await store.subscribers.page(undefined, 1_000),
    run: await store.deliveryRuns.read(run.id),
    part: await store.deliveryBatches.read(run.id, 0),
    campaigns: await store.campaigns.list(),
    pulse: await store.surveyCounters.listWeeks(campaign.id),
  };
  expect(kept.reach.map(({ value }) => value.id).sort()).toEqual([...people].sort());
  return JSON.stringify(kept);
}

/** The rows of the file themselves, where there is one. */
function bytesOf(bot: RunningBot): string {
  const { store } = bot.settings;
  if (bot.cosmos !== undefined || store.kind !== 'sqlite') return '';
  const database = new DatabaseSync(store.path, { readOnly: true });
  const rows = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return JSON.stringify(rows);
}

/** The writes that reached containers of everybody. */
const writesTo = (bot: RunningBot): number =>
  (bot.cosmos?.requests ?? []).filter(
    ({ method, path, headers }) =>
      method !== 'GET' &&
      headers['x-ms-documentdb-isquery'] === undefined &&
      headers['x-ms-cosmos-is-query-plan-request'] === undefined &&
      containers.some((name) => path.includes(`/colls/${name}/`)),
  ).length;

describe.each([
  ['dialog', 'sqlite'],
  ['dialog', 'cosmos'],
  ['chat', 'sqlite'],
] as const)('beside the %s door, in %s, what is kept of everybody', (entryPoint, store) => {
  const [reports, doesNot] = [newPerson('cy-GB'), newPerson()];
  let bot: RunningBot;
  let beside: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint, store });
    beside = await startBot({ entryPoint, store });
  });
  afterAll(() => Promise.all([bot.stop(), beside.stop()]));

  async function setUp(one: RunningBot): Promise<readonly Reporter[]> {
    const people = [await newReporter(one, reports), await newReporter(one, doesNot)];
    const ids = [reports, doesNot].map(({ conversationId }) => ({ id: subscriberId(conversationId) }));
    await one.store().campaigns.write(campaign, undefined, []);
    await one
      .store()
      .surveyCounters.add({ campaign: campaign.id, phase: 'before', week, counts: toSurveyCounts({ trust: 'none' }) });
    await one.store().deliveryRuns.write(run, undefined);
    await one.store().deliveryBatches.write([{ value: planBatch(run.id, 0, ids), expectedVersion: undefined }]);
    return people;
  }

  it('is the same to the byte whoever reports, comes back and adds, and whoever does not', async () => {
    const [reporter] = await setUp(bot);
    await setUp(beside);
    if (reporter === undefined) throw new Error('nobody came');
    const { teams, report, canary } = reporter;
    const people = [reports, doesNot].map(({ conversationId }) => subscriberId(conversationId));
    if (store === 'cosmos') expect(writesTo(bot)).toBeGreaterThan(0);
    const before = { kept: await keptOf(bot, people), bytes: bytesOf(bot), writes: writesTo(bot) };

    await sendFullReport(reporter, report);
    await comeBackAndAdd(teams, parseCardCode(teams.card()), `And again. ${canary}`);
    bot.clock.forward(3_600_000);
    await teams.say('guidance');
    await teams.say(`urgent: something I saw ${canary}`);
    const page = createPageClient(bot.tab({ objectId: reports.objectId, name: reports.name }), 'cy');
    await sendShortReport({ teams: page }, report);
    await comeBackAndAdd(page, parseCardCode(page.card()), `From the page. ${canary}`);

    expect({ kept: await keptOf(bot, people), bytes: bytesOf(bot), writes: writesTo(bot) }).toEqual(before);
    assertAbsent('what is kept of everybody', `${before.kept}${before.bytes}`, [
      canary,
      ...[reports, doesNot].flatMap(({ objectId, name, userId }) => [objectId, name, userId]),
    ]);

    // Beside a bot where the same two came and nobody reported, but for versions, which are drawn, and the day.
    const rowsOf = async (one: RunningBot) =>
      (await one.store().subscribers.page(undefined, 1_000)).map(({ value: { serviceUrl: _its, ...row } }) => row);
    const partOf = async (one: RunningBot) => (await one.store().deliveryBatches.read(run.id, 0))?.value;
    expect(JSON.stringify(await rowsOf(bot))).toBe(JSON.stringify(await rowsOf(beside)));
    expect(JSON.stringify(await partOf(bot))).toBe(JSON.stringify(await partOf(beside)));
  });
});
