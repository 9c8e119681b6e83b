import { spawnSync } from 'node:child_process';
import { noteCase } from '../../concerns/casework/handling.ts';
import { shownCase } from '../../concerns/casework/view-case.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { grow, grownNote } from '../support/access/grown-case.ts';
import { casework, freshRequest, one, savedCase, words } from '../support/concerns/casework.ts';
import { type Core, openCore } from '../support/concerns/open-core.ts';
import { quantile } from './figures.ts';
import { refusalTimes } from './refusal-times.ts';

/** The most that a step on a case with a thousand entries may cost, where one with ten costs one. */
const goalRatio = 1.3;
const rounds = 20;
const stepsOfRound = 10;

/** A case with so many entries, each with a seal as long as that of a page and a half of text. */
async function caseOf(core: Core, entries: number): Promise<CaseId> {
  const caseId = await savedCase(core);
  const notes = Array.from({ length: entries - 1 }, () => grownNote('2025-01-01T12:00:00.000Z', 16_000));
  await grow(core.store, caseId, notes);
  return caseId;
}

/** A step as a page takes it: a note, and the case as it is shown afterwards. */
async function step(core: Core, caseId: CaseId): Promise<void> {
  const outcome = await noteCase(casework(core), one, { caseId, request: freshRequest(), words: words() });
  if (outcome.kind !== 'changed') throw new Error(`the step was not taken: ${outcome.kind}`);
  await shownCase(casework(core), outcome.inHand, one);
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The processor time of ten steps on cases of two lengths, in milliseconds, in turn. */
async function stepTimes(): Promise<{ readonly short: readonly number[]; readonly long: readonly number[] }> {
  const core = openCore();
  try {
    const times = { short: Array<number>(), long: Array<number>() };
    const longOnes = [await caseOf(core, 1_000), await caseOf(core, 1_000), await caseOf(core, 1_000)];
    // Short ones of their own each round, since steps make them longer.
    const caseIdOf = async (name: 'short' | 'long', round: number): Promise<CaseId> =>
      (name === 'long' ? longOnes[Math.abs(round) % longOnes.length] : undefined) ?? caseOf(core, 10);
    for (let round = -2; round < rounds; round += 1) {
      // So much is written into the long ones that one day would not take it.
      core.pass(86_400_000);
      for (const name of round % 2 === 0 ? (['short', 'long'] as const) : (['long', 'short'] as const)) {
        const caseId = await caseIdOf(name, round);
        globalThis.gc?.();
        const ms = await cpuOf(async () => {
          for (let count = 0; count < stepsOfRound; count += 1) await step(core, caseId);
        });
        if (round >= 0) times[name].push(ms / stepsOfRound);
      }
    }
    return times;
  } finally {
    await core.close();
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const shown = (ms: number): string => `${ms.toFixed(2)} ms`;

async function measure(): Promise<boolean> {
  const { short, long } = await stepTimes();
  const ratio = quantile(long, 0.5) / quantile(short, 0.5);
  say(`a step on a case with 10 entries:    ${shown(quantile(short, 0.5))} of the processor (median)`);
  say(`a step on a case with 1,000 entries: ${shown(quantile(long, 0.5))}`);
  say(`ratio: ${ratio.toFixed(2)}, at most ${goalRatio}\n`);
  const isAlike = await refusalTimes(say);
  return ratio <= goalRatio && isAlike;
}

// In a process of its own, in which nothing else happens.
if (process.argv.includes('--here')) process.exitCode = (await measure()) ? 0 : 1;
else {
  const given = ['--no-warnings', '--expose-gc', import.meta.filename, '--here'];
  process.exitCode = spawnSync(process.execPath, given, { stdio: 'inherit' }).status ?? 1;
}
