import { answerText, questionLabel } from '../../cards/question-texts.ts';
import { reportAnswers } from '../../cards/report-parts.ts';
import {
  type ExportedContent,
  createExportedLog,
  type ExportedLog,
  noteEntries,
} from '../../core/casework/export-format.ts';
import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import { consentWithdrawalDay } from '../../core/casework/consent-withdrawal.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import type { Language } from '../../core/model/language.ts';
import { type Answers, isQuestionId } from '../../core/model/questions.ts';
import { applicableAnswers } from '../../core/model/report-steps.ts';
import type { CaseView } from '../../contract/operation-answers.ts';

export type ExportSource =
  | {
      readonly what: 'sanitised';
      readonly text: string;
      readonly proof: { readonly seal: string; readonly key: string };
    }
  | {
      readonly what: 'whole';
      readonly opened: DecryptedReport;
      readonly added?: readonly { readonly at: string; readonly files: readonly SealedFile[] }[];
      readonly log?: ExportedLog;
    };

const omitIds = (files: readonly SealedFile[]) => files.map(({ id: _id, ...file }) => file);
const filesField = ({ files = [] }: { readonly files?: readonly SealedFile[] | undefined }) =>
  files.length === 0 ? {} : { files: omitIds(files) };

function partnerFields(decryptedReport: DecryptedReport, partnerType: CaseView['record']['partnerType']) {
  if (decryptedReport.report.route !== 'hub') return {};
  const on = consentWithdrawalDay(decryptedReport);
  return {
    route: 'hub' as const,
    ...(partnerType && { partnerType }),
    ...(on !== undefined && { consentWithdrawnOn: on }),
  };
}

function exportedAnswers({ report: { language, answers, route } }: DecryptedReport) {
  const shown = route === 'hub' ? reportAnswers(language, route, answers) : applicableAnswerTexts(language, answers);
  // The practitioner's name stays out, as the reporter's does.
  return shown
    .filter(({ id }) => id !== 'practitioner')
    .map(({ id, label, text }) => ({ question: id, label, answer: text }));
}

const applicableAnswerTexts = (language: Language, answers: Answers) =>
  Object.entries(applicableAnswers(answers)).flatMap(([id, answer]) =>
    isQuestionId(id) ? [{ id, label: questionLabel(language, id), text: answerText(language, id, answer) }] : [],
  );

function exportedReport(decryptedReport: DecryptedReport, partnerType: CaseView['record']['partnerType']) {
  const { report, thread, unverifiedCount, setAside } = decryptedReport;
  return {
    language: report.language,
    mode: report.mode,
    ...partnerFields(decryptedReport, partnerType),
    answers: exportedAnswers(decryptedReport),
    thread: thread.map(({ direction, message }) => ({
      direction,
      writtenOn: message.writtenOn,
      text: message.text,
      ...filesField(message),
    })),
    ...filesField(report),
    leftOut: unverifiedCount + setAside,
  };
}

export function createExportContent(
  view: Pick<CaseView, 'record' | 'deadlines'>,
  language: Language,
  source: ExportSource,
): ExportedContent {
  const { record, deadlines } = view;
  const figures = {
    reference: record.caseId,
    language,
    receivedOn: record.receivedOn,
    urgency: record.urgency,
    kind: record.kind,
    outcome: record.outcome,
    category: record.nationalCategory,
    grading: record.grading,
    flags: record.flags,
    regime: record.regime,
    referral: record.referral,
  };
  const { status } = record;
  const days = {
    acknowledgedOn: record.acknowledgedOn,
    triagedOn: record.triagedOn,
    closedOn: record.closedOn,
    reviewOn: record.reviewOn,
  };
  if (source.what === 'sanitised') {
    return {
      what: 'sanitised',
      ...figures,
      // A state of waiting for a reporter, or a day to write to one, would tell about the source.
      status: status === 'awaitingReporter' ? 'inProgress' : status,
      days,
      clocks: deadlines.flatMap(({ deadline, dueOn }) =>
        deadline === 'update' || deadline === 'detriment' || deadline === 'task' || deadline === 'safety'
          ? []
          : [{ clock: deadline, dueOn }],
      ),
      text: source.text,
      proof: source.proof,
    };
  }
  return {
    what: 'whole',
    ...figures,
    status,
    days: { ...days, updatedOn: record.updatedOn },
    clocks: deadlines.map(({ deadline, dueOn }) => ({ clock: deadline, dueOn })),
    report: exportedReport(source.opened, record.partnerType),
    ...(source.added?.length && {
      added: source.added.map(({ at, files }) => ({ at, files: omitIds(files) })),
    }),
    ...(source.log && { log: source.log }),
  };
}

interface KnownHistory {
  readonly view: Pick<CaseView, 'people' | 'assignable'>;
  readonly decryptedReport: Pick<DecryptedReport, 'isHistoryWhole'>;
  readonly entries: readonly EventRecord[];
  readonly decryptedUpTo: number;
  readonly textsByDigest: ReadonlyMap<string, string>;
}

/**
 * `openAgain` if the page lacks words or entries; `doubtful` if the history was changed, since it alone says which
 * words belong to an entry.
 */
export function tryCreateExportedLog({
  view,
  decryptedReport,
  entries,
  decryptedUpTo,
  textsByDigest,
}: KnownHistory): { readonly log: ExportedLog } | { readonly whyNot: 'openAgain' | 'doubtful' } {
  if (!decryptedReport.isHistoryWhole) return { whyNot: 'doubtful' };
  const since = noteEntries(entries).filter(({ sequence }) => sequence > decryptedUpTo);
  const isKnown = entries[0]?.sequence === 1 && since.every(({ note }) => textsByDigest.has(note.digest));
  if (!isKnown) return { whyNot: 'openAgain' };
  const people = [...view.people, ...view.assignable];
  const findName = (by: EventRecord['by']): string | undefined =>
    typeof by === 'string' ? undefined : people.find(({ objectId }) => objectId === by.objectId)?.name;
  return { log: createExportedLog(entries, textsByDigest, findName) };
}
