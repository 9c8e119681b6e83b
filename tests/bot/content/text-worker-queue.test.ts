import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTextWorkerQueue, type TextWorkerQueue } from '../../../bot/content/text-worker-queue.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { digestOfContent } from '../../../core/model/content-entry.ts';
import { languages } from '../../../core/model/language.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { serverPageSchema } from '../../../tab/report/server-page.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createContentWords, writers } from '../../support/core/content.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';

const program = new URL('../../support/content/stuck-worker.ts', import.meta.url);
const words = createContentWords();

/** A clock of texts that a test lets run out: each text under way, and how long it may take. */
function handClock() {
  const running = new Map<() => void, number>();
  return {
    countdown: (ms: number, fire: () => void) => {
      running.set(fire, ms);
      return () => void running.delete(fire);
    },
    running,
    runOut: () => {
      for (const fire of running.keys()) fire();
    },
  };
}

describe('a server while somebody sends a text without end', () => {
  const clock = handClock();
  let bot: RunningBot;
  beforeAll(async () => {
    const environment = { PUBLIC_HOST: 'candour.example.org' };
    bot = await startBot({
      entryPoint: 'dialog',
      environment,
      texts: { workerUrl: program, countdown: clock.countdown },
      // The time of a text is the hand clock's; on a busy machine a new worker may take longer to start than people wait.
      timeouts: { answerMs: 120_000, postMs: 8_000 },
    });
  });
  afterAll(() => bot.stop());
  const tabOf = (objectId: string) => {
    bot.clock.forward(1_000);
    return bot.tab({ objectId, name: 'Somebody' });
  };
  const { writer, secondWriter, admin } = developmentPeople;
  const inHand = () => waitFor('a text in hand', () => [...clock.running.values()].at(0));
  const check = (topic: string, who = writer) => tabOf(who).call('content.check', { topic, words, links: false });

  it('answers everybody else, takes a report, and says to that person that it is too much', async () => {
    const stuck = check('endless');
    // Half of the eight seconds in which everybody is answered.
    expect(await inHand()).toBe(4_000);
    const teams = await newReporter(bot);
    await sendFullReport(teams, teams.report);
    expect(teams.teams.card().text).toContain(translate('en', 'receipt.heading'));
    const pages = await Promise.all(
      ['what', 'own', 'signs'].map((id) => fetch(new URL(`/guidance/en/${id}`, bot.endpoint()))),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await Promise.all([writer, secondWriter, admin].map((who) => tabOf(who).call('content.list', {})));
    for (const each of rows) expect(each.rows.length).toBeGreaterThan(5);
    clock.runOut();
    expect(await stuck).toEqual({ dead: [], unchecked: [], isTooMuch: true });
  });

  it('reads the next one in a new worker, whoever it is of', async () => {
    const [stuck, other] = [check('endless'), check('gifts', secondWriter)];
    await inHand();
    clock.runOut();
    expect(await stuck).toMatchObject({ isTooMuch: true });
    const { shown, cards } = await other;
    expect(Object.keys(cards ?? {})).toEqual(['en', 'cy']);
    // A tab that was opened before it drew pages has the same as a card.
    for (const language of languages)
      expect(renderPage(serverPageSchema.parse(shown?.[language]))).toEqual(cards?.[language]);
    expect((await check('gifts')).pages?.en).toContain('Gifts and favours');
  });

  it('draws it neither as a draft, nor lets it be submitted, and keeps what was typed', async () => {
    const printed = tabOf(writer).call('content.print', { topic: 'endless', words, language: 'cy', form: 'sheet' });
    await inHand();
    clock.runOut();
    expect(await printed).toEqual({ kind: 'tooLong' });
    const change = (revision: number) => ({ topic: 'endless', revision, request: newRequestId() });
    await tabOf(writer).call('content.save', { ...change(0), words });
    const submitted = tabOf(writer).call('content.submit', { ...change(1), digest: digestOfContent('endless', words) });
    await inHand();
    clock.runOut();
    expect(await submitted).toMatchObject({ kind: 'refused', why: 'problems', topic: { saved: { words } } });
  });

  it('lets one person have a few texts wait, and refuses more with nothing lost, while another is next in turn', async () => {
    const stuck = check('endless');
    await inHand();
    const more = Array.from({ length: 12 }, () =>
      tabOf(writer).send('content.check', { topic: 'gifts', words, links: false }),
    );
    const other = check('gifts', secondWriter);
    const done: string[] = [];
    const refused: string[] = [];
    void other.then(() => done.push('other'));
    for (const one of more) {
      void one.then(({ status, text }) => (status === 200 ? done.push('writer') : refused.push(`${status} ${text}`)));
    }
    await waitFor('the refusals', () => (refused.length === 5 ? true : undefined));
    clock.runOut();
    await Promise.all([stuck, other, ...more]);
    expect(done.indexOf('other')).toBeLessThanOrEqual(1);
    expect(done.filter((one) => one === 'writer')).toHaveLength(7);
    expect(new Set(refused)).toEqual(new Set(['429 {"code":"tooOften"}']));
  });

  it('tells of no word of it in its log', () => {
    for (const said of ['Gifts', 'supervisor', 'endless']) expect(bot.log.join('')).not.toContain(said);
  });
});

describe('a reader of texts', () => {
  let reader: TextWorkerQueue | undefined;
  afterEach(async () => reader?.stop());

  it('gives up a text that breaks its worker, and reads the next', async () => {
    reader = createTextWorkerQueue({ workerUrl: program });
    expect(await reader.read(writers.one, { topic: 'fatal', words, version: 1 })).toBe('tooMuch');
    expect(await reader.read(writers.one, { topic: 'gifts', words, version: 1 })).toMatchObject({ kind: 'topic' });
  });

  it('has one that was stopped read nothing more', async () => {
    const clock = handClock();
    reader = createTextWorkerQueue({ workerUrl: program, countdown: clock.countdown });
    const stuck = reader.read(writers.one, { topic: 'endless', words, version: 1 });
    const next = reader.read(writers.two, { topic: 'gifts', words, version: 1 });
    next.catch(() => undefined);
    await waitFor('a text in hand', () => [...clock.running.values()].at(0));
    await reader.stop();
    expect(await stuck).toBe('tooMuch');
    await expect(next).rejects.toThrow();
  });

  it('says that it has no worker where its program is not there', async () => {
    reader = createTextWorkerQueue({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(reader.read(writers.one, { topic: 'gifts', words, version: 1 })).rejects.toThrow();
  });
});
