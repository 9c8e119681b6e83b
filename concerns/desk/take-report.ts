import type { CaseStore } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import { type SavedReport, type SentReport, shortRoleCode, ShortRoleError, type SubmitOutcome } from '../ports/desk.ts';
import { type AlertRecord, type AlertTiming, firstDue } from '../records/alert-record.ts';
import { type CaseRecord, untouched } from '../records/case-record.ts';
import { afterEvent, emptyChain } from '../records/event-chain.ts';
import { countOfReporter } from '../records/sealed-file.ts';
import { addYears, type Clock, weekOf } from '../terms/calendar.ts';
import type { NeededRole } from '../terms/directory.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { filesStand } from './take-file.ts';
import { isOfMailbox } from './reporters-case.ts';

export interface TakeReportDependencies {
  readonly cases: CaseStore;
  readonly clock: Clock;
  readonly alertTiming: AlertTiming;
  readonly alertNamesKind: boolean;
  readonly reviewYears: number;
  readonly files?: FileStore | undefined;
  readonly budget: WorkBudget;
  readonly shortRoles?: readonly NeededRole[];
}

/**
 * Saves a sealed report with its alert in one step, before its sender is told. A repeat finds the first. Throws
 * StoreError: then nothing is known to be saved; and OverBudgetError and ShortRoleError.
 */
export async function takeReport(deps: TakeReportDependencies, report: SentReport): Promise<SubmitOutcome> {
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
