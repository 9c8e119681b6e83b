import type { Card } from '../../../cards/card-renderer.ts';
import type { ComeBackView } from '../../../cards/come-back/come-back-page.ts';
import { renderPage } from '../../../cards/render-page.ts';
import type { Page } from '../../../cards/page.ts';
import { channelHelpPage } from '../../../cards/channel-help-page.ts';
import { comeBackPage } from '../../../cards/come-back/come-back-page.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import { retryPage } from '../../../cards/retry-page.ts';
import { messageSubscriptionPage } from '../../../cards/message-subscription-page.ts';
import { surveyClosedPage, surveyPage, surveyThanksPage } from '../../../cards/survey-page.ts';
import { type NoticeName, noticePage } from '../../../cards/notice-page.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import type { ReportView } from '../../../cards/report/step-page.ts';
import { chatReplyPage } from '../../../cards/chat-reply-page.ts';
import { welcomePage } from '../../../cards/welcome-page.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { detrimentQuestion } from '../../../words/closing-messages.ts';
import { topicIds, topics } from '../guidance/built-in-topics.ts';
import { channelPages } from './channel-pages.ts';
import { partnerCards } from './partner-cards.ts';
import { summaryPages } from './summary-pages.ts';
import {
  comeBackState,
  questionThread,
  exampleCaseId,
  exampleCode,
  exampleCodeWords,
  exampleDay,
  exampleFacts,
  exampleThread,
  exampleToken,
  fullContacts,
  reportState,
  typicalAnswers,
} from './example-views.ts';

export interface Picture {
  /** What the picture of the card is called. */
  readonly name: string;
  readonly language: Language;
  readonly card: Card;
}

type Named = readonly (readonly [name: string, page: Page])[];

const contacts = fullContacts;

const report = (view: Pick<ReportView, 'state'> & Partial<ReportView>): Page =>
  reportPage({
    problems: [],
    token: exampleToken,
    contacts,
    ...exampleFacts,
    caseId: formatCaseId(exampleCaseId),
    codeWords: exampleCodeWords(view.state.language),
    filesPage: 'https://teams.example/report',
    ...view,
  });

function reportPages(language: Language): Named {
  const at = (step: Parameters<typeof reportState>[1], answers = typicalAnswers) =>
    reportState(language, step, answers);
  const atRisk = { ...typicalAnswers, risk: 'yes', conflict: 'chief' };
  const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;
  const saved = { receivedOn: exampleDay, mode: 'confidential' } as const;
  return [
    ['report-account', report({ state: at('account', {}) })],
    ['report-more', report({ state: { ...at('account', {}), isReading: true } })],
    [
      'report-account-problems',
      report({
        state: at('account', {}),
        problems: [
          { question: 'what', code: 'missing' },
          { question: 'conflict', code: 'odd' },
        ],
      }),
    ],
    ['report-account-long', report({ state: at('account'), problems: [{ question: 'what', code: 'long', by: 433 }] })],
    ['report-limits', report({ state: at('limits', {}) })],
    ['report-limits-more', report({ state: { ...at('limits', {}), isReading: true } })],
    ['report-code', report({ state: at('code') })],
    ['report-code-urgent', report({ state: at('code', atRisk), notice: 'taken' })],
    ['report-code-apart', report({ state: at('code', { ...typicalAnswers, conflict: 'yes' }), notice: 'apart' })],
    ['report-code-erased', report({ state: at('code'), notice: 'erased' })],
    ['report-about', report({ state: at('about') })],
    ['report-signs', report({ state: at('signs') })],
    ['report-knowledge', report({ state: at('knowledge') })],
    ['report-disclosure', report({ state: at('disclosure') })],
    ['report-review', report({ state: at('review') })],
    ['report-review-page', report({ state: { ...at('review'), page: 2 }, maxTokenLength: 7_000 })],
    [
      'report-review-not-saved',
      report({ state: at('review'), notice: 'expired', problems: [{ question: '', code: 'notSaved' }] }),
    ],
    ['report-differs', report({ state: at('differs') })],
    ['report-receipt', report({ state: { ...at('receipt', {}), result, saved } })],
    [
      'report-receipt-urgent',
      report({
        state: {
          ...at('receipt', {}),
          result: { urgency: 'urgent', handledBy: 'reserve', chief: true, affected: true, added: true },
          saved,
        },
      }),
    ],
    ['report-receipt-left', report({ state: { ...at('receipt', {}), saved } })],
    ['report-kept', report({ state: { ...at('kept', {}), until: '2026-12-02' } })],
    ['report-to-page', report({ state: { ...at('kept', {}), until: '2026-12-02', addsFile: true } })],
  ];
}

function comeBackPages(language: Language): Named {
  const card = (at: Parameters<typeof comeBackState>[1], problems: ComeBackView['problems'] = []): Page =>
    comeBackPage({ state: comeBackState(language, at), problems, token: exampleToken, contacts, ...exampleFacts });
  const asking = (at: 'draft' | 'case', about: 'discard' | 'leave'): Page =>
    comeBackPage({
      state: { ...comeBackState(language, at), asking: about, addition: typicalAnswers.what ?? '' },
      problems: [],
      token: exampleToken,
      contacts,
      ...exampleFacts,
    });
  const drawn = (
    view: Partial<ComeBackView>,
    status?: string,
    more: Partial<NonNullable<ComeBackView['state']['found']>> = {},
  ): Page => {
    const state = comeBackState(language, 'case');
    const found = state.found && { ...state.found, ...(status && { status }), ...more };
    const shown = {
      problems: [],
      token: exampleToken,
      contacts,
      ...exampleFacts,
      caseId: formatCaseId(exampleCaseId),
    } as const;
    return comeBackPage({ ...shown, state: { ...state, found }, ...view });
  };
  return [
    ['come-back-enter', card('enter')],
    ['come-back-slip', card('enter', [{ question: 'code', code: 'slip' }])],
    ['come-back-word-slip', card('enter', [{ question: 'code', code: 'unknownWord', by: 4 }])],
    ['come-back-not-found', card('enter', [{ question: 'code', code: 'notFound' }])],
    ['come-back-unanswered', card('enter', [{ question: '', code: 'notSaved' }])],
    ['come-back-case', drawn({ thread: { entries: [], unverifiedCount: 0 } })],
    ['come-back-messages', drawn({ thread: questionThread }, 'awaitingReporter')],
    ['come-back-closed', drawn({ thread: { ...exampleThread, unverifiedCount: 1 } }, 'closed')],
    [
      'come-back-answered',
      drawn({ thread: { entries: [], unverifiedCount: 0 } }, 'closed', { answer: 'nothingFound', asksOn: exampleDay }),
    ],
    [
      'come-back-asked-worse',
      drawn(
        {
          thread: {
            entries: [{ from: 'handlers', on: exampleDay, text: detrimentQuestion[language] }],
            unverifiedCount: 0,
          },
        },
        'closed',
        { answer: 'withheld', isAskedWorse: true },
      ),
    ],
    ['come-back-case-unanswered', drawn({ problems: [{ question: '', code: 'notSaved' }] })],
    ['come-back-draft', card('draft')],
    ['come-back-delete', asking('draft', 'discard')],
    ['come-back-unsent', asking('case', 'leave')],
    ['come-back-added', card('added')],
    [
      'come-back-added-worse',
      comeBackPage({
        state: { ...comeBackState(language, 'added'), marks: 'worse' },
        problems: [],
        token: exampleToken,
        contacts,
        ...exampleFacts,
      }),
    ],
    [
      'come-back-apart',
      comeBackPage({
        state: { ...comeBackState(language, 'apart'), marks: 'risk,unit', apart: formatReturnCode(exampleCode) },
        problems: [],
        token: exampleToken,
        contacts,
        ...exampleFacts,
        codeWords: exampleCodeWords(language),
        caseId: formatCaseId(exampleCaseId),
      }),
    ],
    ['come-back-discarded', card('discarded')],
    ['come-back-erased', card('erased')],
    [
      'come-back-unadded',
      comeBackPage({
        state: { ...comeBackState(language, 'unadded'), addition: typicalAnswers.what ?? '' },
        problems: [],
        token: exampleToken,
        contacts,
        ...exampleFacts,
      }),
    ],
  ];
}

const notices: readonly NoticeName[] = [
  'foreign',
  'stale',
  'odd',
  'refused',
  'failed',
  'dialogOnly',
  'inDialog',
  'unavailable',
  'newer',
  'tooOften',
  'channelOnly',
  'summaryElsewhere',
  'campaignHere',
  'campaignNotHere',
  'campaignRefused',
  'campaignElsewhere',
  'messagesElsewhere',
];

const examplePulse = { campaign: '0123456789abcdef', phase: 'before', press: '0123456789abcdef' } as const;

const pictures = (language: Language): Named => [
  ['welcome', welcomePage({ language, contacts, topics, canSummarise: false })],
  [
    'welcome-development',
    welcomePage({
      language,
      contacts,
      topics,
      canSummarise: true,
      development: ['handler'],
    }),
  ],
  [
    'welcome-danger',
    chatReplyPage({
      language,
      contacts,
      staffing: exampleFacts.staffing,
      notes: ['danger', 'code', 'chatIsRecorded'],
    }),
  ],
  [
    'welcome-page',
    welcomePage({
      language,
      contacts,
      topics,
      page: 'https://teams.microsoft.com/l/entity/00000000-0000-4000-8000-000000000001/report',
      canSummarise: true,
      choosesChannels: true,
    }),
  ],
  ['channel-help', channelHelpPage({ language })],
  ...['contents', ...topicIds].map(
    (topic) => [`guidance-${topic}`, guidancePage({ language, topic, topics, contacts })] as const,
  ),
  ...reportPages(language),
  ...comeBackPages(language),
  ...partnerCards(language),
  ...notices.map((notice) => {
    const broken = notice === 'failed' || notice === 'unavailable';
    return [`notice-${notice}`, noticePage({ language, notice, ...(broken && { reference: '4821' }) })] as const;
  }),
  [
    'notice-held',
    retryPage({
      language,
      notice: 'unavailable',
      reference: '4821',
      action: { verb: 'move', move: 'next', state: exampleToken, language },
      inputs: { what: typicalAnswers.what, risk: 'no', conflict: 'no' },
      contacts,
    }),
  ],
  ['messages', messageSubscriptionPage({ language, preference: { choice: 'receive', messages: language } })],
  ['pulse', surveyPage({ ...examplePulse, language, answers: { gladly: 'report', trust: 'mostly' } })],
  ['pulse-empty', surveyPage({ ...examplePulse, language, isEmpty: true })],
  ['pulse-thanks', surveyThanksPage(language)],
  ['pulse-closed', surveyClosedPage(language)],
  ['messages-unknown', messageSubscriptionPage({ language })],
  [
    'messages-paused',
    messageSubscriptionPage({
      language,
      saved: true,
      preference: { choice: 'pause', until: exampleDay, messages: language },
    }),
  ],
  [
    'messages-none',
    messageSubscriptionPage({ language, saved: true, preference: { choice: 'none', messages: language } }),
  ],
  ...channelPages(language),
  ...summaryPages(language),
];

/** Every page that Candour can show, in each language, filled in with made-up answers. */
export const galleryPages = (): readonly (Omit<Picture, 'card'> & { readonly page: Page })[] =>
  languages.flatMap((language) =>
    pictures(language).map(([name, page]) => ({ name: `${name}-${language}`, language, page })),
  );

/** Every card that Candour can show: its pages, drawn. */
export const gallery = (): readonly Picture[] =>
  galleryPages().map(({ page, ...picture }) => ({ ...picture, card: renderPage(page) }));
