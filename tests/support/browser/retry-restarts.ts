import type { APIResponse, Route } from 'playwright-core';
import type { RunningBot } from '../journeys/running-bot.ts';

/**
 * The bot's answer to what a page asks for, at `path`. What a restart of the server cuts off is asked again of the one
 * that comes after, as a load balancer has it, so that what a page loads by itself meanwhile is not a matter of luck.
 * Throws where the bot does not answer though it was not started again.
 */
export async function fetchThroughRestarts(
  bot: Pick<RunningBot, 'endpoint' | 'started'>,
  route: Route,
  path: string,
): Promise<APIResponse> {
  for (;;) {
    await bot.started();
    const asked = bot.endpoint();
    try {
      return await route.fetch({ url: new URL(path, asked).href, maxRedirects: 0 });
    } catch (error) {
      await bot.started();
      if (bot.endpoint() === asked) throw error;
    }
  }
}
