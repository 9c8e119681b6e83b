import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../concerns/terms/calendar.ts';
import { developmentClientId, developmentTenantId } from '../../development/people.ts';
import { recipientOfSeed } from '../../seals/node/hybrid-identity.ts';
import { createEntra } from '../fakes/entra.ts';
import { aSentReport } from '../support/access/report-bodies.ts';
import { startBotProcess } from './bot-process.ts';
import { median } from './figures.ts';
import { reportWhile } from './many-reports.ts';
import { wayOfAReport } from './one-report.ts';
import { sealTo } from '../../seals/make-seal.ts';
import { atLeast, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { newSetting } from './setting.ts';
import { openWire } from './wire.ts';

const people = 100;
/** People who report once each: more of them than a round takes. */
const tokens = 400;
const answerSchema = z.object({ kind: z.literal('saved'), isNew: z.literal(true) });

/** What one round of one door gave: reports a second, and what this process, which drives it, took of the same cores for each. */
interface Round {
  readonly rate: number;
  readonly drivenMs: number;
}

/**
 * Reports a second that a server takes where the page sealed them, beside those that it takes by its dialogs' way of
 * steps, in one run and of one server. The seals were made before: it is the server that is measured.
 */
export async function measurePageDoor(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Whole reports, 2,000 characters, SQLite FULL, 100 people at a time, by both doors of one server');
  const entra = await createEntra({
    tenantId: developmentTenantId,
    clientId: developmentClientId,
    clock: () => new Date(),
  });
  const setting = await newSetting({ BENCH_ENTRA: JSON.stringify({ keys: entra.published() }) });
  const bot = await startBotProcess('candour', setting.environment);
  const bearers: string[] = [];
  for (let made = 0; made < tokens; made += 1) bearers.push(await entra.token({ objectId: randomUUID() }));
  const sealedReport = await sealTo(JSON.stringify({ what: '.'.repeat(3_000) }), [
    ...setting.keys.recipients.acu,
    ...setting.keys.recipients.recovery,
  ]);
  const mailbox = recipientOfSeed(new Uint8Array(32).fill(3));
  const submitAt = new URL('/api/tab/report.submit', bot.endpoint).href;

  async function submitWhile(): Promise<number> {
    const wire = openWire(submitAt);
    const began = performance.now();
    let taken = 0;
    const one = async (_: unknown, at: number): Promise<void> => {
      for (let turn = at; performance.now() - began < scale.reportsMs; turn += people) {
        const body = JSON.stringify({
          ...aSentReport(new Date(), mailbox),
          receivedOn: dayOf(new Date(), 'Europe/London'),
          sealedReport,
        });
        const answer = await wire.post(body, { authorization: `Bearer ${bearers[turn % tokens]}` });
        if (answer.status === 200 && answerSchema.safeParse(JSON.parse(answer.body.toString())).success) taken += 1;
      }
    };
    await Promise.all(Array.from({ length: people }, one));
    wire.close();
    return (taken * 1_000) / (performance.now() - began);
  }
  const dialog = async () =>
    (await reportWhile(bot.endpoint, people, wayOfAReport(), (_, passed) => passed < scale.reportsMs)).reportsPerSecond;
  async function driving(work: () => Promise<number>): Promise<Round> {
    const [began, before] = [performance.now(), process.cpuUsage()];
    const rate = await work();
    const [{ user, system }, seconds] = [process.cpuUsage(before), (performance.now() - began) / 1_000];
    return { rate, drivenMs: (user + system) / 1_000 / (rate * seconds) };
  }

  const [byDialog, byPage]: [Round[], Round[]] = [[], []];
  await dialog();
  await submitWhile();
  for (let round = 0; round < scale.reportRounds; round += 1) {
    byDialog.push(await driving(dialog));
    byPage.push(await driving(submitWhile));
  }
  await bot.stop();
  await setting.remove();
  const middle = (rounds: readonly Round[], of: keyof Round): number => median(rounds.map((round) => round[of]));
  const [ours, theirs] = [middle(byPage, 'rate'), middle(byDialog, 'rate')];
  return [
    row('sealed on the page', ours, 'reports/s', atLeast(90)),
    row('by a dialog, sealed on the server', theirs, 'reports/s', atLeast(90)),
    row('the page over the dialog', ours / theirs, 'times', atLeast(2)),
    row('processor of the driver a report: the page', middle(byPage, 'drivenMs'), 'ms'),
    row('processor of the driver a report: the dialog', middle(byDialog, 'drivenMs'), 'ms'),
  ];
}
