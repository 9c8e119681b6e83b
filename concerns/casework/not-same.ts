import type { Actor } from '../records/permissions.ts';
import type { CaseId } from '../terms/codes.ts';
import {
  type AskedEntry,
  type CaseOutcome,
  type CaseworkDependencies,
  handlers,
  need,
  type SealedWords,
} from './act.ts';
import { makeUseCase } from './change-case.ts';
import { aPair, lastWordIn } from './link-case.ts';
import { isBy, lastOpening } from './second-person.ts';

export interface AskedNotSame extends AskedEntry {
  readonly other: CaseId;
  readonly revised: boolean;
  readonly words: SealedWords;
}

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
 * Writes in both histories. The person has opened both reports, which have the same readers and are not linked. A
 * repeat completes a half-written one. Throws StoreError.
 */
export async function notSame(deps: CaseworkDependencies, by: Actor, asked: AskedNotSame): Promise<CaseOutcome> {
  const outcome = await notSameSaying(deps, by, asked);
  if (outcome.kind === 'changed') await notSameSaying(deps, by, { ...asked, caseId: asked.other, other: asked.caseId });
  return outcome;
}
