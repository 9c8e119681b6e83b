import { answerText, questionLabel } from '../../cards/question-field.ts';
import { shownAnswers } from '../../cards/report-parts.ts';
import {
  type ExportedContent,
  exportedLog,
  type ExportedLog,
  wordedEntries,
} from '../../core/casework/exported-case.ts';
import type { OpenedReport } from '../../core/casework/decrypted-report.ts';
import { consentWithdrawnOn } from '../../core/casework/consent.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import type { Language } from '../../core/model/language.ts';
import { type Answers, isQuestion } from '../../core/model/questions.ts';
import { standingAnswers } from '../../core/model/report-steps.ts';
import type { CaseView } from '../../contract/answers.ts';

export type Leaving =
  | {
      readonly what: 'sanitised';
      readonly text: string;
      readonly proof: { readonly seal: string; readonly key: string };
    }
  | {
      readonly what: 'whole';
      readonly opened: OpenedReport;
      readonly added?: readonly { readonly at: string; readonly files: readonly SealedFile[] }[];
      readonly log?: ExportedLog;
    };

const withoutIds = (files: readonly SealedFile[]) => files.map(({ id: _id, ...file }) => file);
const namedIn = ({ files = [] }: { readonly files?: readonly SealedFile[] | undefined }) =>
  files.length === 0 ? {} : { files: withoutIds(files) };

function hubOf(opened: OpenedReport, partnerType: CaseView['record']['partnerType']) {
  if (opened.report.route !== 'hub') return {};
  const on = consentWithdrawnOn(opened);
  return {
    route: 'hub' as const,
    ...(partnerType && { partnerType }),
    ...(on !== undefined && { consentWithdrawnOn: on }),
  };
}

function answersOf({ report: { language, answers, route } }: OpenedReport) {
  const shown = route === 'hub' ? shownAnswers(language, route, answers) : standingTexts(language, answers);
  // The name of the practitioner leaves no more than the reporter's does.
  return shown
    .filter(({ id }) => id !== 'practitioner')
    .map(({ id, label, text }) => ({ question: id, label, answer: text }));
}

const standingTexts = (language: Language, answers: Answers) =>
  Object.entries(standingAnswers(answers)).flatMap(([id, answer]) =>
    isQuestion(id) ? [{ id, label: questionLabel(language, id), text: answerText(language, id, answer) }] : [],
  );

function reportOf(opened: OpenedReport, partnerType: CaseView['record']['partnerType']) {
  const { report, thread, doubtful, setAside } = opened;
  return {
    language: report.language,
    mode: report.mode,
    ...hubOf(opened, partnerType),
    answers: answersOf(opened),
    thread: thread.map(({ direction, message }) => ({
      direction,
      writtenOn: message.writtenOn,
      text: message.text,
      ...namedIn(message),
    })),
    ...namedIn(report),
    leftOut: doubtful + setAside,
  };
}

export function contentOf(
  view: Pick<CaseView, 'record' | 'deadlines'>,
  language: Language,
  leaving: Leaving,
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
  if (leaving.what === 'sanitised') {
    return {
      what: 'sanitised',
      ...figures,
      // A state of waiting for a reporter, or a day to write to one, would tell about the source.
      status: status === 'awaitingReporter' ? 'inProgress' : status,
      days,
      clocks: deadlines.flatMap(({ deadline, dueOn }) =>
        deadline === 'update' || deadline === 'detriment' || deadline === 'task' ? [] : [{ clock: deadline, dueOn }],
      ),
      text: leaving.text,
      proof: leaving.proof,
    };
  }
  return {
    what: 'whole',
    ...figures,
    status,
    days: { ...days, updatedOn: record.updatedOn },
    clocks: deadlines.map(({ deadline, dueOn }) => ({ clock: deadline, dueOn })),
    report: reportOf(leaving.opened, record.partnerType),
    ...(leaving.added?.length && {
      added: leaving.added.map(({ at, files }) => ({ at, files: withoutIds(files) })),
    }),
    ...(leaving.log && { log: leaving.log }),
  };
}

interface KnownHistory {
  readonly view: Pick<CaseView, 'people' | 'assignable'>;
  readonly opened: Pick<OpenedReport, 'historyIsWhole'>;
  readonly entries: readonly EventRecord[];
  readonly openedUpTo: number;
  readonly words: ReadonlyMap<string, string>;
}

/**
 * `openAgain` if there are words, or entries, that the page has not opened; `doubtful` if the history was changed,
 * since it alone says which words belong to an entry.
 */
export function logToLeave({
  view,
  opened,
  entries,
  openedUpTo,
  words,
}: KnownHistory): { readonly log: ExportedLog } | { readonly whyNot: 'openAgain' | 'doubtful' } {
  if (!opened.historyIsWhole) return { whyNot: 'doubtful' };
  const since = wordedEntries(entries).filter(({ sequence }) => sequence > openedUpTo);
  const isKnown = entries[0]?.sequence === 1 && since.every(({ note }) => words.has(note.digest));
  if (!isKnown) return { whyNot: 'openAgain' };
  const people = [...view.people, ...view.assignable];
  const nameOf = (by: EventRecord['by']): string | undefined =>
    typeof by === 'string' ? undefined : people.find(({ objectId }) => objectId === by.objectId)?.name;
  return { log: exportedLog(entries, words, nameOf) };
}
