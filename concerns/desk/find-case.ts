import type { CaseStore, History } from '../ports/case-store.ts';
import type { AskedAtDesk, Claim, FoundAtDesk, MessageAtDesk, NextStep } from '../ports/desk.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { runningDeadlines, type TimeLimits } from '../records/deadlines.ts';
import type { EventRecord } from '../records/event-record.ts';
import { countOfReporter } from '../records/sealed-file.ts';
import { type Clock, dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/codes.ts';
import { reportersCase } from './reporters-case.ts';

export interface FindCaseDependencies {
  readonly cases: Pick<CaseStore, 'readers' | 'read'>;
  readonly history: History;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly timeLimits: TimeLimits;
}

function handedOut({ kind, at, message, detail }: EventRecord, aside: ReadonlySet<string>): readonly MessageAtDesk[] {
  if ((kind !== 'messageFromReporter' && kind !== 'messageToReporter') || message === undefined) return [];
  const { id, number, sealed } = message;
  const isOurs = kind === 'messageToReporter';
  const its = { id, number, ...(isOurs && sealed !== undefined && { sealed }) };
  const beside = aside.has(message.digest) ? ({ setAside: true } as const) : {};
  return [{ kind, at: isOurs ? '' : at, message: its, asks: isOurs && detail?.months !== undefined, ...beside }];
}

async function messagesOf(history: History, caseId: CaseId): Promise<readonly MessageAtDesk[]> {
  const [theirs, ours] = await Promise.all([
    history.entries(caseId, { kinds: ['messageFromReporter', 'doubted'] }),
    history.sealed(caseId, { kinds: ['messageToReporter'] }),
  ]);
  const aside = new Set(theirs.flatMap(({ kind, detail }) => (kind === 'doubted' ? (detail?.of ?? []) : [])));
  return [...theirs, ...ours]
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap((event) => handedOut(event, aside));
}

function nextStep(deps: FindCaseDependencies, record: CaseRecord): NextStep | undefined {
  const { referral: _referral, detrimentCheck: _check, tasks: _tasks, ...figures } = record;
  const [running] = runningDeadlines(figures, deps.timeLimits);
  return running && { dueOn: running.dueOn, isLate: running.dueOn < dayOf(deps.clock(), deps.timeZone) };
}

/** The case of a claim, by a point read; no seal is read but those of messages to this person. Throws StoreError. */
export async function findCase(
  deps: FindCaseDependencies,
  claim: Claim,
  { addition, messages }: AskedAtDesk,
): Promise<FoundAtDesk | undefined> {
  const { caseId } = claim;
  const its = await reportersCase(deps, claim);
  if (its === undefined) return undefined;
  const stands =
    addition !== undefined && (await deps.history.entries(caseId, { message: addition, first: 1 })).length > 0;
  if (its.kind === 'erased') return { ...its, stood: stands };
  const { handledBy, route, status, receivedOn, answer, detrimentCheck, identityOpenedOn, files } = its.standing.value;
  return {
    kind: 'case',
    handledBy,
    route,
    status,
    receivedOn,
    next: nextStep(deps, its.standing.value),
    answer,
    asksOn: detrimentCheck?.dueOn,
    files: countOfReporter(files),
    identityOpenedOn,
    addition: {
      stands,
      count: addition === undefined || stands ? 0 : await deps.history.count(caseId, 'messageFromReporter'),
    },
    messages: messages ? await messagesOf(deps.history, caseId) : [],
  };
}
