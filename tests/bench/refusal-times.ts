import { randomBytes, randomUUID } from 'node:crypto';
import { caseIdOf } from '../../concerns/records/code-keys.ts';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import { drawReturnCode, showReturnCode } from '../../concerns/terms/return-code.ts';
import { personId } from '../../concerns/terms/person-id.ts';
import { aCase, anAlert, firstEvent, freshCaseId } from '../support/contracts/records.ts';
import { pageClient } from '../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/settings-of-a-bot.ts';
import { quantile } from './figures.ts';

const tries = Number(process.env['REFUSAL_TRIES'] ?? 1_000);
/** How often a time of one kind is below one of another: half of all where they are alike. */
const mostApart = 0.06;

type Ways = Readonly<Record<string, () => Promise<void>>>;

/** How long each way takes, one after the other in changing order, in milliseconds. */
async function timesOf(ways: Ways): Promise<ReadonlyMap<string, readonly number[]>> {
  const all = Object.entries(ways);
  const times = new Map(all.map(([name]) => [name, Array<number>()]));
  for (let round = -50; round < tries; round += 1) {
    const first = Math.abs(round) % all.length;
    for (const [name, way] of [...all.slice(first), ...all.slice(0, first)]) {
      const began = performance.now();
      await way();
      if (round >= 0) times.get(name)?.push(performance.now() - began);
    }
  }
  return times;
}

/** The share of pairs in which the one time is below the other. */
function below(one: readonly number[], other: readonly number[]): number {
  const sorted = other.toSorted((a, b) => a - b);
  const sum = one.reduce((so, time) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return so + sorted.length - low;
  }, 0);
  return sum / (one.length * other.length);
}

/** How much of two distributions is the same, counted in twenty parts of the first that hold equally many. */
function overlap(one: readonly number[], other: readonly number[]): number {
  const edges = Array.from({ length: 19 }, (_, place) => quantile(one, (place + 1) / 20));
  const shares = (times: readonly number[]): readonly number[] => {
    const counts = Array<number>(20).fill(0);
    for (const time of times) {
      const place = edges.filter((edge) => time > edge).length;
      counts[place] = (counts[place] ?? 0) + 1 / times.length;
    }
    return counts;
  };
  const [first, second] = [shares(one), shares(other)];
  return first.reduce((sum, share, place) => sum + Math.min(share, second[place] ?? 0), 0);
}

/** Prints the times of ways that end in the same refusal; whether no two can be told apart. */
async function compared(say: (line: string) => void, heading: string, ways: Ways): Promise<boolean> {
  const times = [...(await timesOf(ways))];
  say(`${heading}, ${tries} tries each, in ms`);
  for (const [name, all] of times) {
    const [low, middle, high, top] = [0.05, 0.5, 0.95, 0.99].map((share) => quantile(all, share).toFixed(3));
    say(`  ${name.padEnd(24)} 5%: ${low}  50%: ${middle}  95%: ${high}  99%: ${top}`);
  }
  const [reference, ...rest] = times;
  return rest
    .map(([name, all]) => {
      const apart = Math.abs(below(reference?.[1] ?? [], all) - 0.5);
      say(
        `  ${name}: overlap ${overlap(reference?.[1] ?? [], all).toFixed(3)}, told apart beyond chance ${apart.toFixed(3)}`,
      );
      return apart <= mostApart;
    })
    .every(Boolean);
}

async function saved(bot: RunningBot, standing: Partial<CaseRecord>): Promise<CaseRecord> {
  const record = aCase({ tenantId, sealedReport: randomBytes(40_000).toString('base64'), ...standing });
  const alert = anAlert(record.caseId, { handledBy: record.handledBy });
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
  return record;
}

/**
 * Measures refusals by the front door, of a case and of a code: of what is not there, and of what is there and not for
 * whoever asks. `true` where no two can be told apart.
 */
export async function refusalTimes(say: (line: string) => void): Promise<boolean> {
  const objectId = randomUUID();
  const bot = await startBot({ door: 'dialog', environment: { ROLE_HANDLERS: objectId } });
  try {
    const tab = bot.tab({ objectId });
    const others = {
      'of the reserve': await saved(bot, { handledBy: 'reserve' }),
      'shut out of it': await saved(bot, { excluded: [personId(objectId)] }),
    };
    const look = (caseId: () => string) => async () => {
      bot.clock.forward(1_000);
      const { status } = await tab.send('case.view', { caseId: caseId() });
      if (status !== 403) throw new Error(`not refused: ${status}`);
    };
    const isAlike = await compared(say, 'A case that is refused', {
      'not there': look(freshCaseId),
      ...Object.fromEntries(Object.entries(others).map(([name, { caseId }]) => [name, look(() => caseId)])),
    });

    const page = pageClient(bot.tab({ objectId: randomUUID() }), 'en');
    await page.press('comeBack');
    const draw = () => drawReturnCode((bytes) => new Uint8Array(randomBytes(bytes)));
    const taken = draw();
    await saved(bot, { caseId: caseIdOf(taken) });
    const come = (code: () => string) => async () => {
      bot.clock.forward(1_000);
      page.fill('code', code());
      await page.press('next');
    };
    const isCodeAlike = await compared(say, 'A code that is refused', {
      'not there': come(() => showReturnCode(draw())),
      'of another mailbox': come(() => showReturnCode(taken)),
    });
    return isAlike && isCodeAlike;
  } finally {
    await bot.stop();
  }
}
