import {
  type AdditionOutcome,
  type AskedAtDesk,
  type Claim,
  type Desk,
  type FoundAtDesk,
  type MessageAtDesk,
  type NextStep,
  type SavedReport,
  type SentAddition,
  type SentReport,
  shortRoleCode,
  ShortRoleError,
  type SubmitOutcome,
} from '../ports/intake.ts';
import type { DraftStore } from '../ports/store.ts';
import { addYears, type Clock, type Day, dayOf, endOf, weekOf } from '../model/calendar.ts';
import { type CaseStore, endOfHistory, type History, standingCase } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import { afterFollowUp, alertAgain, type AlertRecord, type AlertTiming, firstDue } from '../model/alert-record.ts';
import { type CaseRecord, untouched, type Versioned, withAddition, withoutEnd } from '../model/case-record.ts';
import { afterEvent, emptyChain, type EventRecord } from '../model/event-record.ts';
import { countOfReporter, holderOf, type KeptFile } from '../model/sealed-file.ts';
import type { NeededRole } from '../model/directory.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { reviewDateAfter, runningDeadlines, type TimeLimits } from '../model/deadlines.ts';
import type { CaseId } from '../model/codes.ts';
import type { AlertOutbox } from '../ports/alerts.ts';
import { caseBounds, roomFor } from '../ports/case-limits.ts';
import { fileLimits } from '../model/files.ts';
import { dropAt, type FileOnItsWay, type FilesAt, keepPartAt, partsAt, standAt, withFiles } from './case-files.ts';
import { digestOfMailbox } from '../model/sealed-report.ts';

export interface DeskDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly drafts: DraftStore;
  readonly files?: FileStore | undefined;
  readonly budget: WorkBudget;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly timeLimits: TimeLimits;
  readonly alertTiming: AlertTiming;
  readonly alertNamesKind: boolean;
  readonly reviewYears: number;
  readonly shortRoles?: readonly NeededRole[];
}

/** The desk over a store, for the person with this budget. */
export const createDesk = (deps: DeskDependencies): Desk => ({
  submit: (report) => takeReport(deps, report),
  find: (claim, asked) => findCase(deps, claim, asked),
  add: (addition) => takeAddition(deps, addition),
  draft: async (id) => (await deps.drafts.read(id, deps.clock()))?.sealed,
  keep: (id, draft) =>
    draft === undefined
      ? deps.drafts.remove(id)
      : deps.budget.spend(
          {
            id: `draft ${id} ${draft.sealed}`,
            amounts: { drafts: 1 },
            isKept: async () => (await deps.drafts.read(id, deps.clock()))?.sealed === draft.sealed,
          },
          () => deps.drafts.save({ id, sealed: draft.sealed, expiresAt: endOf(draft.until, deps.timeZone) }),
          () => true,
        ),
});

/**
 * Saves a sealed report with its alert in one step, before its sender is told. A repeat finds the first. Throws
 * StoreError: then nothing is known to be saved; and OverBudgetError and ShortRoleError.
 */
async function takeReport(deps: DeskDependencies, report: SentReport): Promise<SubmitOutcome> {
  const { mailbox: mailboxRecipient, partnerType, ...terms } = report;
  const { caseId, urgency, handledBy, receivedOn, mode, kind, contentTag } = terms;
  const sent: CaseRecord = {
    ...untouched,
    ...terms,
    ...(report.route === 'hub' && partnerType && { partnerType }),
    week: weekOf(receivedOn),
    status: 'received',
    opened: false,
    mailboxRecipient,
    reviewOn: addYears(receivedOn, deps.reviewYears),
    chain: emptyChain,
  };
  const { record, event } = afterEvent(sent, {
    kind: 'received',
    by: 'system',
    at: receivedOn,
    ...(report.files && { files: report.files }),
  });
  const alert: AlertRecord = {
    caseId,
    handledBy,
    urgency,
    ...(deps.alertNamesKind && kind && { kind }),
    receivedOn,
    reason: 'new',
    state: 'waiting',
    dueAt: firstDue(urgency, deps.clock(), deps.alertTiming).toISOString(),
    attempts: 0,
    posts: [],
  };
  const isReady = await filesStand(deps, report, report.files ?? []);
  const create = () =>
    deps.budget.spend(
      {
        id: `report ${caseId} ${contentTag}`,
        amounts: { reports: 1 },
        ...(urgency === 'urgent' && { urgentCase: { caseId, handledBy } }),
        isKept: async () => {
          const found = (await deps.cases.read(caseId))?.value;
          return found !== undefined && isOfMailbox(found, mailboxRecipient);
        },
      },
      () => deps.cases.create(record, alert, [event]),
      (outcome) => outcome === 'created',
    );
  const short = shortRoleCode(report, deps.shortRoles ?? []);
  if (isReady && short === undefined && (await create()) === 'created') {
    const saved = { caseId, urgency, handledBy, receivedOn, mode, files: countOfReporter(sent.files) };
    return { kind: 'saved', isNew: true, ...saved };
  }
  const standing = (await deps.cases.read(caseId))?.value;
  if (short !== undefined && (standing === undefined || !isOfMailbox(standing, mailboxRecipient)))
    throw new ShortRoleError(short);
  // Parts first: a receipt is for a whole report. A saved report is told as it is.
  if (standing === undefined && !isReady) return { kind: 'filesMissing' };
  if (standing === undefined || !isOfMailbox(standing, mailboxRecipient)) return { kind: 'taken' };
  if (standing.erasedOn !== undefined) return { kind: 'erased' };
  if (standing.mailboxRecipient !== mailboxRecipient) return { kind: 'taken' };
  const told: SavedReport = {
    caseId,
    urgency: standing.urgency,
    handledBy: standing.handledBy,
    receivedOn: standing.receivedOn,
    mode: standing.mode,
    files: countOfReporter(standing.files),
  };
  return standing.contentTag === contentTag ? { kind: 'saved', isNew: false, ...told } : { kind: 'differs', ...told };
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

function nextStep(deps: DeskDependencies, record: CaseRecord): NextStep | undefined {
  const { referral: _referral, detrimentCheck: _check, tasks: _tasks, ...figures } = record;
  const [running] = runningDeadlines(figures, deps.timeLimits);
  return running && { dueOn: running.dueOn, isLate: running.dueOn < dayOf(deps.clock(), deps.timeZone) };
}

/** The case of a claim, by a point read; no seal is read but those of messages to this person. Throws StoreError. */
async function findCase(
  deps: DeskDependencies,
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

function afterMessage(
  { erasure: _erasure, closing: _closing, ...record }: CaseRecord,
  reviewOn: Day,
  writtenOn: Day,
  staysClosed: boolean,
): CaseRecord {
  const base = { ...withAddition(record), reviewOn };
  const moved = { ...base, updatedOn: writtenOn, revision: record.revision + 1 };
  if (record.status === 'awaitingReporter') return { ...moved, status: 'inProgress' };
  if (record.status !== 'closed' || staysClosed) return base;
  return { ...withoutEnd(moved), status: 'reopened' };
}

/**
 * Adds sealed words as the next entry, with its alert, in one write. Throws StoreError: then it is not known to be
 * saved; and OverBudgetError.
 */
async function takeAddition(deps: DeskDependencies, addition: SentAddition): Promise<AdditionOutcome> {
  const { caseId, id, number, sealed, isUrgent, writtenOn } = addition;
  const found = await reportersCase(deps, addition);
  if (found === undefined) return { kind: 'notFound' };
  if (found.kind === 'erased') return found;
  const { standing } = found;
  if (standing.value.handledBy !== addition.handledBy) return { kind: 'moved' };
  if ((await deps.history.count(caseId, 'messageFromReporter')) + 1 !== number) return { kind: 'moved' };
  const wanted = { by: 'reporter', seals: [sealed], reach: isUrgent ? caseBounds.reporter.urgent : 1 } as const;
  const room = await roomFor(deps.history, caseId, wanted, writtenOn, deps.timeZone);
  if (room !== 'room') return { kind: room };
  const { files = [] } = addition;
  if (!(await filesStand(deps, addition, files, standing.value.files))) return { kind: 'filesMissing' };
  const itsFiles = files.length > 0 && withFiles(standing.value.files, files);
  if (itsFiles && itsFiles.length > fileLimits.ofCase) return { kind: 'full' };
  const { last, reviewSet } = await endOfHistory(deps.history, caseId);
  const now = deps.clock();
  const alert = await deps.outbox.read(caseId, alertAgain(standing.value, now));
  const urgency = isUrgent ? 'urgent' : standing.value.urgency;
  const due = firstDue(urgency, now, deps.alertTiming);
  const raised = alert && { ...afterFollowUp(alert.value, due), urgency };
  // An alert that waits for its full hour leaves now.
  const sooner = raised && urgency !== standing.value.urgency ? { ...raised, dueAt: due.toISOString() } : raised;
  const reviewOn = reviewDateAfter(standing.value, reviewSet, writtenOn, deps.reviewYears);
  const { record, event } = afterEvent(
    {
      ...afterMessage(standing.value, reviewOn, writtenOn, addition.staysClosed),
      urgency,
      ...(itsFiles && { files: itsFiles }),
      ...(number === 1 && { cameBackOn: writtenOn }),
    },
    {
      kind: 'messageFromReporter',
      by: 'reporter',
      at: writtenOn,
      message: { id, number, sealed },
      ...(itsFiles && { files }),
    },
    { record: standing.value, last },
  );
  const changed = await deps.budget.spend(
    {
      id: `addition ${caseId} ${id}`,
      amounts: { additions: 1 },
      ...(urgency === 'urgent' && { urgentCase: { caseId, handledBy: addition.handledBy } }),
    },
    () =>
      deps.cases.change({
        case: { ...standing, value: record },
        ...(alert && sooner && { alert: { ...alert, value: sooner } }),
        events: [event],
      }),
    (outcome) => outcome === 'changed',
  );
  return { kind: changed === 'changed' ? 'saved' : 'moved' };
}

export interface TakeFileDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'readers' | 'read'>;
  readonly clock: Clock;
  readonly budget: WorkBudget;
}

const filesAt = ({ caseId, mailbox }: Claim, named: readonly KeptFile[]): FilesAt => ({
  of: { caseId, holder: holderOf(mailbox) },
  named,
});

async function filesOfClaim(deps: Pick<TakeFileDependencies, 'cases'>, claim: Claim): Promise<FilesAt> {
  const its = await reportersCase(deps, claim);
  return filesAt(claim, its?.kind === 'case' ? (its.standing.value.files ?? []) : []);
}

export const partsStanding = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
): Promise<FileOnItsWay> => await partsAt(deps, await filesOfClaim(deps, claim), wanted);

export const takePart = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> => await keepPartAt(deps, await filesOfClaim(deps, claim), wanted, part, bytes);

export const dropFile = async (deps: TakeFileDependencies, claim: Claim, id: string): Promise<'dropped' | 'named'> =>
  await dropAt(deps, await filesOfClaim(deps, claim), id);

const filesStand = async (
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  claim: Claim,
  wanted: readonly KeptFile[],
  named: readonly KeptFile[] = [],
): Promise<boolean> => await standAt(deps, filesAt(claim, named), wanted);

/** The case, or the day on which it was erased. */
type ReportersCase =
  | { readonly kind: 'case'; readonly standing: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/**
 * An erased case keeps the mailbox's digest; an older one nothing, and anyone with a code of its reference is told the
 * day.
 */
const isOfMailbox = (
  { mailboxRecipient: its }: Pick<CaseRecord, 'mailboxRecipient'>,
  mailbox: Claim['mailbox'],
): boolean => its === mailbox || its === digestOfMailbox(mailbox) || its === '';

/** `undefined` if there is none, and equally if the mailbox differs. Throws StoreError. */
async function reportersCase(
  deps: { readonly cases: Pick<CaseStore, 'readers' | 'read'> },
  { caseId, mailbox }: Claim,
): Promise<ReportersCase | undefined> {
  const standing = await standingCase(deps.cases, caseId, (its) => isOfMailbox(its, mailbox));
  if (standing === undefined) return undefined;
  const { erasedOn, mailboxRecipient } = standing.value;
  if (erasedOn !== undefined) return { kind: 'erased', on: erasedOn };
  return mailboxRecipient === mailbox ? { kind: 'case', standing } : undefined;
}
