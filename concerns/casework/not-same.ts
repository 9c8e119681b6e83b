import type { Actor } from '../records/permissions.ts';
import type { CaseId } from '../terms/case-id.ts';
import { handlers, need } from './act.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { aPair, lastWordIn } from './link-case.ts';
import { isBy, lastOpening } from './second-person.ts';

export interface AskedNotSame extends AskedEntry {
  readonly other: CaseId;
  /** Takes back that they are not the same: a second person may. */
  readonly revised: boolean;
  /** Why, sealed to all who handle the case. */
  readonly words: SealedWords;
}

/**
 * Says that two cases are not about the same person, in the history of one of them, or takes that back: what one said
 * another takes back.
 */
export const notSameSaying = makeUseCase<AskedNotSame>({
  says: 'Say that two cases are not about the same person, or take it back',
  who: handlers,
  needs: [
    ...aPair,
    need('a reason that all who handle the case can read', 'noReason', ({ asked }) => asked.words.for === 'handlers'),
    need('the person has opened both', 'notOpened', ({ record, entries, by, asked }) =>
      [record.caseId, asked.other].every((caseId) => entries(lastOpening(by), caseId).length > 0),
    ),
    need('they are not linked', 'state', (standing) => lastWordIn(standing, standing.asked.other)?.kind !== 'linked'),
    need(
      'to take it back: it was said',
      'state',
      (standing) => !standing.asked.revised || lastWordIn(standing, standing.asked.other) !== undefined,
    ),
    need('it is not so already', 'already', (standing) => {
      const isSaid = lastWordIn(standing, standing.asked.other)?.kind === 'notSame';
      return isSaid === standing.asked.revised;
    }),
    need(
      'and by somebody else',
      'ownWork',
      (standing) => !standing.asked.revised || !isBy(lastWordIn(standing, standing.asked.other), standing.by),
    ),
  ],
  leaves: ['notSame', 'notSameRevised'],
  // Its needs say what becomes of an erased one.
  evenErased: true,
  does: ({ record, asked, salt }) => ({
    steps: [
      {
        record: { ...record },
        event: {
          kind: asked.revised ? 'notSameRevised' : 'notSame',
          link: { other: asked.other, salt },
          note: asked.words,
        },
      },
    ],
  }),
});

/**
 * Says that two cases are not about the same person, in the history of both, or takes that back. Whoever says so has
 * opened both reports. Both must be visible to the same people, and cases that are linked are joined already. Where it
 * stopped half way a repeat completes it. Throws StoreError.
 */
export async function notSame(deps: CaseworkDependencies, by: Actor, asked: AskedNotSame): Promise<CaseOutcome> {
  const outcome = await notSameSaying(deps, by, asked);
  if (outcome.kind === 'changed') await notSameSaying(deps, by, { ...asked, caseId: asked.other, other: asked.caseId });
  return outcome;
}
