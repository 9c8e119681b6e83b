import {
  type AdditionOutcome,
  type IntakeQuery,
  type CaseCredential,
  type Intake,
  type IntakeResult,
  type IntakeMessage,
  type NextDeadline,
  type SavedReport,
  type AdditionSubmission,
  type ReportSubmission,
  understaffedRoleCode,
  UnderstaffedRoleError,
  type SubmitOutcome,
} from '../ports/intake.ts';
import type { DraftStore } from '../ports/store.ts';
import { addYears, type Clock, type Day, toDay, endOfDay, toWeek } from '../model/calendar.ts';
import { type CaseStore, readLatestEvents, type CaseHistory, readCaseIfAllowed } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import {
  requeueForAddition,
  rebuildAlert,
  type AlertRecord,
  type AlertTiming,
  firstDueAt,
} from '../model/alert-record.ts';
import {
  type CaseRecord,
  initialCaseFields,
  type Versioned,
  withAddition,
  withoutClosure,
  withoutSafety,
} from '../model/case-record.ts';
import { appendEvent, emptyChain, type EventRecord } from '../model/event-record.ts';
import { reporterFileCount, mailboxHolderId, type StoredFile } from '../model/sealed-file.ts';
import type { RequiredRole } from '../model/roles.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { nextReviewDate, runningDeadlines, type TimeLimits } from '../model/deadlines.ts';
import type { CaseId } from '../model/case-id.ts';
import type { AlertOutbox } from '../ports/alerts.ts';
import { caseLimits, checkCapacity } from '../ports/case-limits.ts';
import { fileLimits } from '../model/file-limits.ts';
import {
  removePendingFile,
  type UploadProgress,
  type UploadFolder,
  saveFilePart,
  listUploadedParts,
  areFilesStored,
  mergeFiles,
} from './file-uploads.ts';
import { digestOfMailbox } from '../model/sealed-report.ts';

export interface IntakeDependencies {
  readonly cases: CaseStore;
  readonly history: CaseHistory;
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
  readonly shortRoles?: readonly RequiredRole[];
}

export const createIntake = (deps: IntakeDependencies): Intake => ({
  submit: (report) => acceptReport(deps, report),
  find: (claim, asked) => findCase(deps, claim, asked),
  add: (addition) => acceptAddition(deps, addition),
  readDraft: async (id) => (await deps.drafts.read(id, deps.clock()))?.sealed,
  saveDraft: (id, draft) =>
    draft === undefined
      ? deps.drafts.remove(id)
      : deps.budget.spend(
          {
            id: `draft ${id} ${draft.sealed}`,
            amounts: { drafts: 1 },
            isSaved: async () => (await deps.drafts.read(id, deps.clock()))?.sealed === draft.sealed,
          },
          () => deps.drafts.save({ id, sealed: draft.sealed, expiresAt: endOfDay(draft.until, deps.timeZone) }),
          () => true,
        ),
});

/** The alert is in the same write, before the sender gets an answer. */
async function acceptReport(deps: IntakeDependencies, report: ReportSubmission): Promise<SubmitOutcome> {
  const { mailbox: mailboxRecipient, partnerType, ...terms } = report;
  const { caseId, urgency, handledBy, receivedOn, mode, kind, contentTag } = terms;
  const newRecord: CaseRecord = {
    ...initialCaseFields,
    ...terms,
    ...(report.route === 'hub' && partnerType && { partnerType }),
    week: toWeek(receivedOn),
    status: 'received',
    opened: false,
    mailboxRecipient,
    reviewOn: addYears(receivedOn, deps.reviewYears),
    chain: emptyChain,
  };
  const { record, event } = appendEvent(newRecord, {
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
    dueAt: firstDueAt(urgency, deps.clock(), deps.alertTiming).toISOString(),
    attempts: 0,
    posts: [],
  };
  const isReady = await areReporterFilesStored(deps, report, report.files ?? []);
  const create = () =>
    deps.budget.spend(
      {
        id: `report ${caseId} ${contentTag}`,
        amounts: { reports: 1 },
        ...(urgency === 'urgent' && { urgentCase: { caseId, handledBy } }),
        isSaved: async () => {
          const found = (await deps.cases.read(caseId))?.value;
          return found !== undefined && isMailboxMatch(found, mailboxRecipient);
        },
      },
      () => deps.cases.create(record, alert, [event]),
      (outcome) => outcome === 'created',
    );
  const understaffedCode = understaffedRoleCode(report, deps.shortRoles ?? []);
  if (isReady && understaffedCode === undefined && (await create()) === 'created') {
    const saved = { caseId, urgency, handledBy, receivedOn, mode, files: reporterFileCount(newRecord.files) };
    return { kind: 'saved', isNew: true, ...saved };
  }
  const stored = (await deps.cases.read(caseId))?.value;
  if (understaffedCode !== undefined && (stored === undefined || !isMailboxMatch(stored, mailboxRecipient)))
    throw new UnderstaffedRoleError(understaffedCode);
  // A receipt is for a whole report, so parts come first.
  if (stored === undefined && !isReady) return { kind: 'filesMissing' };
  if (stored === undefined || !isMailboxMatch(stored, mailboxRecipient)) return { kind: 'taken' };
  if (stored.erasedOn !== undefined) return { kind: 'erased' };
  if (stored.mailboxRecipient !== mailboxRecipient) return { kind: 'taken' };
  const savedReport: SavedReport = {
    caseId,
    urgency: stored.urgency,
    handledBy: stored.handledBy,
    receivedOn: stored.receivedOn,
    mode: stored.mode,
    files: reporterFileCount(stored.files),
  };
  return stored.contentTag === contentTag
    ? { kind: 'saved', isNew: false, ...savedReport }
    : { kind: 'differs', ...savedReport };
}

function toIntakeMessages(
  { kind, at, message, detail }: EventRecord,
  setAsideDigests: ReadonlySet<string>,
): readonly IntakeMessage[] {
  if ((kind !== 'messageFromReporter' && kind !== 'messageToReporter') || message === undefined) return [];
  const { id, number, sealed } = message;
  const isOurs = kind === 'messageToReporter';
  const messageFields = { id, number, ...(isOurs && sealed !== undefined && { sealed }) };
  const setAsideField = setAsideDigests.has(message.digest) ? ({ setAside: true } as const) : {};
  return [
    {
      kind,
      at: isOurs ? '' : at,
      message: messageFields,
      asks: isOurs && detail?.months !== undefined,
      ...setAsideField,
    },
  ];
}

async function readMessages(history: CaseHistory, caseId: CaseId): Promise<readonly IntakeMessage[]> {
  const [theirs, ours] = await Promise.all([
    history.entries(caseId, { kinds: ['messageFromReporter', 'doubted'] }),
    history.sealedEntries(caseId, { kinds: ['messageToReporter'] }),
  ]);
  const setAsideDigests = new Set(theirs.flatMap(({ kind, detail }) => (kind === 'doubted' ? (detail?.of ?? []) : [])));
  return [...theirs, ...ours]
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap((event) => toIntakeMessages(event, setAsideDigests));
}

function nextDeadline(deps: IntakeDependencies, record: CaseRecord): NextDeadline | undefined {
  const { referral: _referral, detrimentCheck: _check, tasks: _tasks, firstDayDue: _due, ...stageFields } = record;
  const [running] = runningDeadlines(stageFields, deps.timeLimits);
  return running && { dueOn: running.dueOn, isLate: running.dueOn < toDay(deps.clock(), deps.timeZone) };
}

/** A point read, which reads only seals of messages to this person. */
async function findCase(
  deps: IntakeDependencies,
  credential: CaseCredential,
  { addition, messages }: IntakeQuery,
): Promise<IntakeResult | undefined> {
  const { caseId } = credential;
  const reporterCase = await findReporterCase(deps, credential);
  if (reporterCase === undefined) return undefined;
  const isStored =
    addition !== undefined && (await deps.history.entries(caseId, { message: addition, first: 1 })).length > 0;
  if (reporterCase.kind === 'erased') return { ...reporterCase, stood: isStored };
  const { handledBy, route, status, receivedOn, answer, detrimentCheck, identityOpenedOn, files } =
    reporterCase.current.value;
  return {
    kind: 'case',
    handledBy,
    route,
    status,
    receivedOn,
    next: nextDeadline(deps, reporterCase.current.value),
    answer,
    asksOn: detrimentCheck?.dueOn,
    files: reporterFileCount(files),
    identityOpenedOn,
    addition: {
      stands: isStored,
      count: addition === undefined || isStored ? 0 : await deps.history.count(caseId, 'messageFromReporter'),
    },
    messages: messages ? await readMessages(deps.history, caseId) : [],
  };
}

function withReporterMessage(
  { erasure: _erasure, closing: _closing, lowering: _lowering, ...record }: CaseRecord,
  reviewOn: Day,
  writtenOn: Day,
  staysClosed: boolean,
): CaseRecord {
  const base = { ...withAddition(record), reviewOn };
  const moved = { ...base, updatedOn: writtenOn, revision: record.revision + 1 };
  if (record.status === 'awaitingReporter') return { ...moved, status: 'inProgress' };
  if (record.status !== 'closed' || staysClosed) return base;
  return { ...withoutSafety(withoutClosure(moved)), status: 'reopened' };
}

/** The words and their alert are one write. */
async function acceptAddition(deps: IntakeDependencies, addition: AdditionSubmission): Promise<AdditionOutcome> {
  const { caseId, id, number, sealed, isUrgent, writtenOn } = addition;
  const found = await findReporterCase(deps, addition);
  if (found === undefined) return { kind: 'notFound' };
  if (found.kind === 'erased') return found;
  const { current } = found;
  if (current.value.handledBy !== addition.handledBy) return { kind: 'moved' };
  if ((await deps.history.count(caseId, 'messageFromReporter')) + 1 !== number) return { kind: 'moved' };
  const wanted = { by: 'reporter', seals: [sealed], factor: isUrgent ? caseLimits.reporter.urgent : 1 } as const;
  const capacity = await checkCapacity(deps.history, caseId, wanted, writtenOn, deps.timeZone);
  if (capacity !== 'room') return { kind: capacity };
  const { files = [] } = addition;
  if (!(await areReporterFilesStored(deps, addition, files, current.value.files))) return { kind: 'filesMissing' };
  const mergedFiles = files.length > 0 && mergeFiles(current.value.files, files);
  if (mergedFiles && mergedFiles.length > fileLimits.perCase) return { kind: 'full' };
  const { last, reviewSet } = await readLatestEvents(deps.history, caseId);
  const now = deps.clock();
  const alert = await deps.outbox.read(caseId, rebuildAlert(current.value, now));
  const urgency = isUrgent ? 'urgent' : current.value.urgency;
  const due = firstDueAt(urgency, now, deps.alertTiming);
  const raisedAlert = alert && { ...requeueForAddition(alert.value, due), urgency };
  // An alert that waits for its full hour leaves now.
  const alertRecord =
    raisedAlert && urgency !== current.value.urgency ? { ...raisedAlert, dueAt: due.toISOString() } : raisedAlert;
  const reviewOn = nextReviewDate(current.value, reviewSet, writtenOn, deps.reviewYears);
  const added = withReporterMessage(current.value, reviewOn, writtenOn, addition.staysClosed);
  const { record, event } = appendEvent(
    {
      ...(isUrgent ? { ...withoutSafety(added), urgencyRaised: undefined } : added),
      urgency,
      ...(mergedFiles && { files: mergedFiles }),
      ...(number === 1 && { cameBackOn: writtenOn }),
    },
    {
      kind: 'messageFromReporter',
      by: 'reporter',
      at: writtenOn,
      message: { id, number, sealed },
      ...(mergedFiles && { files }),
    },
    { record: current.value, last },
  );
  const changed = await deps.budget.spend(
    {
      id: `addition ${caseId} ${id}`,
      amounts: { additions: 1 },
      ...(urgency === 'urgent' && { urgentCase: { caseId, handledBy: addition.handledBy } }),
    },
    () =>
      deps.cases.change({
        case: { ...current, value: record },
        ...(alert && alertRecord && { alert: { ...alert, value: alertRecord } }),
        events: [event],
      }),
    (outcome) => outcome === 'changed',
  );
  return { kind: changed === 'changed' ? 'saved' : 'moved' };
}

export interface ReporterUploadDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'readAccess' | 'read'>;
  readonly clock: Clock;
  readonly budget: WorkBudget;
}

const toUploadFolder = ({ caseId, mailbox }: CaseCredential, named: readonly StoredFile[]): UploadFolder => ({
  owner: { caseId, holder: mailboxHolderId(mailbox) },
  referencedFiles: named,
});

async function findUploadFolder(
  deps: Pick<ReporterUploadDependencies, 'cases'>,
  credential: CaseCredential,
): Promise<UploadFolder> {
  const reporterCase = await findReporterCase(deps, credential);
  return toUploadFolder(credential, reporterCase?.kind === 'case' ? (reporterCase.current.value.files ?? []) : []);
}

export const readReporterUploadProgress = async (
  deps: ReporterUploadDependencies,
  credential: CaseCredential,
  wanted: StoredFile,
): Promise<UploadProgress> => await listUploadedParts(deps, await findUploadFolder(deps, credential), wanted);

export const saveReporterUploadPart = async (
  deps: ReporterUploadDependencies,
  credential: CaseCredential,
  wanted: StoredFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> =>
  await saveFilePart(deps, await findUploadFolder(deps, credential), wanted, part, bytes);

export const removeReporterUpload = async (
  deps: ReporterUploadDependencies,
  credential: CaseCredential,
  id: string,
): Promise<'dropped' | 'named'> => await removePendingFile(deps, await findUploadFolder(deps, credential), id);

const areReporterFilesStored = async (
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  credential: CaseCredential,
  wanted: readonly StoredFile[],
  named: readonly StoredFile[] = [],
): Promise<boolean> => await areFilesStored(deps, toUploadFolder(credential, named), wanted);

type ReporterCase =
  | { readonly kind: 'case'; readonly current: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/** An older erased case has no digest: anyone with a code of its reference learns the day. */
const isMailboxMatch = (
  { mailboxRecipient: its }: Pick<CaseRecord, 'mailboxRecipient'>,
  mailbox: CaseCredential['mailbox'],
): boolean => its === mailbox || its === digestOfMailbox(mailbox) || its === '';

/** `undefined` if there is none, and equally if the mailbox differs. */
async function findReporterCase(
  deps: { readonly cases: Pick<CaseStore, 'readAccess' | 'read'> },
  { caseId, mailbox }: CaseCredential,
): Promise<ReporterCase | undefined> {
  const current = await readCaseIfAllowed(deps.cases, caseId, (its) => isMailboxMatch(its, mailbox));
  if (current === undefined) return undefined;
  const { erasedOn, mailboxRecipient } = current.value;
  if (erasedOn !== undefined) return { kind: 'erased', on: erasedOn };
  return mailboxRecipient === mailbox ? { kind: 'case', current } : undefined;
}
