import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplesIn, scrape, withMetrics } from '../support/metrics/scrape.ts';
import { points, type PlannedFault } from './fault-points.ts';
import { type FaultyBot, startFaultyBot } from './faulty-bot.ts';
import { fromOutside } from './from-outside.ts';
import { faultsOf, hangsOf, nameOf, pairsOf, type Way } from './planned-faults.ts';
import { isLong, newTally } from './tally.ts';

const ways = ['send', 'add', 'later'] as const satisfies readonly Way[];
const pairsOfShortForm = 8;

describe('nothing is lost, nothing is done twice, and nobody is given away', () => {
  const tally = newTally();
  let usual: FaultyBot;
  let hasty: FaultyBot;
  beforeAll(async () => {
    const environment = { ALERT_TIMING: 'atOnce', ALERT_POLL_SECONDS: '3600', ...withMetrics };
    usual = await startFaultyBot(tally, { environment });
    // A post that a busy machine answers late is posted again, and rightly: that one gets longer.
    hasty = await startFaultyBot(tally, { environment, patience: { answerMs: 700, postMs: 6_000 } });
  });
  afterAll(async () => {
    await Promise.all([usual.bot.stop(), hasty.bot.stop()]);
    for (const [point, times] of usual.faults.struck) tally.add(`faults that struck ${point}`, times);
    tally.write('Faults at every await');
  });

  /** The promises that were broken, each by its way and its faults. Metrics, log and doctor are looked through as well. */
  async function brokenBy(bot: FaultyBot, way: Way, tried: readonly (readonly PlannedFault[])[]): Promise<string[]> {
    const found: string[] = [];
    const outside = fromOutside(bot);
    for (const planned of tried) {
      await bot.try(way, planned).catch((error: unknown) => {
        bot.faults.clear();
        found.push(`${planned.map(nameOf).join(' and ')}: ${error instanceof Error ? error.message : 'thrown'}`);
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
        faultsOf[way].map((one) => [one]),
      ),
    ).toEqual([]);
  });

  it.each(ways)('by %s, whatever two things fail', async (way) => {
    expect(await brokenBy(usual, way, pairsOf(way, isLong ? Infinity : pairsOfShortForm))).toEqual([]);
  });

  it.each(ways)('by %s, whatever never answers', async (way) => {
    expect(
      await brokenBy(
        hasty,
        way,
        hangsOf[way].map((one) => [one]),
      ),
    ).toEqual([]);
  });

  it('is counted all the same', async () => {
    const failed = samplesIn(await scrape(usual.bot)).filter(({ labels: { event } }) => event === 'failed');
    expect(failed.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(10);
  });

  it('struck every point', () => {
    const elsewhere = ['connector', 'dayKeys.add', 'dayKeys.read'];
    const missed = points.filter((point) => !usual.faults.struck.has(point));
    expect(missed.filter((point) => !elsewhere.includes(point))).toEqual([]);
  });
});
