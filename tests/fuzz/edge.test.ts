import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTally } from '../support/access/tally.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { invokeActivity } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { type OpenConnections, openConnections } from './open-connections.ts';

const largestBody = 512 * 1024;
const tried = createTally();
let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'dialog' });
});
afterAll(async () => {
  await bot.stop();
  tried.print();
});

async function post(body: string): Promise<readonly [number, string]> {
  tried.add('bodies');
  bot.clock.forward(1_000);
  const headers = { authorization: await bot.authorization() };
  const response = await fetch(bot.endpoint(), { method: 'POST', headers, body });
  return [response.status, await response.text()];
}

describe('a body', () => {
  /** An activity that is as long as it is said to be, in bytes. */
  function bodyOf(bytes: number, letter: string): string {
    const { surroundings } = createTeamsClient(bot);
    const body = (text: string) =>
      JSON.stringify(invokeActivity(surroundings(), 'task/submit', { data: { candour: { verb: 'show' }, text } }));
    const room = bytes - Buffer.byteLength(body(''));
    const letters = Math.floor(room / Buffer.byteLength(letter));
    // Line ends between the fields fill up what no whole letter can.
    const text = body(letter.repeat(letters));
    return text.replace('{', `{${'\n'.repeat(bytes - Buffer.byteLength(text))}`);
  }

  it.each(['a', 'ŵ', '\u{1f6a8}'])('is read up to the limit, and refused a byte above it: of %j', async (letter) => {
    for (const [bytes, status] of [
      [largestBody - 1, 200],
      [largestBody, 200],
      [largestBody + 1, 413],
      [largestBody * 2, 413],
      [largestBody * 20, 413],
    ] as const) {
      const body = bodyOf(bytes, letter);
      expect(Buffer.byteLength(body)).toBe(bytes);
      const answer = await post(body).catch(() => [413, 'cut'] as const);
      expect(answer[0]).toBe(status);
    }
  });

  it('that says it is longer than it is, or shorter, harms nobody', async () => {
    const port = Number(new URL(bot.endpoint()).port);
    const head = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: ';
    const longer = await openConnections(port, 20, `${head}100\r\n\r\n{}`);
    const shorter = await openConnections(port, 20, `${head}2\r\n\r\n{}{}{}`);
    const huge = await openConnections(port, 20, `${head}99999999999999\r\n\r\n{}`);
    tried.add('bodies', 60);
    expect(await post('{}')).toEqual([400, '{"code":"notAnActivity"}']);
    for (const one of [longer, shorter, huge]) one.close();
  });
});

/** Reports while the connections stand. */
async function reportBeside(connections: OpenConnections): Promise<void> {
  const reporter = await newReporter(bot);
  await sendFullReport(reporter, reporter.report);
  const { report } = await decryptSavedReport(bot, await readSavedCase(bot, reporter.teams.card()));
  expect(report.answers).toEqual(reporter.report);
  connections.close();
}

describe('a report', () => {
  // With a token: without one the connection is cut off before its body.
  const begun = async (): Promise<string> =>
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: ${await bot.authorization()}\r\nContent-Length: 5000\r\n`;

  it.each([
    ['whose headers do not end', begun],
    ['whose body does not come', async () => `${await begun()}\r\n`],
    ['that were never used', async () => ''],
  ])('is taken while 1,000 connections stand open %s', async (_, text) => {
    const connections = await openConnections(Number(new URL(bot.endpoint()).port), 1_000, await text());
    expect(connections.standing()).toBe(1_000);
    await reportBeside(connections);
    tried.add('connections', 1_000);
  });

  it('is taken while 1,000 bodies come letter by letter', async () => {
    const connections = await openConnections(Number(new URL(bot.endpoint()).port), 1_000, `${await begun()}\r\n{`);
    const trickle = setInterval(() => connections.trickle(' '), 20);
    tried.add('slow bodies', 1_000);
    try {
      await reportBeside(connections);
    } finally {
      clearInterval(trickle);
    }
  });
});
