import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCaseId } from '../../core/model/case-id.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { newReporter, type Reporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { createFailingParts, thrownErrors, failingPartNames } from './failing-parts.ts';
import { isLong, createTally } from './tally.ts';
import { requestText, readFiles, marksFor, readRows } from './traces.ts';

const seen = createTally('leaks, in trouble');
const trouble = createFailingParts();
const dayMs = 86_400_000;
const doors = isLong ? (['dialog', 'chat'] as const) : (['dialog'] as const);

describe.each(doors)('what goes wrong by the %s door', (entryPoint) => {
  const start = (): Promise<RunningBot> =>
    startBot({
      entryPoint,
      environment: { ALERT_TIMING: 'atOnce' },
      wrapParts: trouble.wrapParts,
      // A busy machine needs most of this before a post is even sent.
      timeouts: { answerMs: 60_000, postMs: 10_000 },
    });
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await start();
  });
  afterAll(() => bot.stop());

  const identityOf = ({ teams: { person } }: Reporter): readonly string[] => [
    person.name,
    person.objectId,
    person.userId.slice(3),
    person.conversationId.slice(2),
  ];
  function expectNothingOf(reporter: Reporter, ...secrets: readonly string[]): void {
    const [, , , conversation = ''] = identityOf(reporter);
    const marks = [reporter.canary, ...secrets, ...identityOf(reporter)];
    assertAbsent('log', bot.log.join(''), marks);
    for (const { place, text } of [...readFiles(bot.folder), ...readRows(`${bot.folder}/candour.db`)])
      assertAbsent(place, text, marksFor(place, marks, conversation));
    const others = bot.connector.requests.filter(({ path }) => !path.includes(conversation));
    assertAbsent('connector', others.map(requestText).join('\n'), marks);
    for (const answer of reporter.teams.answers) assertAbsent('answer', answer, identityOf(reporter));
  }

  it.each(failingPartNames.flatMap((part) => Object.keys(thrownErrors).map((thrown) => [part, thrown] as const)))(
    'leaves nothing where %s throws %s full of words',
    async (part, name) => {
      const reporter = await newReporter(bot);
      const { teams, report, canary } = reporter;
      await sendShortReport(reporter, report);
      const code = parseCardCode(teams.card());
      await teams.press('done');
      const toMidnight = dayMs - (bot.clock.now().getTime() % dayMs);
      bot.clock.forward(toMidnight - 5 * 60_000);
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const secondCode = parseCardCode(teams.card());
      // A day's key is held in memory once it is known: another day asks for a new one.
      bot.clock.forward(10 * 60_000);
      trouble.fail(part, thrownErrors[name], canary);
      const before = trouble.thrownSoFar();
      try {
        await teams.press('later');
        if (currentStep(teams.card()) === 'code') await teams.press('send');
        const other = await newReporter(bot);
        await other.teams.press('comeBack');
        if (other.teams.card().inputs.some(({ id }) => id === 'code')) {
          other.teams.fill('code', code);
          await other.teams.press('next');
        }
        if (other.teams.card().inputs.some(({ id }) => id === 'addition')) {
          other.teams.fill('addition', other.canary);
          await other.teams.press('add');
        }
        // Whoever comes back with a code is shown no word of what was typed, whatever fails.
        assertAbsent('coming back', other.teams.answers.join('\n'), [canary]);
        expectNothingOf(other, canary);
      } finally {
        trouble.fail();
      }
      expect(trouble.thrownSoFar()).toBeGreaterThan(before);
      for (const one of [code, secondCode]) expectNothingOf(reporter, one, one.replaceAll('-', ''), one.toLowerCase());
      seen.add('parts that threw words');
    },
  );

  it.each([412, 500, 502, 403, 404, 'reset', 'hang', 'accept-then-reset', 'accept-then-hang', 429] as const)(
    'leaves nothing where the channel answers an alert with %s',
    async (answer) => {
      // An earlier alert, tried again, would be the one that is asked to wait, and then no other is tried.
      if (answer === 429) {
        await bot.stop();
        bot = await start();
      }
      const reporter = await newReporter(bot);
      bot.connector.plan(answer);
      await sendShortReport(reporter, reporter.report);
      const { record } = await readSavedCase(bot, reporter.teams.card());
      const code = parseCardCode(reporter.teams.card());
      const lines = bot.log.length;
      await waitFor('the alert is tried', () =>
        bot.connector.requests.find(({ body }) => body.includes(formatCaseId(record.caseId))),
      );
      await waitFor('the outcome is logged', () => bot.log.slice(lines - 1).find((line) => line.includes('alert')));
      expectNothingOf(reporter, code, code.replaceAll('-', ''));
      seen.add('channels that failed');
    },
  );

  it('leaves nothing of a request that it does not take, in its answer or in its log', async () => {
    const reporter = await newReporter(bot);
    const { canary, teams } = reporter;
    const origin = new URL(bot.endpoint()).origin;
    const good = { authorization: await bot.authorization(), 'content-type': 'application/json' };
    const whole = { ...teams.surroundings(), from: { id: canary, name: canary }, text: canary };
    const activity = (differences: object): string => JSON.stringify({ ...whole, type: 'message', ...differences });
    const tries: readonly (readonly [string, RequestInit])[] = [
      ['/api/messages', { method: 'POST', headers: good, body: `{"type":"message","text":"${canary}` }],
      ['/api/messages', { method: 'POST', headers: good, body: canary }],
      ['/api/messages', { method: 'POST', headers: good, body: JSON.stringify([canary]) }],
      ['/api/messages', { method: 'POST', headers: good, body: activity({ type: canary }) }],
      ['/api/messages', { method: 'POST', headers: good, body: activity({ serviceUrl: canary }) }],
      ['/api/messages', { method: 'POST', headers: good, body: activity({ conversation: canary }) }],
      ['/api/messages', { method: 'POST', headers: good, body: activity({ locale: canary.repeat(90) }) }],
      ['/api/messages', { method: 'POST', headers: { ...good, 'content-type': `text/${canary}` }, body: canary }],
      ['/api/messages', { method: 'POST', headers: { ...good, 'content-encoding': 'gzip' }, body: canary }],
      ['/api/messages', { method: 'POST', headers: { authorization: `Bearer ${canary}` }, body: activity({}) }],
      ['/api/messages', { method: 'POST', headers: { authorization: canary }, body: activity({}) }],
      ['/api/messages', { method: 'POST', headers: good, body: canary.repeat(30_000) }],
      ['/api/messages', { method: 'PUT', headers: good, body: canary }],
      ['/api/messages', { method: canary, headers: good, body: canary }],
      [`/api/messages?code=${canary}`, { method: 'POST', headers: good, body: '{}' }],
      [`/${canary}`, { headers: good }],
      [`/privacy?${canary}`, { headers: { accept: `text/${canary}` } }],
      [`/%00${canary}%`, {}],
    ];
    for (const [path, init] of tries) {
      const answer = await fetch(`${origin}${path}`, init).catch(() => undefined);
      const said = answer ? `${JSON.stringify([...answer.headers])}${await answer.text()}` : '';
      assertAbsent(path, said, [canary]);
      seen.add('requests refused');
    }
    for (const name of ['task/submit', 'task/fetch', 'adaptiveCard/action'] as const) {
      const verbs = [{ candour: { verb: canary } }, { candour: { verb: 'move', move: 'next', state: canary } }, canary];
      for (const data of verbs) {
        const { text } = await teams.invoke(name, name === 'adaptiveCard/action' ? { action: { data } } : { data });
        assertAbsent(name, text, [canary]);
      }
    }
    const cut = { ...whole, type: 'invoke', name: canary, value: { [canary]: canary } };
    assertAbsent('an invoke that nobody knows', (await teams.send(cut)).text, [canary]);
    expectNothingOf(reporter);
  });
});
