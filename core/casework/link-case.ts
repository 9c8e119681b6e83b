import type { CaseRecord } from '../model/case-record.ts';
import type { Actor } from '../model/permissions.ts';
import type { CaseId } from '../model/case-id.ts';
import {
  type EntryRequest,
  type ActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  handlers,
  requirement,
  type SealedNote,
  type DecisionContext,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import {
  currentConfirmations,
  findPairDecision,
  linkedCaseIds,
  pairEventKinds,
  samePersonEventKinds,
} from './case-links.ts';
import { hasAuthor, lastOpeningQuery } from './four-eyes.ts';

export interface LinkRequest extends EntryRequest {
  readonly other: CaseId;
}

const isLater = (one: CaseRecord, other: CaseRecord): boolean =>
  `${one.receivedOn} ${one.caseId}` > `${other.receivedOn} ${other.caseId}`;

/** A link shows a case to everyone who sees the other. */
const haveSameReaders = (one: CaseRecord, other: CaseRecord): boolean =>
  one.handledBy === other.handledBy &&
  JSON.stringify([...one.excluded].sort()) === JSON.stringify([...other.excluded].sort());

export const getOtherCase = ({ other, input }: ActionContext<LinkRequest>): CaseRecord | undefined =>
  other(input.other);

export const pairRequirements = [
  requirement<LinkRequest>(
    'the person may see the other case too',
    'refused',
    (context) => getOtherCase(context) !== undefined,
  ),
  requirement<LinkRequest>('it is another case', 'sameCase', ({ record, input }) => input.other !== record.caseId),
  requirement<LinkRequest>(
    'neither is erased',
    'erased',
    (context) => context.record.erasedOn === undefined && getOtherCase(context)?.erasedOn === undefined,
  ),
  requirement<LinkRequest>('the same people see both', 'state', (context) => {
    const other = getOtherCase(context);
    return other !== undefined && haveSameReaders(context.record, other);
  }),
] as const;

export const openedBothRequirement = requirement<LinkRequest>(
  'the person has opened both',
  'notOpened',
  ({ record, entries, by, input }) =>
    [record.caseId, input.other].every((caseId) => entries(lastOpeningQuery(by), caseId).length > 0),
);

/** Otherwise one person could hide a match and bring it back alone. */
export const notOwnDenialRequirement = requirement<LinkRequest>(
  'the person was not the last to say that they are not about the same person',
  'ownWork',
  (context) => {
    const last = lastPairDecision(context, context.input.other);
    return last?.kind !== 'notSame' || !hasAuthor(last, context.by);
  },
);

const lastPairDecision = ({ entries }: DecisionContext, other: CaseId) =>
  findPairDecision(other, entries({ kinds: pairEventKinds }));

export const linkCaseUseCase = createUseCase<LinkRequest>({
  description: 'Link two cases',
  allowedActors: handlers,
  requirements: [
    ...pairRequirements,
    requirement(
      'they are not linked already',
      'already',
      (context) => lastPairDecision(context, context.input.other)?.kind !== 'linked',
    ),
    notOwnDenialRequirement,
  ],
  eventKinds: ['linked'],
  allowsErased: true,
  apply: (context) => {
    const { record, entries, today, input: asked, salt } = context;
    const other = getOtherCase(context);
    const isFirst = !linkedCaseIds(entries({ kinds: pairEventKinds })).includes(asked.other);
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

/** The cases have the same readers. A repeat completes a half-written link. Throws StoreError. */
export async function linkCase(deps: CaseworkDependencies, by: Actor, input: LinkRequest): Promise<CaseOutcome> {
  const outcome = await linkCaseUseCase(deps, by, input);
  if (outcome.kind === 'changed')
    await linkCaseUseCase(deps, by, { ...input, caseId: input.other, other: input.caseId });
  return outcome;
}

export interface SeparateSubjectsRequest extends EntryRequest {
  readonly other: CaseId;
  readonly revised: boolean;
  readonly words: SealedNote;
}

export const recordSeparateSubjectsUseCase = createUseCase<SeparateSubjectsRequest>({
  description: 'Record that two cases are not about the same person, or withdraw that',
  allowedActors: handlers,
  requirements: [
    ...pairRequirements,
    requirement(
      'a reason that all who handle the case can read',
      'noReason',
      ({ input }) => input.words.for === 'handlers',
    ),
    openedBothRequirement,
    requirement(
      'they are not linked',
      'state',
      (context) => lastPairDecision(context, context.input.other)?.kind !== 'linked',
    ),
    requirement(
      'no one has confirmed that they are, and it was not parted',
      'state',
      ({ rules, entries, input }) =>
        !rules.personGroups || currentConfirmations(input.other, entries({ kinds: samePersonEventKinds })).length === 0,
    ),
    requirement(
      'to take it back: it was said',
      'state',
      (context) => !context.input.revised || lastPairDecision(context, context.input.other) !== undefined,
    ),
    requirement('it is not so already', 'already', (context) => {
      const isSaid = lastPairDecision(context, context.input.other)?.kind === 'notSame';
      return isSaid === context.input.revised;
    }),
    requirement(
      'and by someone else',
      'ownWork',
      (context) => !context.input.revised || !hasAuthor(lastPairDecision(context, context.input.other), context.by),
    ),
  ],
  eventKinds: ['notSame', 'notSameRevised'],
  allowsErased: true,
  apply: ({ record, input, salt }) => ({
    steps: [
      {
        record: { ...record },
        event: {
          kind: input.revised ? 'notSameRevised' : 'notSame',
          link: { other: input.other, salt },
          note: input.words,
        },
      },
    ],
  }),
});

/**
 * For cases with the same readers, whose reports the person has opened. A repeat completes a half-written entry. Throws
 * StoreError.
 */
export async function recordSeparateSubjects(
  deps: CaseworkDependencies,
  by: Actor,
  input: SeparateSubjectsRequest,
): Promise<CaseOutcome> {
  const outcome = await recordSeparateSubjectsUseCase(deps, by, input);
  if (outcome.kind === 'changed')
    await recordSeparateSubjectsUseCase(deps, by, { ...input, caseId: input.other, other: input.caseId });
  return outcome;
}
