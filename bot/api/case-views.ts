import { alertAgain } from '../../concerns/records/alert-schedule.ts';
import { type CaseFigures, type CaseRecord, caseFiguresSchema } from '../../concerns/records/case-record.ts';
import { runningDeadlines, type TimeLimits } from '../../concerns/records/deadlines.ts';
import { type ShownCase, shownCase } from '../../concerns/casework/shown-case.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import { readmittableBy, wasOpenedByAnother } from '../../concerns/casework/second-person.ts';
import type { AlertOutbox } from '../../concerns/ports/alert-outbox.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import type { EntriesAsked, History } from '../../concerns/ports/history.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { CaseRow, CaseView, ShownEntries } from '../../contract/answers.ts';
import type { Caller } from './caller.ts';
import type { RoleHolders } from './role-holders.ts';

export interface CaseViews {
  /** A case as its page shows it to somebody who may see it, without a seal. Throws StoreError. */
  view(caller: Caller, record: CaseRecord): Promise<CaseView>;
  /** Entries of its history as its page shows them. Throws StoreError. */
  entries(events: readonly EventRecord[]): Promise<ShownEntries>;
  /** A row of the list. */
  readonly row: (figures: CaseFigures) => CaseRow;
}

/** Everybody who stands in entries of a history. */
const peopleOf = (events: readonly EventRecord[]): readonly PersonId[] =>
  events.flatMap(({ by, detail }) => [typeof by === 'string' ? [] : by.objectId, detail?.person ?? []].flat());

/** Everybody who stands in a case and what is shown of its history. */
const peopleIn = ({ record, events }: Pick<ShownCase, 'record' | 'events'>): readonly PersonId[] => [
  ...[record.assignee, record.sanitised?.by, record.sanitised?.signedBy, record.erasure?.askedBy].flatMap(
    (id) => id ?? [],
  ),
  ...record.excluded,
  ...peopleOf(events),
];

const openedBy = (record: CaseRecord): CaseView['record']['identity'] =>
  record.sealedIdentity === undefined ? 'none' : record.mode === 'confidential' ? 'custodians' : 'handlers';

export function createCaseViews(deps: {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly people: RoleHolders;
  readonly timeLimits: TimeLimits;
  /** Whether messages to those who reported were agreed to. */
  readonly messages: boolean;
}): CaseViews {
  const { outbox, people, timeLimits, messages } = deps;
  return {
    async view(caller, record) {
      const shown = await shownCase(deps, record, caller);
      const { tenantId: _tenant, ...rest } = shown.record;
      const standing = {
        record,
        by: caller.objectId,
        entries: (asked: EntriesAsked) => deps.history.entries(record.caseId, asked),
      };
      const [handlers, readmittable, wasOpened, alert] = await Promise.all([
        people.handlers(record.handledBy),
        readmittableBy(standing),
        wasOpenedByAnother({ handlersKnown: (handledBy) => people.handlers(handledBy) }, standing),
        outbox.read(record.caseId, alertAgain(record, new Date(0))),
      ]);
      return {
        record: { ...rest, linked: shown.linked, identity: openedBy(record) },
        deadlines: runningDeadlines(record, timeLimits),
        alertWaits: alert !== undefined && alert.value.state !== 'acknowledged',
        events: shown.events,
        passed: shown.passed,
        people: await people.named(peopleIn(shown)),
        assignable: await people.named(handlers.filter((id) => !record.excluded.includes(id))),
        readmittable,
        closingIsTold: !wasOpened,
        messages: !messages ? 'notAgreed' : record.possibleChis ? 'stopped' : 'allowed',
      };
    },
    entries: async (events) => ({ events, people: await people.named(peopleOf(events)) }),
    row(figures) {
      const { week: _week, ...shown } = caseFiguresSchema.parse(figures);
      return { figures: shown, deadlines: runningDeadlines(figures, timeLimits) };
    },
  };
}
