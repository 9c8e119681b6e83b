import { setUpShared } from '../support/set-up.ts';
import type { BotOptions } from '../support/journeys/running-bot.ts';
import { type FaultyBot, startFaultyBot } from './faulty-bot.ts';
import { createTally } from './tally.ts';

/** A bot whose parts fail as planned, one for the tests of a block. What was counted is written under a title at its end. */
export function setUpFaultyBot(title: string, options: Partial<BotOptions> = {}): FaultyBot {
  const tally = createTally();
  return setUpShared(
    () => startFaultyBot(tally, options),
    async ({ bot }) => {
      await bot.stop();
      tally.write(title);
    },
  );
}
