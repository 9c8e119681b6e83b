import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openReport, type OpenedReport } from '../../bot/commands/opened-report.ts';
import { addToReport } from '../../concerns/add-to-report.ts';
import { caseIdOf } from '../../concerns/code-keys.ts';
import { emptyChain, hashOfEvent } from '../../concerns/event-record.ts';
import { submitReport } from '../../concerns/submit-report.ts';
import { SealError } from '../../storage/seal-error.ts';
import { identityOfSeed } from '../../storage/hybrid-identity.ts';
import { keyGroups } from '../../storage/recipients.ts';
import { MovedSealError } from '../../bot/commands/opened-report.ts';
import { aSubmission, type Core, freshCode, openCore } from '../concerns/open-core.ts';
import type { SavedCase } from '../journeys/saved-case.ts';
import { type Forgery, forgeries, forged } from './forger.ts';
import { isLong, tally } from './tally.ts';

const seen = tally('leaks, forgeries');
const runs = isLong ? 1_000 : 100;
const key = identityOfSeed(new Uint8Array(32).fill(keyGroups.indexOf('acu') + 1));

interface Genuine extends SavedCase {
  readonly shown: OpenedReport;
}

let core: Core;
/** Three named cases of one unit, each with three additions. The first is the one that is attacked. */
let genuine: readonly Genuine[];

async function aCase(number: number): Promise<Genuine> {
  const code = freshCode();
  const answers = { mode: 'named', what: `what happened, ${number}`, conflict: 'no' };
  await submitReport(core.deps, aSubmission({ code, answers, person: { objectId: `o${number}`, name: `n${number}` } }));
  for (const id of ['a', 'b', 'c']) await addToReport(core.deps, { code, id, text: `${id} of ${number}` });
  const standing = await core.deps.cases.read(caseIdOf(code));
  if (standing === undefined) throw new Error('the case is not saved');
  const events = await core.deps.history.of(standing.value.caseId);
  return { record: standing.value, events, shown: await openReport(standing.value, events, [key]) };
}

beforeAll(async () => {
  core = openCore();
  genuine = [await aCase(1), await aCase(2), await aCase(3)];
});
afterAll(() => core.close());

/** What a handler is shown, `undefined` where they are told that it cannot be relied on. */
async function shownOf({ record, events }: SavedCase): Promise<OpenedReport | undefined> {
  try {
    return await openReport(record, events, [key]);
  } catch (error) {
    if (error instanceof SealError || error instanceof MovedSealError) return undefined;
    throw error;
  }
}

async function attacked(doings: readonly Forgery[]): Promise<SavedCase> {
  const [first, ...donors] = genuine;
  if (first === undefined) throw new Error('there is no case');
  let now: SavedCase = first;
  for (const doing of doings) now = await forged(now, donors, doing, core.deps.seal);
  return now;
}

/** The history made to fit again: its hashes are secret to nobody. */
function rehashed({ record, events }: SavedCase): SavedCase {
  let head: { readonly sequence: number; readonly hash: string } = emptyChain;
  const chained = events.map((event) => {
    const entry = { ...event, caseId: record.caseId, sequence: head.sequence + 1, previous: head.hash };
    head = { sequence: entry.sequence, hash: hashOfEvent(entry) };
    return { ...entry, hash: head.hash };
  });
  return { record: { ...record, chain: head }, events: chained };
}

describe('somebody who can write to the database and holds no key', () => {
  it('is never shown as the one who reported: neither words nor a name of theirs stands beside a genuine report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(forgeries, { minLength: 1, maxLength: 6 }), fc.boolean(), async (doings, neat) => {
        const left = await attacked(doings);
        const shown = await shownOf(neat ? rehashed(left) : left);
        seen.add(shown ? 'shown' : 'refused');
        const [first] = genuine;
        if (shown === undefined || first === undefined) return;
        expect(shown.report).toEqual(first.shown.report);
        expect([undefined, first.shown.identity]).toContainEqual(shown.identity);
        // From the first on, in their order, none twice: what is missing can only be missing at the end.
        expect(shown.additions).toEqual(first.shown.additions.slice(0, shown.additions.length));
        const messages = left.events.filter(({ kind }) => kind === 'messageFromReporter').length;
        expect(shown.doubtful).toBe(messages - shown.additions.length);
        const same = JSON.stringify(left.events) === JSON.stringify(first.events);
        if (!neat) expect(shown.historyIsWhole).toBe(same && left.record.chain.hash === first.record.chain.hash);
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it('can put a report of their own in its place, and then no genuine word or name stands beside that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(forgeries, { maxLength: 4 }), async (doings) => {
        const left = await attacked([...doings, { kind: 'ownReport' }]);
        const shown = await shownOf(rehashed(left));
        seen.add('made up');
        expect(shown?.identity).toBeUndefined();
        expect(shown?.additions ?? []).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  }, 600_000);
});
