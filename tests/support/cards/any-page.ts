import * as fc from 'fast-check';
import type { Action } from '../../../cards/page.ts';
import { comeBackPage } from '../../../cards/come-back/come-back-page.ts';
import type { Page, Section } from '../../../cards/page.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import { comeBackStateSchema } from '../../../core/reporting/come-back-flow.ts';
import { reportStateSchema, initialReportState } from '../../../core/reporting/report-flow.ts';
import { languages } from '../../../core/model/language.ts';
import { isQuestionId, questionForRoute, questions } from '../../../core/model/questions.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import {
  questionThread,
  comeBackState,
  exampleCaseId,
  exampleFacts,
  exampleThread,
  fewContacts,
  fullContacts,
} from './example-views.ts';

/** Text as people type it, and as the language of templates would have it. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('${heading}', '${$root.heading}', '$data', '${repeatedFor}', '__proto__', '{{DATE(2026-11-26)}}', ''),
);
const texts = fc.array(text, { maxLength: 3 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ title: text, url: text }),
  fc.record(
    {
      title: text,
      style: fc.constantFrom('positive' as const, 'destructive' as const),
      sends: fc.record({ verb: fc.constant('move' as const), move: text, state: text }),
      beside: fc.dictionary(fc.constantFrom('risk', 'then'), text),
    },
    { requiredKeys: ['title', 'sends'] },
  ),
);
const actions = fc.array(action, { maxLength: 3 });
const section: fc.Arbitrary<Section> = fc.record(
  {
    heading: text,
    text: texts,
    set: fc.array(fc.array(fc.record({ text, strong: fc.boolean() }), { maxLength: 3 }), { maxLength: 2 }),
    links: actions,
  },
  { requiredKeys: ['text'] },
);
const answers = fc.array(fc.record({ question: text, lines: texts }), { maxLength: 3 });
const field = fc.record(
  {
    id: text,
    label: text,
    value: text,
    problems: texts,
    hint: text,
    input: fc.oneof(
      fc.record({ kind: fc.constant('text' as const), isMultiline: fc.boolean() }),
      fc.record({
        kind: fc.constant('choice' as const),
        style: fc.constantFrom('expanded' as const, 'compact' as const),
        isMultiSelect: fc.boolean(),
        choices: fc.array(fc.record({ title: text, value: text }), { maxLength: 3 }),
      }),
    ),
  },
  { requiredKeys: ['id', 'label', 'value', 'problems', 'input'] },
);
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
/** Any page at all. */
export const anyPage: fc.Arbitrary<Page> = fc.record(
  {
    language: fc.constantFrom(...languages),
    heading: text,
    progress: text,
    warnings: texts,
    callouts: few(
      fc.record(
        {
          style: fc.constantFrom('warning' as const, 'good' as const),
          heading: text,
          text: texts,
          words: texts,
          links: actions,
        },
        { requiredKeys: ['style', 'heading', 'text'] },
      ),
    ),
    references: few(fc.record({ label: text, value: text, words: text }, { requiredKeys: ['label', 'value'] })),
    sections: few(section),
    reveals: few(fc.record({ title: text, text: texts })),
    answers,
    parts: few(fc.record({ answers, actions })),
    fields: few(field),
    figures: few(fc.record({ value: text, label: text })),
    trends: few(fc.record({ sentence: text, bars: text })),
    tables: few(fc.record({ title: text, columns: texts, rows: few(texts), notes: texts })),
    links: actions,
    actions,
  },
  { requiredKeys: ['language', 'heading', 'actions'] },
);

/** Answers as they may stand in a state: those of choices that were chosen, and whatever was typed. */
const anyAnswers = fc.record(
  Object.fromEntries(
    Object.keys(questions)
      .filter(isQuestionId)
      .map((id) => {
        const question = questionForRoute('staff', id);
        if (question.kind === 'text') return [id, fc.string({ unit: 'grapheme', maxLength: 60 })];
        return [id, fc.constantFrom(...question.options)];
      }),
  ),
  { requiredKeys: [] },
);
const anyProblems = few(
  fc.record({
    question: fc.constantFrom('', 'what', 'risk', 'who', 'code', 'addition'),
    code: fc.constantFrom('missing' as const, 'odd' as const, 'notSaved' as const),
  }),
);
const around = fc.record({
  contacts: fc.constantFrom(fullContacts, fewContacts),
  problems: anyProblems,
  token: fc.string({ minLength: 1, maxLength: 200 }),
  mayReceiveMessages: fc.boolean(),
  takesFiles: fc.boolean(),
  filesPage: fc.constantFrom(undefined, 'https://teams.example/report'),
  notice: fc.constantFrom(undefined, 'expired' as const, 'taken' as const, 'apart' as const),
});
const anyCode = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => generateReturnCode(() => bytes));

/** The page of any state of a report. */
export const anyReport: fc.Arbitrary<Page> = fc
  .record({
    code: anyCode,
    language: fc.constantFrom(...languages),
    route: fc.constantFrom('staff' as const, 'hub' as const),
    at: fc.constantFrom(...reportStateSchema.shape.at.options),
    answers: anyAnswers,
    isChanging: fc.boolean(),
    isReading: fc.boolean(),
    around,
  })
  .map(({ code, language, route, at, answers: given, isChanging, isReading, around: more }) =>
    reportPage({
      ...exampleFacts,
      ...more,
      caseId: exampleCaseId,
      state: {
        ...initialReportState(code, language, route),
        at,
        answers: given,
        changing: isChanging,
        ...(isReading && { isReading }),
        until: '2026-12-02',
        saved: { receivedOn: '2026-11-25', mode: 'named' },
      },
    }),
  );

/** The page of any state of somebody who came back. */
export const anyComeBack: fc.Arbitrary<Page> = fc
  .record({
    language: fc.constantFrom(...languages),
    at: fc.constantFrom(...comeBackStateSchema.shape.at.options),
    asking: fc.constantFrom(undefined, 'leave' as const, 'discard' as const),
    code: anyCode,
    addition: fc.string({ unit: 'grapheme', maxLength: 60 }),
    thread: fc.constantFrom(undefined, exampleThread, questionThread),
    around,
  })
  .map(
    ({
      language,
      at,
      asking,
      code,
      addition,
      thread,
      around: { contacts, problems, token, mayReceiveMessages, takesFiles },
    }) =>
      comeBackPage({
        ...exampleFacts,
        contacts,
        problems,
        token,
        mayReceiveMessages,
        takesFiles,
        caseId: exampleCaseId,
        ...(thread && { thread }),
        state: { ...comeBackState(language, at), code, apart: code, addition, ...(asking && { asking }) },
      }),
  );
