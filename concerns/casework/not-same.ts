import type { EntriesAsked } from '../ports/history.ts';
import { standingCase } from '../ports/standing-case.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { haveSameReaders } from './link-case.ts';
import { lastWordOn, pairing } from './pairs.ts';

export interface AskedNotSame extends AskedEntry {
  readonly other: CaseId;
  /** Takes back that they are not the same: a second person may. */
  readonly revised: boolean;
  /** Why, sealed to all who handle the case. */
  readonly words: SealedWords;
}

/**
 * Says that two cases are not about the same person, in the history of both, or takes that back. Whoever says so has
 * opened both reports (`notOpened`); what one said another takes back (`ownWork`). Both must be visible to the same
 * people, and cases that are linked are joined already: `state`. Where it stopped half way a repeat completes it. Throws
 * StoreError.
 */
export async function notSame(deps: CaseworkDependencies, by: Actor, asked: AskedNotSame): Promise<CaseOutcome> {
  const seen = (caseId: CaseId) => standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
  const [one, other] = [await seen(asked.caseId), await seen(asked.other)];
  if (!one || !other) return { kind: 'refused' };
  if (asked.caseId === asked.other) return { kind: 'notAllowed', why: 'sameCase' };
  if ([one, other].some(({ value }) => value.erasedOn !== undefined)) return { kind: 'notAllowed', why: 'erased' };
  if (!haveSameReaders(one.value, other.value)) return { kind: 'notAllowed', why: 'state' };
  if (asked.words.for !== 'handlers') return { kind: 'notAllowed', why: 'noReason' };
  const kind = asked.revised ? 'notSameRevised' : 'notSame';
  const ownOpening: EntriesAsked = { kinds: ['consulted'], by: [by.objectId], last: 1 };
  const isOpened = async (caseId: CaseId) => (await deps.history.entries(caseId, ownOpening)).length > 0;
  if (!(await isOpened(asked.caseId)) || !(await isOpened(asked.other))) {
    return { kind: 'notAllowed', why: 'notOpened' };
  }

  const say = (caseId: CaseId, of: CaseId): Promise<CaseOutcome> =>
    changeCase(
      deps,
      by,
      { caseId, request: asked.request, words: asked.words },
      ['notSame', 'notSameRevised'],
      async ({ record, entries, by: writer }) => {
        const last = lastWordOn(of, await entries({ kinds: pairing }));
        if (last?.kind === 'linked') return { why: 'state' };
        if (asked.revised && last?.kind !== 'notSame') return last === undefined ? { why: 'state' } : 'already';
        if (!asked.revised && last?.kind === 'notSame') return 'already';
        if (asked.revised && isOf(last, writer)) return { why: 'ownWork' };
        return {
          steps: [
            {
              record: { ...record },
              event: {
                kind,
                link: { other: of, salt: Buffer.from(deps.random(16)).toString('base64url') },
                note: asked.words,
              },
            },
          ],
        };
      },
    );
  const outcome = await say(asked.caseId, asked.other);
  if (outcome.kind === 'changed') await say(asked.other, asked.caseId);
  return outcome;
}

const isOf = (event: EventRecord | undefined, person: Actor['objectId']): boolean =>
  typeof event?.by === 'object' && event.by.objectId === person;
