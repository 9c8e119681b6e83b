import { answerText } from '../../cards/answer-text.ts';
import { questionLabel } from '../../cards/question-field.ts';
import type { ExportedLog } from '../../concerns/casework/exported-log.ts';
import type { ExportedContent } from '../../concerns/casework/exported-case.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { isQuestion } from '../../concerns/terms/questions.ts';
import { standingAnswers } from '../../concerns/terms/steps.ts';
import type { CaseView } from '../../contract/answers.ts';

/** The part of a case that leaves: its sanitised text, or the report as it was opened, with the log where asked. */
export type Leaving =
  | { readonly what: 'sanitised'; readonly text: string }
  | {
      readonly what: 'whole';
      readonly opened: OpenedReport;
      /** The decision log, where it was asked for. */
      readonly log?: ExportedLog;
    };

function reportOf({ report, thread, doubtful }: OpenedReport) {
  const { language, mode, answers, route } = report;
  return {
    language,
    mode,
    answers: Object.entries(standingAnswers(answers, route)).flatMap(([id, answer]) =>
      isQuestion(id)
        ? [{ question: id, label: questionLabel(language, id, route), answer: answerText(language, id, answer) }]
        : [],
    ),
    thread: thread.map(({ direction, message: { writtenOn, text } }) => ({ direction, writtenOn, text })),
    leftOut: doubtful,
  };
}

/** The content of an export, with labels in the language of the page and a report's own words in its language. */
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
      // That there is somebody to wait for or to write to tells of the source.
      status: status === 'awaitingReporter' ? 'inProgress' : status,
      days,
      clocks: deadlines.flatMap(({ deadline, dueOn }) =>
        deadline === 'update' || deadline === 'detriment' || deadline === 'task' ? [] : [{ clock: deadline, dueOn }],
      ),
      text: leaving.text,
    };
  }
  return {
    what: 'whole',
    ...figures,
    status,
    days: { ...days, updatedOn: record.updatedOn },
    clocks: deadlines.map(({ deadline, dueOn }) => ({ clock: deadline, dueOn })),
    report: reportOf(leaving.opened),
    ...(leaving.log && { log: leaving.log }),
  };
}
