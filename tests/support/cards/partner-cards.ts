import { comeBackPage } from '../../../cards/come-back/come-back-page.ts';
import type { ComeBackView } from '../../../cards/come-back/come-back-page.ts';
import type { Page } from '../../../cards/page.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import type { ReportView } from '../../../cards/report/step-page.ts';
import { type ReportState, initialReportState } from '../../../core/reporting/report-flow.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import type { Language } from '../../../core/model/language.ts';
import { type Answers, type Question, type QuestionId, questionForRoute } from '../../../core/model/questions.ts';
import { partnerStepIds, stepQuestions } from '../../../core/model/report-steps.ts';
import {
  questionThread,
  comeBackState,
  exampleCaseId,
  exampleCode,
  exampleCodeWords,
  exampleDay,
  exampleFacts,
  exampleToken,
  fullContacts,
  prose,
} from './example-views.ts';

/** Made-up answers of a partner. */
const hubAnswers: Answers = {
  consent: 'notSafe',
  consentWhy: 'Other people may be at risk.',
  what: '“He comes by in uniform, though my case is closed. I do not open any more.”',
  observed: 'Her phone rang four times while we spoke, and she turned it over each time.',
  conflict: 'no',
  risk: 'unsure',
  childAtRisk: 'no',
  adultAtRisk: 'no',
  toldElse: 'lado',
  toldWhen: 'This morning, by phone',
  wants: 'stopContact,keepAway',
  contactWays: 'throughUs',
  contactDetail: '',
  contactWhen: 'On weekdays before ten',
  contactNot: 'Nobody in uniform, no voicemail',
  contactLanguage: 'cy',
  kind: 'boundaries',
  who: 'A constable, made up, who took her statement',
  where: 'At her door',
  when: 'Since about October',
  ongoing: 'yes',
  onTheirCase: 'no',
  knowsAddress: 'yes',
  signs: 'contact,caseClosed',
  vulnerability: 'victim',
  dash: 'yes',
  marac: 'no',
  evidence: 'Perhaps on the camera of the house',
  practitioner: '',
};

/** The same without detail. */
const fewAnswers: Answers = Object.fromEntries(
  ['consent', 'consentWhy', 'what', 'conflict', 'risk', 'toldElse', 'wants', 'contactWays'].flatMap((id) =>
    Object.entries(hubAnswers).filter(([one]) => one === id),
  ),
);

const longestOf = (id: QuestionId): string => {
  const question: Question = questionForRoute('hub', id);
  if (question.kind === 'text') return prose(question.max);
  return question.kind === 'choices'
    ? question.options.filter((option) => question.exclusive?.includes(option) !== true).join(',')
    : (question.options.at(-1) ?? '');
};

/** Every answer of a partner at its longest. */
export const longestPartnerAnswers: Answers = Object.fromEntries(
  partnerStepIds.flatMap(stepQuestions).map((id) => [id, longestOf(id)]),
);

/** Where a partner stands, with made-up answers. */
export const partnerState = (
  language: Language,
  at: ReportState['at'],
  answers: Answers = hubAnswers,
): ReportState => ({
  ...initialReportState(exampleCode, language, 'hub'),
  at,
  answers,
});

/** The cards of a partner with what is true of each of them. */
export const partnerCard = (view: Pick<ReportView, 'state'> & Partial<ReportView>): Page =>
  reportPage({
    problems: [],
    token: exampleToken,
    contacts: fullContacts,
    ...exampleFacts,
    isSealedInPage: true,
    caseId: formatCaseId(exampleCaseId),
    codeWords: exampleCodeWords(view.state.language),
    ...view,
  });

/** The cards by which a partner passes something on, and comes back, by the names of their pictures. */
export function partnerCards(language: Language): readonly (readonly [name: string, page: Page])[] {
  const at = (step: ReportState['at'], answers?: Answers) => partnerState(language, step, answers);
  const back = (view: Partial<ComeBackView['state']>): Page =>
    comeBackPage({
      state: { ...comeBackState(language, 'case'), route: 'hub', ...view },
      problems: [],
      token: exampleToken,
      contacts: fullContacts,
      ...exampleFacts,
      caseId: formatCaseId(exampleCaseId),
      thread: questionThread,
    });
  return [
    ['hub-first', partnerCard({ state: at('hubFirst', {}) })],
    ['hub-reading', partnerCard({ state: { ...at('hubFirst', {}), isReading: true } })],
    ['hub-words', partnerCard({ state: at('hubWords') })],
    [
      'hub-words-problems',
      partnerCard({ state: at('hubWords', { consent: 'agrees' }), problems: [{ question: 'what', code: 'either' }] }),
    ],
    ['hub-code', partnerCard({ state: at('code') })],
    ['hub-contact', partnerCard({ state: at('hubContact') })],
    ['hub-officer', partnerCard({ state: at('hubOfficer') })],
    ['hub-signs', partnerCard({ state: at('hubSigns') })],
    ['hub-more', partnerCard({ state: at('hubMore') })],
    ['hub-review', partnerCard({ state: at('review', fewAnswers) })],
    [
      'hub-receipt',
      partnerCard({
        state: {
          ...at('receipt', {}),
          result: { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, passOn: true, added: false },
          saved: { receivedOn: exampleDay, mode: 'notKept' },
        },
      }),
    ],
    ['hub-kept', partnerCard({ state: { ...at('kept', {}), until: '2026-12-02' } })],
    [
      'hub-case',
      back({
        found: { status: 'awaitingReporter', route: 'hub', receivedOn: exampleDay, additions: 1, until: '' },
      }),
    ],
    ['hub-withdraw', back({ asking: 'withdraw', addition: '' })],
    ['hub-withdrawn', back({ at: 'withdrawn' })],
  ];
}
