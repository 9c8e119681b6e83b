import type { EntriesAsked } from '../ports/history.ts';
import type { AlertRecord } from '../records/alert-record.ts';
import { withNotice } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseworkDependencies, Standing, Step } from './casework.ts';

/**
 * Those who are known to handle a case and are not shut out of it. Whoever is at
 * work on it counts, also where no list names them. Throws StoreError.
 */
export async function handlersLeft(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  atWork: PersonId,
): Promise<readonly PersonId[]> {
  const known = [...(await deps.handlersKnown(record.handledBy)), atWork];
  const out = new Set(record.excluded);
  return [...new Set(known)].filter((objectId) => !out.has(objectId));
}

const isBy = (event: EventRecord, person: PersonId): boolean =>
  typeof event.by === 'object' && event.by.objectId === person;

/** A decision of which the reserve is told. */
export interface Telling {
  readonly steps: readonly Step[];
  readonly alert: (alert: AlertRecord) => AlertRecord;
  readonly tells: true;
}

/**
 * A step that one person takes alone, and the reserve is told of: it stands in the history that it was, and the case
 * stands among those that the reserve has been told of. Where the case has no alert, nobody could be told, and nothing
 * is done.
 */
export const told = (step: Step, { now, today }: Pick<Standing, 'now' | 'today'>): Telling => ({
  steps: [
    {
      record: { ...step.record, oversight: { toldOn: today } },
      event: { ...step.event, detail: { ...step.event.detail, told: true } },
    },
  ],
  alert: (alert) => withNotice(alert, now),
  tells: true,
});

type Deciding = Pick<Standing, 'record' | 'entries' | 'by'>;

/** Those who are known to see a case beside the one who is at work on it. Throws StoreError. */
export async function othersLeft(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  { record, by }: { readonly record: Parameters<typeof handlersLeft>[1]; readonly by: PersonId },
): Promise<readonly PersonId[]> {
  return (await handlersLeft(deps, record, by)).filter((one) => one !== by);
}

/** The question to a history on whether one of these has opened a report; `undefined` where there is nobody. */
export const openedByOthers = (others: readonly PersonId[]): EntriesAsked | undefined =>
  others.length === 0 ? undefined : { kinds: ['consulted'], by: others, last: 1 };

/** The questions to a history on the last that became known of a case: words of the reporter or a reopening, a grading. */
export const lastWords = { kinds: ['messageFromReporter', 'reopened'], last: 1 } as const satisfies EntriesAsked;
export const askedForGradings = { kinds: ['triaged'] } as const satisfies EntriesAsked;
export const askedForNews: readonly EntriesAsked[] = [lastWords, askedForGradings];

/**
 * Whether one of these people has opened the case since the last that became known of it: what the reporter wrote, that
 * it was opened again, and its grading, unless that is their own. Throws StoreError.
 */
export async function hasReadAll(
  { entries }: Pick<Standing, 'entries'>,
  people: readonly PersonId[],
): Promise<boolean> {
  const asked = openedByOthers(people);
  if (asked === undefined) return false;
  const [[said], gradings, [opened]] = await Promise.all([
    entries(lastWords),
    entries(askedForGradings),
    entries(asked),
  ]);
  const saidAt = said?.sequence ?? 0;
  const graded = gradings.at(-1);
  if (opened === undefined || opened.sequence < saidAt) return false;
  if (graded === undefined || opened.sequence > graded.sequence) return true;
  const grader = people.find((person) => isBy(graded, person));
  if (grader === undefined) return false;
  const [own] = await entries({ kinds: ['consulted'], by: [grader], last: 1 });
  return own !== undefined && own.sequence > saidAt;
}

/** Whether somebody else who sees the case, and holds a role now, has read all that is known of it. Throws StoreError. */
export const wasReadByAnother = async (
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  standing: Deciding,
): Promise<boolean> => hasReadAll(standing, await othersLeft(deps, standing));

/** The kinds of entry by which somebody is put out of a case. */
export const shuttingOut = ['conflictDeclared', 'excluded'] as const satisfies readonly EventKind[];

/**
 * The one of these entries that last put somebody out of a case, while they are out: they themselves, or a colleague.
 */
export const lastShutOut = (entries: readonly EventRecord[], person: PersonId): EventRecord | undefined =>
  entries.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && isBy(event, person)) ||
      (event.kind === 'excluded' && event.detail?.person === person),
  );

/** Those whom another person than this one shut out of a case, and who did not leave it themselves. Throws StoreError. */
export async function readmittableBy({ record, entries, by }: Deciding): Promise<readonly PersonId[]> {
  if (record.excluded.length === 0) return [];
  const out = await entries({ kinds: shuttingOut });
  return record.excluded.filter((person) => {
    const last = lastShutOut(out, person);
    return last?.kind === 'excluded' && !isBy(last, by);
  });
}

/**
 * Whether somebody shut a colleague out of a case of the reserve and nobody else is known who could see it: there is
 * nobody to tell then, and what would end the case waits for a second person. Throws StoreError.
 */
export async function isAloneWithReserved(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  standing: Deciding,
): Promise<boolean> {
  const { record } = standing;
  if (record.handledBy !== 'reserve' || record.excluded.length === 0) return false;
  const out = await standing.entries({ kinds: shuttingOut });
  if (!record.excluded.some((person) => lastShutOut(out, person)?.kind === 'excluded')) return false;
  return (await othersLeft(deps, standing)).length === 0;
}

/**
 * Why one person cannot do alone what the reserve would be told of: nobody of the reserve holds the role now and sees what
 * is told (`noReserve`), or nobody else is left in a case of the reserve (`needsSecond`). `undefined` if somebody can be
 * told. Throws StoreError.
 */
export async function tellingRefusal(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  standing: Deciding,
): Promise<{ readonly why: 'noReserve' | 'needsSecond' } | undefined> {
  const { record, by } = standing;
  if (record.handledBy === 'reserve') {
    return (await isAloneWithReserved(deps, standing)) ? { why: 'needsSecond' } : undefined;
  }
  const known = await deps.handlersKnown('reserve');
  return known.some((one) => one !== by && !record.excluded.includes(one)) ? undefined : { why: 'noReserve' };
}
