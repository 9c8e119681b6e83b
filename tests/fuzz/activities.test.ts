import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTally } from '../support/access/tally.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { heldNow, slopeOf } from './heap.ts';
import { mark, mutated } from './mutations.ts';
import { anyBodyOf, badHeaderBeside } from './odd-requests.ts';
import { recordActivities } from './recorded.ts';
import { reflectedIn } from './reflected.ts';
import { mostKept, rounds, runs, tryAll } from './runs.ts';
import { movesOfVisit } from './whole-visit.ts';

const tried = createTally();
const times: number[] = [];
let bot: RunningBot;
let authorization: string;
let recorded: readonly string[];
async function post(body: BodyInit, headers: Readonly<Record<string, string>> = { authorization }) {
  // At a pace that nobody is asked to wait for.
  bot.clock.forward(600);
  const began = performance.now();
  const response = await fetch(bot.endpoint(), { method: 'POST', headers, body });
  const text = await response.text();
  times.push(performance.now() - began);
  tried.add(`answered ${response.status}`);
  return { status: response.status, text };
}

/** Expects an answer, without a fault of ours and without a word of what was sent where no own words stand. */
async function expectCalm(body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<void> {
  const { status, text } = await post(body, headers);
  expect([200, 400, 401, 403, 413]).toContain(status);
  expect(reflectedIn(text)).toEqual([]);
}

afterAll(() => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  tried.print();
  process.stdout.write(`  answered in ms: median ${at(0.5)}, 99 in 100 ${at(0.99)}, slowest ${at(1)}\n`);
});

describe.each(rounds)('the bot, sent what no client sends (%i),', () => {
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    authorization = await bot.authorization();
    recorded = await recordActivities(bot);
  });
  afterAll(() => bot.stop());

  it('was tried with every kind of activity and every button that people use', () => {
    const sent = recorded.join('\n');
    for (const part of ['installationUpdate', 'conversationUpdate', 'message', 'invoke']) expect(sent).toContain(part);
    for (const verb of ['show', 'open', 'move', 'week', 'summary', 'acknowledge'])
      expect(sent).toContain(`"verb":"${verb}"`);
    for (const name of ['adaptiveCard/action', 'task/fetch', 'task/submit']) expect(sent).toContain(name);
    for (const move of movesOfVisit) expect(sent).toContain(`"move":"${move}"`);
    expect(recorded.length).toBeGreaterThan(40);
  });

  it('answers changed activities calmly, in bounded memory', async () => {
    const points: [number, number][] = [];
    let count = 0;
    await tryAll(mutated(recorded), async (body) => {
      await expectCalm(body);
      count += 1;
      if (count % Math.ceil(runs / 10) === 0) points.push([count, heldNow()]);
    });
    const slope = slopeOf(points.slice(2));
    process.stdout.write(`  held after each activity, the fakes' notes included: ${slope.toFixed(0)} bytes\n`);
    expect(slope).toBeLessThan(mostKept);
  });

  it('answers cards whose buttons say and send something else calmly', async () => {
    const invokes = recorded.filter((body) => body.includes('"type":"invoke"'));
    await tryAll(mutated(invokes, 'value'), (body) => expectCalm(body));
  });

  it('answers any JSON, any text and any bytes calmly', async () => {
    await tryAll(anyBodyOf(recorded), (body) => expectCalm(body));
  });

  it('lets nobody in by any header', async () => {
    // An alert may still come by itself.
    const inChats = () => bot.connector.posts.filter(({ conversationId }) => conversationId.startsWith('a:')).length;
    const before = inChats();
    const [first = ''] = recorded;
    await tryAll(badHeaderBeside(authorization), async (value) => {
      const { status, text } = await post(first, { authorization: value });
      expect([status, text]).toEqual([401, '{"code":"notAuthorised"}']);
    });
    expect(inChats()).toBe(before);
  });

  it('has logged no word of it, and takes a report as before', async () => {
    expect(bot.log.join('')).not.toContain(mark);
    expect(bot.log.filter((line) => /answerFailed|crashed/u.test(line))).toEqual([]);
    // A message whose conversation was changed cannot be answered: the channel refuses the post.
    tried.add('log lines of refused posts', bot.log.filter((line) => line.includes('turnFailed')).length);
    const reporter = await newReporter(bot);
    await sendFullReport(reporter, reporter.report);
    const { report } = await decryptSavedReport(bot, await readSavedCase(bot, reporter.teams.card()));
    expect(report.answers).toEqual(reporter.report);
  });
});
