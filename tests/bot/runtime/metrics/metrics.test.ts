import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import packageJson from '../../../../package.json' with { type: 'json' };
import { metricTable, type Metric } from '../../../../bot/runtime/metrics/metric-table.ts';
import { jobNames } from '../../../../bot/runtime/scheduler.ts';
import { loadServerSettings } from '../../../../bot/config/server-settings.ts';
import { SealError } from '../../../../core/ports/seal.ts';
import { StoreError } from '../../../../core/ports/store-error.ts';
import { createCase, createAlert, firstEvent } from '../../../support/contracts/records.ts';
import { waitFor } from '../../../support/journeys/wait-for.ts';
import { newReporter, sendShortReport } from '../../../support/journeys/reporter.ts';
import { startBot } from '../../../support/journeys/running-bot.ts';
import { tenantId } from '../../../support/journeys/bot-settings.ts';
import { parseSamples, scrape, sampleValue, withMetrics } from '../../../support/metrics/scrape.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';
import { importedProjectPath } from '../../../support/imported-file.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let isStoreAway = false;
let isSealAway = false;
const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: withMetrics,
  wrapParts: ({ store, seal }) => ({
    seal: {
      ...seal,
      async seal(text, to) {
        if (isSealAway) throw new SealError('noRecipient');
        return await seal.seal(text, to);
      },
    },
    store: {
      ...store,
      async check() {
        if (isStoreAway) throw new StoreError('unavailable');
        return await store.check();
      },
    },
  }),
}));

async function statusOf(base: string, path: string): Promise<number> {
  const response = await fetch(new URL(path, base));
  // What is not read keeps its connection, and the server does not end.
  await response.text();
  return response.status;
}
/** Without the tries of the server's own, which come by the clock of the process. */
const withoutTries = (text: string): string => text.replaceAll(/^candour_store_check.*$/gmu, '');
const eventsIn = (text: string) =>
  parseSamples(text).filter(({ name, value }) => name === 'candour_events_total' && value);

describe('the numbers of a server', () => {
  it('are handed out at the address of the health checks, and never at the public one', async () => {
    const health = `http://127.0.0.1:${bot.healthPort() ?? 0}`;
    expect(await statusOf(health, '/metrics')).toBe(200);
    for (const path of ['/metrics', '/metrics/', '/METRICS', '/api/metrics', '/tab/metrics'])
      expect(await statusOf(bot.endpoint(), path)).toBe(404);
  });

  it('are those of the table, with labels from closed lists', async () => {
    await bot.run('selfCheck');
    const table = new Map<string, Metric>(Object.entries(metricTable));
    const samples = parseSamples(await scrape(bot));
    for (const { name, labels } of samples) {
      const metric = table.get(name.replace(/_(?:bucket|count|sum)$/u, ''));
      const { le: _step, ...others } = labels;
      expect([name, Object.keys(metric?.labels ?? {})]).toEqual([name, expect.arrayContaining(Object.keys(others))]);
      for (const [label, value] of Object.entries(others)) {
        const values = metric?.labels[label];
        if (values === 'ofThisServer') expect(value).toMatch(/^v?\d+\.\d+\.\d+$/u);
        else expect([name, label, values]).toEqual([name, label, expect.arrayContaining([value])]);
      }
    }
    const names = new Set(samples.map(({ name }) => name.replace(/_(?:bucket|count|sum)$/u, '')));
    expect([...names].sort()).toEqual(Object.keys(metricTable).sort());
    expect(samples.length).toBeLessThan(400);
  });

  it('are moved by no report, no receipt, no coming back and no alert', async () => {
    const before = withoutTries(await scrape(bot));
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, reporter.report);
    await reporter.teams.press('done');
    await reporter.teams.press('comeBack');
    await bot.run('alerts');
    expect(withoutTries(await scrape(bot))).toBe(before);
    const posts = bot.connector.posts.length;
    bot.clock.forward(hourMs);
    await waitFor('the alert is posted', () => {
      bot.postDueAlerts();
      return bot.connector.posts.length > posts || undefined;
    });
    await bot.run('selfCheck');
    const after = await scrape(bot);
    expect(eventsIn(after)).toEqual(eventsIn(before));
    for (const name of ['candour_alerts_overdue', 'candour_alerts_overdue_seconds', 'candour_alerts_failing'])
      expect([name, sampleValue(after, name)]).toEqual([name, 0]);
  });

  it('say how often strangers were refused once the hour is over, and of few once the day is', async () => {
    const refused = async () =>
      sampleValue(await scrape(bot), 'candour_events_total', { event: 'activityRefused', reason: 'token' }) ?? 0;
    const before = await refused();
    const knock = () => fetch(bot.endpoint(), { method: 'POST', headers: { authorization: 'Bearer x' } });
    for (let times = 0; times < 5; times += 1) await knock();
    expect(await refused()).toBe(before);
    bot.clock.forward(hourMs);
    expect(await refused()).toBe(before + 5);
    await knock();
    bot.clock.forward(hourMs);
    expect(await refused()).toBe(before + 5);
    bot.clock.forward(24 * hourMs);
    expect(await refused()).toBe(before + 6);
  });

  it('say that the store is away, and that it is back', async () => {
    isStoreAway = true;
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_store_ready')).toBe(0);
    isStoreAway = false;
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_store_ready')).toBe(1);
  });

  it('say that nothing can be sealed', async () => {
    isSealAway = true;
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_seal_ready')).toBe(0);
    isSealAway = false;
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_seal_ready')).toBe(1);
  });

  it('say that alerts are overdue, in bands, until they are posted', async () => {
    for (const minutes of [6, 20]) {
      const record = createCase({ tenantId });
      const dueAt = new Date(bot.clock.now().getTime() - minutes * minuteMs).toISOString();
      await bot.store().cases.create(record, createAlert(record.caseId, { dueAt }), [firstEvent(record.caseId)]);
    }
    await bot.run('alerts');
    const late = await scrape(bot);
    expect(sampleValue(late, 'candour_alerts_overdue')).toBe(1);
    expect(sampleValue(late, 'candour_alerts_overdue_seconds')).toBe(900);
    await bot.run('alerts');
    expect(sampleValue(await scrape(bot), 'candour_alerts_overdue')).toBe(0);
  });

  it('say nothing of alerts that have just come due', async () => {
    const record = createCase({ tenantId });
    const dueAt = new Date(bot.clock.now().getTime() - 4 * minuteMs).toISOString();
    const posts = bot.connector.posts.length;
    await bot.store().cases.create(record, createAlert(record.caseId, { dueAt }), [firstEvent(record.caseId)]);
    await bot.run('alerts');
    const text = await scrape(bot);
    expect(bot.connector.posts.length).toBe(posts + 1);
    expect(sampleValue(text, 'candour_alerts_overdue')).toBe(0);
    expect(sampleValue(text, 'candour_alerts_overdue_seconds')).toBe(0);
  });

  it('say that a channel does not take alerts', async () => {
    const record = createCase({ tenantId });
    const dueAt = bot.clock.now().toISOString();
    bot.connector.plan(503);
    await bot.store().cases.create(record, createAlert(record.caseId, { dueAt }), [firstEvent(record.caseId)]);
    await bot.run('alerts');
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_alerts_failing')).toBe(1);
    bot.clock.forward(20 * minuteMs);
    await bot.run('alerts');
    await bot.run('selfCheck');
    expect(sampleValue(await scrape(bot), 'candour_alerts_failing')).toBe(0);
  });

  it('say which work is late, and no more of when it was done', async () => {
    const late = async (task: string) => sampleValue(await scrape(bot), 'candour_task_late_seconds', { task });
    for (const task of jobNames) await bot.run(task);
    const tasks = parseSamples(await scrape(bot)).flatMap(({ labels: { task } }) => task ?? []);
    expect(tasks.sort()).toEqual([...jobNames].sort());
    expect(await late('guidance')).toBe(0);
    bot.clock.forward(17 * minuteMs);
    expect(await late('guidance')).toBe(900);
    expect(await late('drafts')).toBe(0);
    await bot.run('guidance');
    expect(await late('guidance')).toBe(0);
  });
});

describe('the library of the numbers', () => {
  const root = join(import.meta.dirname, '../../../..');

  it('is known to one room alone, and measures nothing by itself', () => {
    const { dependencies, devDependencies } = packageJson;
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.includes('opentelemetry'));
    expect(named.sort()).toEqual([
      '@opentelemetry/api',
      '@opentelemetry/exporter-prometheus',
      '@opentelemetry/sdk-metrics',
    ]);
    const rooms = ['bot', 'cli', 'core', 'dialogs', 'storage', 'crypto', 'summary'];
    const importing = rooms
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((one) => join(room, one)),
      )
      .filter((path) => path.endsWith('.ts') && readFileSync(join(root, path), 'utf8').includes("'@opentelemetry/"));
    const only = importedProjectPath(() => import('../../../../bot/runtime/metrics/metrics.ts'), import.meta.url);
    expect(importing).toEqual([only]);
    // Its exporter reads addresses from the environment and makes a server: its text alone is used.
    expect(readFileSync(join(root, only), 'utf8')).not.toContain('PrometheusExporter');
  });
});

describe('a server without metrics', () => {
  it('hands out none at any address', async () => {
    const other = await startBot({ entryPoint: 'dialog', environment: { HEALTH_PORT: '0' } });
    expect(await statusOf(`http://127.0.0.1:${other.healthPort() ?? 0}`, '/metrics')).toBe(404);
    expect(await statusOf(other.endpoint(), '/metrics')).toBe(404);
    await other.stop();
  });

  it('does not start with METRICS and no HEALTH_PORT: there is no address for them', () => {
    const wrong = () => loadServerSettings({ METRICS: 'yes' });
    expect(wrong).toThrow(expect.objectContaining({ settings: expect.arrayContaining(['HEALTH_PORT']) }));
    expect(() => loadServerSettings({ METRICS: 'yes', HEALTH_PORT: '1' })).toThrow(
      expect.objectContaining({ settings: expect.not.arrayContaining(['HEALTH_PORT', 'METRICS']) }),
    );
  });
});
