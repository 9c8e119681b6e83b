import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { translate } from '../../words/cards/translate.ts';
import { deriveCaseId, deriveDraftId } from '../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { identityModes } from '../../core/model/questions.ts';
import { newReporter, sendFullReport, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { createTally } from './tally.ts';

const seen = createTally('leaks, what is left');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What is drawn or sealed anew for each report: of one length and of no meaning to whoever has no key. */
const drawn = [
  'caseId',
  'contentTag',
  'mailboxRecipient',
  'sealedReport',
  'sealedIdentity',
  'chain',
  'caseDigest',
  'hash',
  'previous',
  'writeId',
];

const operationsSchema = z.array(
  z.object({ operationType: z.string(), resourceBody: z.object({ type: z.string().optional() }).optional() }),
);
/** Whether a write only notes what came of an alert: a post of an earlier report, whenever its turn came. */
const isOfAPost = (body: string): boolean => {
  const operations = operationsSchema.safeParse(JSON.parse(body)).data ?? [];
  return (
    operations.length > 0 &&
    operations.every(({ operationType, resourceBody }) => operationType === 'Replace' && resourceBody?.type === 'alert')
  );
};

/** A record with each drawn value in it replaced by its length. */
function shapeOf(value: unknown, name = ''): unknown {
  if (drawn.includes(name) && typeof value === 'string') return `${value.length} characters`;
  if ((name === 'sealed' || name === 'id') && typeof value === 'string') return `${value.length} characters`;
  if (name === 'listKey' && typeof value === 'string') return value.replace(/^\d{8}:.{10}$/u, 'a day and a reference');
  if (name === 'dueAt' || name === 'dueMs') return 'a full hour';
  if (Array.isArray(value)) return value.map((one) => shapeOf(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner, key)]));
}

describe.each(['sqlite', 'cosmos'] as const)('what a report leaves in %s', (store) => {
  let bot: RunningBot;
  beforeAll(async () => {
    // Posts wait for their hour, which is not looked at here.
    bot = await startBot({ entryPoint: 'dialog', store, environment: { ALERT_TIMING: 'fullHour' } });
  });
  afterAll(() => bot.stop());

  const standAt = (hours: number, minutes: number): void => {
    const midnight = Math.floor(bot.clock.now().getTime() / dayMs) * dayMs;
    bot.clock.forward(midnight + dayMs + hours * hourMs + minutes * 60_000 - bot.clock.now().getTime());
  };
  /** The days between two reports, taken away from what is left: what remains must be the same. */
  const sameDay = (text: string): string =>
    text.replaceAll(/20\d{2}-\d{2}-\d{2}/gu, 'a day').replaceAll(/2026-W\d{2}/gu, 'a week');

  async function leave(what: string, mode: string, draftOnly: boolean) {
    const { teams, report } = await newReporter(bot);
    const written = bot.cosmos?.requests.length ?? 0;
    const answers = { ...report, mode, what, who: 'x', where: 'x', when: 'x', evidence: 'x', whoElse: 'x' };
    if (draftOnly) {
      await teams.press('report');
      await goToStep(teams, answers, 'review');
      await teams.press('later');
    } else {
      await sendFullReport({ teams }, answers);
    }
    const code = parseReturnCode(parseCardCode(teams.card()));
    if (code === undefined) throw new Error('the card shows no code');
    const bodies = (bot.cosmos?.requests ?? [])
      .slice(written)
      .filter(({ method, path, body }) => method === 'POST' && /cases|drafts/u.test(path) && !body.includes('"query":'))
      .filter(({ body }) => !isOfAPost(body))
      .map(({ body }) => ({ length: body.length, shape: shapeOf(JSON.parse(body)) }));
    seen.add('reports and drafts');
    if (draftOnly) {
      const draft = await bot.store().drafts.read(deriveDraftId(code), bot.clock.now());
      return { draft, bodies };
    }
    const caseId = deriveCaseId(code);
    const [record, alert] = [await bot.store().cases.read(caseId), await bot.store().outbox.read(caseId)];
    return { record: record?.value, alert: alert?.value, events: await bot.store().history.readAll(caseId), bodies };
  }

  it.each(identityModes)(
    'is the same for a short and a long one at two times of two days, but for the hour of its alert: %s',
    async (mode) => {
      standAt(9, 23);
      const short = await leave('x', mode, false);
      standAt(16, 41);
      const long = await leave('y'.repeat(2_000), mode, false);
      const dues = [short, long].map(({ alert }) => new Date(alert?.dueAt ?? 1));
      expect(dues.map((due) => due.getTime() % hourMs)).toEqual([0, 0]);
      expect(dues.map((due) => due.toISOString().slice(11, 16))).toEqual(['10:00', '17:00']);
      const [one, other] = [short, long].map((left) => sameDay(JSON.stringify(shapeOf(left))));
      expect(other).toBe(one);
      expect(one).not.toMatch(/\d{2}:\d{2}/u);
    },
  );

  it('tells of a longer one only in which step of size it is', async () => {
    standAt(9, 23);
    const short = await leave('x', 'named', false);
    const long = await leave('y'.repeat(5_000), 'named', false);
    const longer = await leave('z'.repeat(6_000), 'named', false);
    const lengths = [short, long, longer].map(({ record }) => record?.sealedReport.length ?? 0);
    expect(lengths[1]).toBe(lengths[2]);
    // From 4 to 8 KiB: 4,096 bytes in base64, to the next whole group.
    expect(Math.abs((lengths[1] ?? 0) - (lengths[0] ?? 0) - (4_096 * 4) / 3)).toBeLessThanOrEqual(4 + 16 * 2);
    const apart = (left: typeof short): string =>
      sameDay(JSON.stringify(shapeOf({ ...left, bodies: [], record: { ...left.record, sealedReport: '' } })));
    expect(apart(long)).toBe(apart(short));
  });

  it('is the time only where somebody is at risk, and the person is told so before they send', async () => {
    standAt(9, 23);
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, { ...report, risk: 'yes' }, 'code');
    expect(teams.card().text).toContain(translate('en', 'report.urgent'));
    const code = parseReturnCode(parseCardCode(teams.card()));
    await teams.press('send');
    const caseId = code && deriveCaseId(code);
    const alert = caseId && (await bot.store().outbox.read(caseId))?.value;
    expect([alert?.dueAt, alert?.leasedUntil, ...(alert?.posts ?? []).map((post) => post.postedAt)].join()).toMatch(
      /T09:2/u,
    );
    const record = caseId && (await bot.store().cases.read(caseId))?.value;
    expect(JSON.stringify(record)).not.toMatch(/\d{2}:\d{2}/u);
  });

  it('and a draft is the same at two times of a day', async () => {
    standAt(9, 23);
    const early = await leave('x', 'notKept', true);
    bot.clock.forward(7 * hourMs + 18 * 60_000 + 4_321);
    const late = await leave('y'.repeat(1_500), 'notKept', true);
    expect(late.draft?.expiresAt).toEqual(early.draft?.expiresAt);
    expect((early.draft?.expiresAt.getTime() ?? 1) % hourMs).toBe(0);
    expect(shapeOf(late)).toEqual(shapeOf(early));
  });
});
