import { describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { newReporter, type Reporter, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { withMetrics } from '../support/metrics/scrape.ts';
import type { StoreFault } from './fault-points.ts';
import { createLeakObserver } from './leak-observer.ts';
import { setUpFaultyBot } from './set-up-faulty-bot.ts';

const faults = [undefined, 'unavailable', 'unknown', 'unknownDone', 'conflict'] as const satisfies readonly (
  | StoreFault
  | undefined
)[];

describe('a press that Teams delivers twice', () => {
  const faulty = setUpFaultyBot('Delivered twice', {
    environment: { ALERT_TIMING: 'atOnce', ALERT_POLL_SECONDS: '3600', ...withMetrics },
  });

  describe.each(['sameId', 'newId'] as const)('with %s', (id) => {
    it.each([0, 30_000])('after %d ms is one case with one alert, whatever became of the first', async (afterMs) => {
      const outside = createLeakObserver(faulty);
      for (const fault of faults) {
        const planned = fault === undefined ? [] : [{ point: 'cases.create', fault } as const];
        await faulty.try('send', planned, { redelivery: { id, afterMs } });
        await outside.look(...planned);
      }
      await outside.expectNobody();
    });
  });

  /** An hour before midnight, after which there is another day's key. */
  async function toCode(): Promise<Reporter & { readonly stands: () => Promise<boolean> }> {
    const { clock } = faulty.bot;
    const midnight = Math.ceil(clock.now().getTime() / 86_400_000) * 86_400_000;
    clock.forward(midnight - clock.now().getTime() - 3_600_000);
    const reporter = await newReporter(faulty.bot);
    await reporter.teams.press('report');
    await goToStep(reporter.teams, reporter.report, 'code');
    const code = parseReturnCode(parseCardCode(reporter.teams.card()));
    const stands = async () =>
      code !== undefined && (await faulty.bot.store().cases.read(deriveCaseId(code))) !== undefined;
    return { ...reporter, stands };
  }

  it('claims nothing where the receipt cannot be sealed, though the report stands, and shows it on the next press', async () => {
    const { bot } = faulty;
    const { teams, stands } = await toCode();
    const kept = teams.keep();
    bot.clock.forward(2 * 3_600_000);
    faulty.faults.next({ point: 'dayKeys.add', fault: 'unavailable' });
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'notice.unavailable'));
    expect(await stands()).toBe(true);
    teams.holdUp(kept);
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
  });

  it('claims nothing where a card cannot be opened, and goes on from the same card', async () => {
    const { teams, stands } = await toCode();
    const kept = teams.keep();
    faulty.bot.clock.forward(2 * 3_600_000);
    await faulty.bot.restart();
    faulty.faults.next({ point: 'dayKeys.read', fault: 'unavailable' });
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'notice.unavailable'));
    expect(await stands()).toBe(false);
    teams.holdUp(kept);
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
  });
});
