import {
  type CaseListItem,
  caseListItemSchema,
  isUnacknowledged,
  isUnopened,
  isUnread,
} from '../../core/model/case-record.ts';
import { runningDeadlines, type TimeLimits } from '../../core/model/deadlines.ts';
import type { CaseDetails } from '../../core/casework/case-view.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { CaseRow, CaseView, HistoryEntriesView } from '../../contract/operation-answers.ts';
import type { RoleHolders } from './role-holders.ts';

export interface CaseViews {
  view(shown: CaseDetails): Promise<CaseView>;
  entries(events: readonly EventRecord[]): Promise<HistoryEntriesView>;
  readonly row: (figures: CaseListItem) => CaseRow;
}

const eventPeople = (events: readonly EventRecord[]): readonly PersonId[] =>
  events.flatMap(({ by, detail }) => [typeof by === 'string' ? [] : by.objectId, detail?.person ?? []].flat());

const casePeople = ({
  record,
  subjectCard,
  caseTitle,
  formerCards,
  events,
}: Pick<CaseDetails, 'record' | 'caseTitle' | 'subjectCard' | 'formerCards' | 'events'>): readonly PersonId[] => [
  ...[
    record.assignee,
    record.sanitised?.by,
    record.sanitised?.signedBy,
    record.erasure?.askedBy,
    record.closing?.by,
    record.cardWithdrawal?.by,
    record.lowering?.by,
    record.urgencyRaised?.by,
    record.safety?.by,
    record.crime?.by,
    record.conduct?.by,
  ].flatMap((id) => id ?? []),
  ...[record.identityAsked?.by ?? [], record.identityAsked?.agreedBy ?? []].flat(),
  ...(record.tasks ?? []).flatMap((task) => task.for ?? []),
  ...[...formerCards, ...[subjectCard, caseTitle].flatMap((one) => one ?? [])].map(({ by }) => by),
  ...record.excluded,
  ...eventPeople(events),
];

export function createCaseViews(deps: {
  readonly people: RoleHolders;
  readonly timeLimits: TimeLimits;
  readonly messages: boolean;
}): CaseViews {
  const { people, timeLimits, messages } = deps;
  return {
    async view(shown) {
      const {
        record,
        linked,
        notSame,
        caseTitle,
        samePerson,
        confirmed,
        subjectCard,
        formerCards,
        identity,
        handlers,
        events,
        passed,
        alertWaits,
      } = shown;
      const { readmittable, closingIsTold, closingGates, needsAgreement, signOff, erasureGates } = shown;
      const { closingRefusal, reserveRefusal } = shown;
      const { tenantId: _tenant, ...rest } = record;
      const [named, assignable] = await Promise.all([people.getNames(casePeople(shown)), people.getNames(handlers)]);
      return {
        record: {
          ...rest,
          linked,
          notSame,
          ...(samePerson.length > 0 && { samePerson, confirmed }),
          identity,
          ...(caseTitle && { caseTitle }),
          ...(subjectCard && { subjectCard }),
          formerCards,
        },
        deadlines: runningDeadlines(record, timeLimits),
        alertWaits,
        events,
        passed,
        people: named,
        assignable,
        readmittable,
        closingIsTold,
        closingGates,
        closingRefusal,
        reserveRefusal,
        needsAgreement,
        signOff,
        erasureGates,
        messages: !messages ? 'notAgreed' : record.possibleChis ? 'stopped' : 'allowed',
      };
    },
    entries: async (events) => ({ events, people: await people.getNames(eventPeople(events)) }),
    row(figures) {
      const { week: _week, ...shown } = caseListItemSchema.parse(figures);
      return {
        figures: shown,
        deadlines: runningDeadlines(figures, timeLimits),
        isUnread: isUnread(figures),
        isUnacknowledged: isUnacknowledged(figures),
        isUnopened: isUnopened(figures),
      };
    },
  };
}
