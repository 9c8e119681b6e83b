import type { CaseRecord } from '../model/case-record.ts';
import type { Actor } from '../model/permissions.ts';
import type { CaseId } from '../model/codes.ts';
import {
  type AskedEntry,
  type Asking,
  type CaseOutcome,
  type CaseworkDependencies,
  handlers,
  need,
  type SealedWords,
  type Standing,
} from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { lastWordOn, linkedIn, pairing } from './links.ts';
import { isBy, lastOpening } from './four-eyes.ts';

interface AskedLink extends AskedEntry {
  readonly other: CaseId;
}

const isLater = (one: CaseRecord, other: CaseRecord): boolean =>
  `${one.receivedOn} ${one.caseId}` > `${other.receivedOn} ${other.caseId}`;

/** A link shows a case to everyone who sees the other. */
const haveSameReaders = (one: CaseRecord, other: CaseRecord): boolean =>
  one.handledBy === other.handledBy &&
  JSON.stringify([...one.excluded].sort()) === JSON.stringify([...other.excluded].sort());

const otherOf = ({ other, asked }: Asking<AskedLink>): CaseRecord | undefined => other(asked.other);

/** The needs of an act that writes into the history of both. */
const aPair = [
  need<AskedLink>('the person may see the other case too', 'refused', (standing) => otherOf(standing) !== undefined),
  need<AskedLink>('it is another case', 'sameCase', ({ record, asked }) => asked.other !== record.caseId),
  need<AskedLink>(
    'neither is erased',
    'erased',
    (standing) => standing.record.erasedOn === undefined && otherOf(standing)?.erasedOn === undefined,
  ),
  need<AskedLink>('the same people see both', 'state', (standing) => {
    const other = otherOf(standing);
    return other !== undefined && haveSameReaders(standing.record, other);
  }),
] as const;

const lastWordIn = ({ entries }: Standing, other: CaseId) => lastWordOn(other, entries({ kinds: pairing }));

export const caseLinking = makeUseCase<AskedLink>({
  says: 'Link two cases',
  who: handlers,
  needs: [
    ...aPair,
    need(
      'they are not linked already',
      'already',
      (standing) => lastWordIn(standing, standing.asked.other)?.kind !== 'linked',
    ),
    need('the person was not the last to say that they are not about the same person', 'ownWork', (standing) => {
      const last = lastWordIn(standing, standing.asked.other);
      return last?.kind !== 'notSame' || !isBy(last, standing.by);
    }),
  ],
  leaves: ['linked'],
  evenErased: true,
  does: (standing) => {
    const { record, entries, today, asked, salt } = standing;
    const other = otherOf(standing);
    const isFirst = !linkedIn(entries({ kinds: pairing })).includes(asked.other);
    const isRepeat = record.repeatOn === undefined && other !== undefined && isLater(record, other) && isFirst;
    return {
      steps: [
        {
          record: { ...record, ...(isRepeat && { repeatOn: today }) },
          event: { kind: 'linked', link: { other: asked.other, salt } },
        },
      ],
    };
  },
});

/**
 * Links two cases in both histories. Both must have the same readers. A repeat completes a half-written link. Throws
 * StoreError.
 */
export async function linkCase(deps: CaseworkDependencies, by: Actor, asked: AskedLink): Promise<CaseOutcome> {
  const outcome = await caseLinking(deps, by, asked);
  if (outcome.kind === 'changed') await caseLinking(deps, by, { ...asked, caseId: asked.other, other: asked.caseId });
  return outcome;
}

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
