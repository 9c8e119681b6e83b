import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { newReporter, type Reporter, sendShortReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';

describe('the look for leaks', () => {
  let bot: RunningBot;
  let reporter: Reporter;
  beforeEach(async () => {
    bot = await startBot({ entryPoint: 'chat' });
    reporter = await newReporter(bot);
    await sendShortReport(reporter, reporter.report);
  });
  afterEach(() => bot.stop());

  const post = (conversation: string, text: string) =>
    fetch(`${bot.connector.serviceUrl}/v3/conversations/${conversation}/activities`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', text }),
    });

  it('finds none in a report that went as it should', () => {
    assertNoLeak(bot, reporter);
  });

  it.each(['utf8', 'base64', 'hex'] as const)('finds what somebody wrote in a file, as %s', async (guise) => {
    const words = Buffer.from(`${randomUUID()} ${reporter.canary} and more`);
    await writeFile(join(bot.folder, 'leak'), words.toString(guise));
    expect(() => assertNoLeak(bot, reporter)).toThrow();
  });

  it('finds who they are in a file and in a channel', async () => {
    await post('19:somewhere', `${reporter.teams.person.name} wrote`);
    expect(() => assertNoLeak(bot, reporter)).toThrow();
  });

  it('finds their words and their code even in their own chat', async () => {
    await post(reporter.teams.person.conversationId, reporter.canary);
    expect(() => assertNoLeak(bot, reporter)).toThrow();
  });

  it('looks at the receipt', () => {
    expect(() => assertNoLeak(bot, { ...reporter, canary: 'Your report is saved' })).toThrow();
  });

  it('finds their words in the log', async () => {
    const marked = await startBot({ entryPoint: 'chat' });
    try {
      expect(() => assertNoLeak(marked, { ...reporter, canary: 'started' })).toThrow();
    } finally {
      await marked.stop();
    }
  });
});
