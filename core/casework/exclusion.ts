import { afterExclusion, type AlertRecord, forReserve } from '../model/alert-record.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { requestWithout } from '../model/identity-request.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import type { PersonId } from '../model/directory.ts';
import {
  type Act,
  type AskedEntry,
  type Asking,
  type CaseOutcome,
  type CaseworkDependencies,
  type Done,
  handlers,
  need,
  noteOf,
  reserveThatWasTold,
  type SealedWords,
  type Standing,
} from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { tasksWithout } from './decision-log.ts';
import { handlersLeft, holdersLeft, isBy, lastShutOut, shuttingOut } from './four-eyes.ts';

/** An excluded person keeps no part in pending decisions. The history keeps what they did. */
const withoutPartOf = (record: CaseRecord, person: PersonId): CaseRecord => ({
  ...record,
  excluded: [...record.excluded, person],
  assignee: record.assignee === person ? undefined : record.assignee,
  erasure: record.erasure?.askedBy === person ? undefined : record.erasure,
  closing: record.closing?.by === person ? undefined : record.closing,
  takeover: record.takeover?.by === person ? undefined : record.takeover,
  cardWithdrawal: record.cardWithdrawal?.by === person ? undefined : record.cardWithdrawal,
  identityAsked: record.identityAsked && requestWithout(record.identityAsked, person),
  tasks: tasksWithout(record.tasks, person),
});

/**
 * The reason for an identity request was sealed to the former handlers, so the reserve asks anew, and its alert waits
 * as a new one.
 */
export const withReserve = (record: CaseRecord): CaseRecord => ({
  ...record,
  handledBy: 'reserve',
  assignee: undefined,
  identityAsked: undefined,
  closing: undefined,
  cardWithdrawal: undefined,
  takeover: undefined,
  tasks: tasksWithout(record.tasks),
  toAcknowledge: true,
  opened: false,
});

export function alertOfReserve(
  alert: AlertRecord,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  known: readonly PersonId[],
  now: Date,
): AlertRecord {
  const due = forReserve(alert, now);
  return known.some((one) => excluded.includes(one)) ? afterExclusion(due) : due;
}

/** A case never stays with no one. */
const somebodyIsLeft = (standing: Standing, person: PersonId): boolean => {
  const without = withoutPartOf(standing.record, person);
  return (
    handlersLeft(standing.holders, without, person).length > 0 || holdersLeft(standing, without, 'reserve').length > 0
  );
};

/** Someone leaves a case. If no one of the unit is left it goes to the reserve, whose alert is due. */
function left({ record, holders, by, now, asked }: Asking<{ readonly words?: SealedWords | undefined }>): Done {
  const without = withoutPartOf(record, by);
  const step = { record: without, event: { kind: 'conflictDeclared', ...noteOf(asked.words) } } as const;
  if (handlersLeft(holders, without, by).length > 0) return { steps: [step], alert: afterExclusion };
  return {
    steps: [step, { record: withReserve(without), event: { kind: 'movedToReserve', by: 'system' } }],
    alert: (alert) => alertOfReserve(alert, without, holders.reserve, now),
  };
}

interface AskedConflict extends AskedEntry {
  readonly words?: SealedWords | undefined;
}

type ExclusionOutcome = CaseOutcome | { readonly kind: 'out' };

/**
 * The person is excluded at once. Without a known handler left the case goes to the reserve; the last who could see it
 * cannot leave. From then on no alert that an excluded person reads names it.
 */
export const conflictDeclaring = makeUseCase<AskedConflict>({
  says: 'Leave a case because of a conflict of interest',
  who: handlers,
  needs: [
    need('the person is not out of it already', 'already', ({ record, by }) => !record.excluded.includes(by)),
    need('somebody else is left who can see it, of the reserve if nobody of the unit', 'lastOne', (standing) =>
      somebodyIsLeft(standing, standing.by),
    ),
  ],
  leaves: ['conflictDeclared'],
  evenErased: true,
  does: left,
});

export async function declareConflict(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedConflict,
): Promise<ExclusionOutcome> {
  const outcome = await conflictDeclaring(deps, by, asked);
  return outcome.kind === 'changed' ? { kind: 'out' } : outcome;
}

interface AskedExclusion extends AskedEntry {
  readonly person: PersonId;
  readonly words?: SealedWords | undefined;
}

const isOneself = ({ by, asked }: Asking<AskedExclusion>): boolean => asked.person === by;
const without = ({ record, asked }: Asking<AskedExclusion>) => withoutPartOf(record, asked.person);

/**
 * Excludes a person at once, known as a handler or not. From then on no alert that an excluded person reads names the
 * case. Someone who excludes themselves leaves as by a conflict.
 */
export const personExcluding = makeUseCase<AskedExclusion>({
  says: 'Shut a person out of a case',
  who: handlers,
  needs: [
    need(
      'that person is not out of it already',
      'already',
      ({ record, asked }) => !record.excluded.includes(asked.person),
    ),
    need(
      'if it is oneself: somebody else is left who can see it, of the reserve if nobody of the unit',
      'lastOne',
      (standing) => !isOneself(standing) || somebodyIsLeft(standing, standing.by),
    ),
    need(
      'if it is somebody else: a reason that the reserve can read',
      'noReason',
      (standing) => isOneself(standing) || standing.asked.words?.for === 'oversight',
    ),
    need(
      'and of a case of the unit, somebody of the reserve who is not shut out',
      'noReserve',
      (standing) =>
        isOneself(standing) ||
        standing.record.handledBy !== 'acu' ||
        holdersLeft(standing, without(standing), 'reserve').length > 0,
    ),
    // No one else is told of the reserve's cases: a finished one stays where a second person sees it.
    need(
      'of a closed case of the reserve: somebody else is left who sees it',
      'needsSecond',
      (standing) =>
        isOneself(standing) ||
        standing.record.handledBy !== 'reserve' ||
        standing.record.status !== 'closed' ||
        handlersLeft(standing.holders, without(standing), standing.by).some((one) => one !== standing.by),
    ),
  ],
  leaves: ['excluded', 'conflictDeclared'],
  tells: { says: 'if it is somebody else', holds: (standing) => !isOneself(standing) },
  evenErased: true,
  does: (standing) => {
    if (isOneself(standing)) return left(standing);
    const { person, words } = standing.asked;
    return {
      steps: [
        { record: without(standing), event: { kind: 'excluded', detail: { person }, ...(words && { note: words }) } },
      ],
      alert: afterExclusion,
    };
  },
});

export async function excludePerson(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedExclusion,
): Promise<ExclusionOutcome> {
  const outcome = await personExcluding(deps, by, asked);
  return outcome.kind === 'changed' && !maySee(by, outcome.record) ? { kind: 'out' } : outcome;
}

interface AskedReadmission extends AskedEntry {
  readonly person: PersonId;
  readonly words: SealedWords;
}

const lastShutOutIn = ({ entries, asked }: Asking<AskedReadmission>) =>
  lastShutOut(entries({ kinds: shuttingOut }), asked.person);

const readmitting: Omit<Act<AskedReadmission>, 'says' | 'who'> = {
  needs: [
    need('a reason that the reserve can read', 'noReason', ({ asked }) => asked.words.for === 'oversight'),
    need('that person is shut out of it', 'noSuchPerson', ({ record, asked }) =>
      record.excluded.includes(asked.person),
    ),
    need(
      'by a colleague, and not by a conflict of their own',
      'ownConflict',
      (standing) => lastShutOutIn(standing)?.kind === 'excluded',
    ),
    need(
      'by somebody else than the one who lets them in',
      'ownWork',
      (standing) => !isBy(lastShutOutIn(standing), standing.by),
    ),
  ],
  leaves: ['readmitted'],
  tells: { says: 'always', holds: () => true },
  evenErased: true,
  does: ({ record, asked: { person, words } }) => ({
    steps: [
      {
        record: { ...record, excluded: record.excluded.filter((out) => out !== person) },
        event: { kind: 'readmitted', detail: { person }, note: words },
      },
    ],
  }),
};

/** Another handler than the excluder lets the person in. A declared conflict stays. The reserve is told. */
export const readmitPerson = makeUseCase<AskedReadmission>({
  says: 'Let a person in again whom a colleague shut out',
  who: handlers,
  ...readmitting,
});

/** The reserve restores access, in a case of the unit that it was told about. */
export const readmitPersonAsReserve = makeUseCase<AskedReadmission>({
  says: 'Let such a person in again as the reserve',
  who: reserveThatWasTold,
  ...readmitting,
});
