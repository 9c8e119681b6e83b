import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseSamples, scrape, withMetrics } from '../support/metrics/scrape.ts';
import { faultPointNames, type PlannedFault } from './fault-points.ts';
import { type FaultyBot, startFaultyBot } from './faulty-bot.ts';
import { createLeakObserver } from './leak-observer.ts';
import { faultsByPath, hangsByPath, faultName, pairFaults, type ReportPath } from './planned-faults.ts';
import { isLong, createTally } from './tally.ts';

const ways = ['send', 'add', 'later'] as const satisfies readonly ReportPath[];
const pairsOfShortForm = 8;

describe('nothing is lost, nothing is done twice, and nobody is given away', () => {
  const tally = createTally();
  let usual: FaultyBot;
  let hasty: FaultyBot;
  beforeAll(async () => {
    const environment = { ALERT_TIMING: 'atOnce', ALERT_POLL_SECONDS: '3600', ...withMetrics };
    usual = await startFaultyBot(tally, { environment });
    // A post that a busy machine answers late is posted again, and rightly: that one gets longer.
    hasty = await startFaultyBot(tally, { environment, timeouts: { answerMs: 700, postMs: 6_000 } });
  });
  afterAll(async () => {
    await Promise.all([usual.bot.stop(), hasty.bot.stop()]);
    for (const [point, times] of usual.faults.hits) tally.add(`faults that struck ${point}`, times);
    tally.write('Faults at every await');
  });

  /** The promises that were broken, each by its way and its faults. Metrics, log and doctor are looked through as well. */
  async function brokenBy(
    bot: FaultyBot,
    way: ReportPath,
    tried: readonly (readonly PlannedFault[])[],
  ): Promise<string[]> {
    const found: string[] = [];
    const outside = createLeakObserver(bot);
    for (const planned of tried) {
      await bot.try(way, planned).catch((error: unknown) => {
        bot.faults.clear();
        found.push(`${planned.map(faultName).join(' and ')}: ${error instanceof Error ? error.message : 'thrown'}`);
      });
      await outside.look(...planned);
      tally.add('faults in which metrics, log and doctor said nothing of anybody');
    }
    await outside.expectNobody();
    return found;
  }

  it.each(ways)('by %s, whatever fails once', async (way) => {
    expect(
      await brokenBy(
        usual,
        way,
        faultsByPath[way].map((one) => [one]),
      ),
    ).toEqual([]);
  });

  it.each(ways)('by %s, whatever two things fail', async (way) => {
    expect(await brokenBy(usual, way, pairFaults(way, isLong ? Infinity : pairsOfShortForm))).toEqual([]);
  });

  it.each(ways)('by %s, whatever never answers', async (way) => {
    expect(
      await brokenBy(
        hasty,
        way,
        hangsByPath[way].map((one) => [one]),
      ),
    ).toEqual([]);
  });

  it('is counted all the same', async () => {
    const failed = parseSamples(await scrape(usual.bot)).filter(({ labels: { event } }) => event === 'failed');
    expect(failed.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(10);
  });

  it('struck every point', () => {
    const elsewhere = ['connector', 'dayKeys.add', 'dayKeys.read'];
    // `upload-faults.test.ts` strikes those of files.
    const missed = faultPointNames.filter((point) => !usual.faults.hits.has(point) && !point.startsWith('files.'));
    expect(missed.filter((point) => !elsewhere.includes(point))).toEqual([]);
  });
});
