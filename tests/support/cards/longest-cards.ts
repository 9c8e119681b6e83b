import { renderPage } from '../../../cards/render-page.ts';
import { comeBackPage } from '../../../cards/come-back/come-back-page.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import type { StepProblem } from '../../../core/model/questions.ts';
import { maxTypedTextLength } from '../../../core/reporting/report-flow.ts';
import { partnerStepIds, stepQuestions, staffStepIds } from '../../../core/model/report-steps.ts';
import {
  comeBackState,
  exampleCaseId,
  exampleFacts,
  fullContacts,
  longestAnswers,
  longestComeBackToken,
  longestThread,
  longestToken,
  prose,
  reportState,
} from './example-views.ts';
import type { Picture } from './gallery.ts';
import { partnerCard, partnerState, longestPartnerAnswers } from './partner-cards.ts';

const shared = { contacts: fullContacts, token: longestToken, ...exampleFacts } as const;
/** Eleven words of nine letters. */
const longestCodeWords = Array(11).fill('tangerine').join(' ');
const notSaved: StepProblem = { question: '', code: 'notSaved' };

/** The cards of a report and of coming back at their longest: longest answers and state, and something wrong. */
export const longestCards = (): readonly Picture[] =>
  languages.flatMap((language) => [
    ...[...staffStepIds, 'differs', 'kept'].flatMap((name) => {
      const at = [...staffStepIds, 'differs' as const, 'kept' as const].find((one) => one === name);
      if (at === undefined) return [];
      const asked = staffStepIds.flatMap((id) => (id === at ? stepQuestions(id) : []));
      const problems: readonly StepProblem[] = [
        notSaved,
        ...asked.map((question): StepProblem => ({ question, code: 'odd' })),
      ];
      return (at === 'review' ? Array.from({ length: 12 }, (_, page) => page + 1) : [1]).map((page) => ({
        name: `longest-${at}-${page}-${language}`,
        language,
        card: renderPage(
          reportPage({
            ...shared,
            state: { ...reportState(language, at, longestAnswers), page, changing: true, until: '2026-12-02' },
            problems,
            filesPage: 'https://teams.example/report',
            notice: at === 'code' ? 'taken' : 'expired',
            codeWords: longestCodeWords,
            caseId: formatCaseId(exampleCaseId),
          }),
        ),
      }));
    }),
    ...(['account', 'limits'] as const).map((at) => ({
      name: `longest-${at}-unchanged-${language}`,
      language,
      card: renderPage(
        reportPage({
          ...shared,
          state: reportState(language, at, longestAnswers),
          problems: [notSaved],
          notice: 'expired',
        }),
      ),
    })),
    // The page keeps its state to itself: the buttons of a partner carry a number.
    ...partnerStepIds.flatMap((at) =>
      (at === 'review' ? Array.from({ length: 12 }, (_, page) => page + 1) : [1]).map((page) => ({
        name: `longest-hub-${at}-${page}-${language}`,
        language,
        card: renderPage(
          partnerCard({
            state: { ...partnerState(language, at, longestPartnerAnswers), page, changing: true },
            problems: [notSaved, ...stepQuestions(at).map((question): StepProblem => ({ question, code: 'odd' }))],
            notice: at === 'code' ? 'taken' : 'expired',
            token: '99',
            codeWords: longestCodeWords,
          }),
        ),
      })),
    ),
    ...[1, 2, 3, 99].map((page) => ({
      name: `longest-come-back-${page}-${language}`,
      language,
      card: renderPage(
        comeBackPage({
          ...shared,
          token: longestComeBackToken,
          state: {
            ...comeBackState(language, 'case'),
            addition: prose(maxTypedTextLength),
            page,
            found: {
              status: 'reopened',
              receivedOn: '2026-11-25',
              additions: 100,
              until: '',
              next: { dueOn: '2026-11-28', isLate: true },
            },
          },
          problems: [notSaved, { question: 'addition', code: 'long' as const, by: 4_000 }],
          caseId: formatCaseId(exampleCaseId),
          thread: longestThread,
        }),
      ),
    })),
  ]);
