import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import { sendMessageToReporter } from '../../core/casework/case-messages.ts';
import { MisplacedSealError, type DecryptedReport } from '../../core/casework/decrypt-report.ts';
import { deriveCaseId, deriveMessageKey } from '../../core/model/return-code-keys.ts';
import { emptyChain, hashOfEvent } from '../../core/model/event-record.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { messageTag } from '../../core/model/sealed-report.ts';
import { SealError } from '../../core/ports/seal.ts';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { keyGroups } from '../../core/model/public-keys.ts';
import { createCasework } from '../support/core/casework.ts';
import { today } from '../support/contracts/records.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { SavedCase } from '../support/journeys/saved-case.ts';
import { type Forgery, arbitraryForgery, applyForgery } from './forgeries.ts';
import { isLong, createTally } from './tally.ts';
import { setUpSharedCore } from '../support/core/set-up-core.ts';

const seen = createTally('leaks, forgeries');
const runs = isLong ? 1_000 : 100;
const key = identityFromSeed(new Uint8Array(32).fill(keyGroups.indexOf('acu') + 1));

/** What claims to be of the reporter, or to tell who that is. */
const claims = new Set<string>(['messageFromReporter', 'messageToReporter', 'identityShared']);

interface Genuine extends SavedCase {
  readonly shown: DecryptedReport;
}

const core = setUpSharedCore();
/** Three named cases of one unit, each with three follow-ups and two messages to the reporter. The first is the one that is attacked. */
let genuine: readonly Genuine[];

async function aCase(number: number): Promise<Genuine> {
  const code = newReturnCode();
  const answers = { mode: 'named', what: `what happened, ${number}`, conflict: 'no' };
  await submitReport(
    core.deps,
    createSubmission({ code, answers, person: { objectId: toPersonId(`o${number}`), name: `n${number}` } }),
  );
  const messageKey = deriveMessageKey(code);
  const [caseId, by] = [deriveCaseId(code), { objectId: toPersonId('handler'), roles: new Set(['handler' as const]) }];
  for (const [place, id] of ['a', 'b', 'c'].entries()) {
    await addFollowUp(core.deps, { code, id, text: `${id} of ${number}` });
    if (place === 2) continue;
    const plain = {
      v: 1 as const,
      caseId,
      direction: 'toReporter' as const,
      number: place + 1,
      id: `answer ${id}`,
      writtenOn: today,
      text: `answer to ${id} of ${number}`,
    };
    const sealed = await core.deps.seal.seal(JSON.stringify({ ...plain, tag: messageTag(messageKey, plain) }), 'acu');
    const asked = { caseId, request: `request ${id}`, id: plain.id, number: plain.number, sealed };
    expect(await sendMessageToReporter(createCasework(core), by, asked)).toMatchObject({
      kind: 'changed',
      isNew: true,
    });
  }
  const standing = await core.deps.cases.read(deriveCaseId(code));
  if (standing === undefined) throw new Error('the case is not saved');
  const events = await core.deps.history.readAll(standing.value.caseId);
  return { record: standing.value, events, shown: await decryptReportWithIdentities(standing.value, events, [key]) };
}

beforeAll(async () => {
  genuine = [await aCase(1), await aCase(2), await aCase(3)];
});

/** What a handler is shown, `undefined` where they are told that it cannot be relied on. */
async function shownOf({ record, events }: SavedCase): Promise<DecryptedReport | undefined> {
  try {
    return await decryptReportWithIdentities(record, events, [key]);
  } catch (error) {
    if (error instanceof SealError || error instanceof MisplacedSealError) return undefined;
    throw error;
  }
}

async function attacked(doings: readonly Forgery[]): Promise<SavedCase> {
  const [first, ...donors] = genuine;
  if (first === undefined) throw new Error('there is no case');
  let now: SavedCase = first;
  for (const doing of doings) now = await applyForgery(now, donors, doing, core.deps.seal);
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
      fc.asyncProperty(
        fc.array(arbitraryForgery, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (doings, neat) => {
          const left = await attacked(doings);
          const shown = await shownOf(neat ? rehashed(left) : left);
          seen.add(shown ? 'shown' : 'refused');
          const [first] = genuine;
          if (shown === undefined || first === undefined) return;
          expect(shown.report).toEqual(first.shown.report);
          // What the unit writes goes to the mailbox of the one who reported, or nowhere.
          expect(left.record.mailboxRecipient).toBe(first.record.mailboxRecipient);
          expect([undefined, first.shown.identity]).toContainEqual(shown.identity);
          // What stands beside the seal otherwise than it was sealed is named, and so is a name that is not of the report.
          for (const label of ['mode', 'receivedOn'] as const)
            expect(shown.termMismatches.includes(label)).toBe(left.record[label] !== first.record[label]);
          const isKept = left.record.sealedIdentity !== undefined && shown.identity === undefined;
          if (isKept) expect(shown.termMismatches).toContain('identity');
          // From the first on, in their order, none twice: what is missing can only be missing at the end.
          for (const direction of ['fromReporter', 'toReporter'] as const) {
            const [now, genuinely] = [shown, first.shown].map(({ thread }) =>
              thread.flatMap((entry) => (entry.direction === direction ? [entry.message] : [])),
            );
            expect(now).toEqual(genuinely?.slice(0, now?.length));
          }
          const sealed = left.events.filter(({ kind }) => claims.has(kind)).length;
          expect(shown.unverifiedCount).toBe(sealed - shown.thread.length);
          const same = JSON.stringify(left.events) === JSON.stringify(first.events);
          if (!neat) expect(shown.isHistoryWhole).toBe(same && left.record.chain.hash === first.record.chain.hash);
        },
      ),
      { numRuns: runs },
    );
  });

  it('can put a report of their own in its place, and then no genuine word or name stands beside that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryForgery, { maxLength: 4 }), async (doings) => {
        const left = await attacked([...doings, { kind: 'ownReport' }]);
        const shown = await shownOf(rehashed(left));
        seen.add('made up');
        expect(shown?.identity).toBeUndefined();
        expect(shown?.thread ?? []).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });
});
