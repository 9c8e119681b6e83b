import type { EntriesAsked } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind, EventRecord } from '../model/event-record.ts';
import type { HandledBy } from '../model/urgency.ts';
import type { PersonId } from '../model/directory.ts';
import { type Act, type Asking, type Holders, need, type Standing } from './acts.ts';
import { identityAwaits } from '../model/identity-request.ts';

/** The current handlers who are not excluded, and the assignee even if no list names them. */
export function handlersLeft(
  holders: Pick<Holders, HandledBy>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  atWork: PersonId,
): readonly PersonId[] {
  const out = new Set(record.excluded);
  return [...new Set([...holders[record.handledBy], atWork])].filter((objectId) => !out.has(objectId));
}

export const othersLeft = (
  holders: Pick<Holders, HandledBy>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  by: PersonId,
): readonly PersonId[] => handlersLeft(holders, record, by).filter((one) => one !== by);

export const isBy = (event: EventRecord | undefined, person: PersonId): boolean =>
  typeof event?.by === 'object' && event.by.objectId === person;

export const lastOpening = (person: PersonId): EntriesAsked => ({ kinds: ['consulted'], by: [person], last: 1 });

export function hasOpenedAfter({ entries, by }: Pick<Standing, 'entries' | 'by'>, place: number): boolean {
  const [opened] = entries(lastOpening(by));
  return opened !== undefined && opened.sequence > place;
}

export const openedByOthers = (others: readonly PersonId[]): EntriesAsked | undefined =>
  others.length === 0 ? undefined : { kinds: ['consulted'], by: others, last: 1 };

export const lastWords = { kinds: ['messageFromReporter', 'reopened'], last: 1 } as const satisfies EntriesAsked;
export const askedForGradings = { kinds: ['triaged'] } as const satisfies EntriesAsked;
export const askedForNews: readonly EntriesAsked[] = [lastWords, askedForGradings];

/** Whether one of these people opened the case since its last news; a grading of their own does not count. */
export function hasReadAll({ entries }: Pick<Standing, 'entries'>, people: readonly PersonId[]): boolean {
  const asked = openedByOthers(people);
  if (asked === undefined) return false;
  const [said] = entries(lastWords);
  const [opened] = entries(asked);
  const saidAt = said?.sequence ?? 0;
  if (opened === undefined || opened.sequence < saidAt) return false;
  const graded = entries(askedForGradings).at(-1);
  if (graded === undefined || opened.sequence > graded.sequence) return true;
  const grader = people.find((person) => isBy(graded, person));
  if (grader === undefined) return false;
  const [own] = entries(lastOpening(grader));
  return own !== undefined && own.sequence > saidAt;
}

export const wasReadByAnother = (standing: Standing): boolean =>
  hasReadAll(standing, othersLeft(standing.holders, standing.record, standing.by));

export const shuttingOut = ['conflictDeclared', 'excluded'] as const satisfies readonly EventKind[];

/** The entry that last excluded a person who is still out. */
export const lastShutOut = (entries: readonly EventRecord[], person: PersonId): EventRecord | undefined =>
  entries.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && isBy(event, person)) ||
      (event.kind === 'excluded' && event.detail?.person === person),
  );

/** Those whom someone else excluded, and who did not leave themselves. */
export function readmittableBy({ record, entries, by }: Standing): readonly PersonId[] {
  if (record.excluded.length === 0) return [];
  const out = entries({ kinds: shuttingOut });
  return record.excluded.filter((person) => {
    const last = lastShutOut(out, person);
    return last?.kind === 'excluded' && !isBy(last, by);
  });
}

export const holdersLeft = (
  { holders }: Pick<Standing, 'holders'>,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  handledBy: HandledBy,
): readonly PersonId[] => holders[handledBy].filter((one) => !excluded.includes(one));

function isAloneWithReserved({ record, entries, holders, by }: Standing): boolean {
  if (record.handledBy !== 'reserve' || record.excluded.length === 0) return false;
  const out = entries({ kinds: shuttingOut });
  if (!record.excluded.some((person) => lastShutOut(out, person)?.kind === 'excluded')) return false;
  return othersLeft(holders, record, by).length === 0;
}

/** The reserve is told of acts on the unit's cases only if it has someone. */
export const reserveIsThere = <Asked>(when: (standing: Asking<Asked>) => boolean) =>
  need<Asked>(
    'if the reserve is told of a case of the unit: somebody else of the reserve is not shut out of it',
    'noReserve',
    (standing) =>
      !when(standing) ||
      standing.record.handledBy === 'reserve' ||
      holdersLeft(standing, standing.record, 'reserve').some((one) => one !== standing.by),
  );
/** No one else is told of the reserve's cases. */
export const secondIsThere = <Asked>(when: (standing: Asking<Asked>) => boolean) =>
  need<Asked>(
    'of a case of the reserve: somebody else is left who sees it, if a colleague was shut out',
    'needsSecond',
    (standing) => !when(standing) || !isAloneWithReserved(standing),
  );
export const somebodyIsTold = <Asked>(when: (standing: Asking<Asked>) => boolean) => [
  reserveIsThere(when),
  secondIsThere(when),
];

export const askedToAgree = {
  says: 'everybody else who sees the case',
  people: ({ holders, by }, after) => othersLeft(holders, after, by),
} as const satisfies Act<unknown>['waits'];

export const askedOfCustodians = {
  says: 'the custodians whom the request waits for',
  people({ holders, by, today }, after) {
    const awaits = identityAwaits(after, today);
    if (awaits === undefined) return [];
    const not = new Set([...awaits.notBy, by]);
    return holders.custodians.filter((custodian) => !not.has(custodian));
  },
} as const satisfies Act<unknown>['waits'];
