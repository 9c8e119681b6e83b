import { renderPage } from '../../../cards/render-page.ts';
import { describe, expect, it } from '@jest/globals';
import { supportText } from '../../../cards/support-contacts.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import type { ReportView } from '../../../cards/report/step-page.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { translate } from '../../../words/cards/translate.ts';
import { estimateCardSize, maxCardSize } from '../../../cards/card-size.ts';
import { applyReportMove, type ReportState } from '../../../core/reporting/report-flow.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';
import { applicableSteps, stepQuestions, staffStepIds } from '../../../core/model/report-steps.ts';
import { languages } from '../../../core/model/language.ts';
import { formatDay } from '../../../words/date-format.ts';
import {
  listButtons,
  listSubmitButtons,
  exampleCode,
  exampleCodeWords,
  exampleDay,
  exampleFacts,
  exampleToken,
  fewContacts,
  fullContacts,
  longestToken,
  listElements,
  reportState,
  listTexts,
  typicalAnswers,
} from '../../support/cards/example-views.ts';

const card = (state: ReportState, more: Partial<ReportView> = {}) =>
  renderPage(reportPage({ state, problems: [], token: exampleToken, contacts: fewContacts, ...exampleFacts, ...more }));
const said = (state: ReportState, more: Partial<ReportView> = {}) => listTexts(card(state, more), 'TextBlock');
const inputsOf = (drawn: unknown) =>
  Object.fromEntries(
    listElements(drawn).flatMap((part) =>
      typeof part['id'] === 'string' && 'label' in part ? [[part['id'], part] as const] : [],
    ),
  );
const movesOf = (drawn: unknown) =>
  listSubmitButtons(drawn).map(({ data }) => JSON.stringify(data).replace(/.*"move":"([\w:]+)".*/u, '$1'));

describe('the card of a report', () => {
  it.each(staffStepIds)('%s asks the questions of its step, filled in with what was answered', (at) => {
    const inputs = inputsOf(card(reportState('en', at, typicalAnswers)));
    for (const id of stepQuestions(at)) expect(inputs[id]?.['value']).toBe(typicalAnswers[id]);
    expect(Object.keys(inputs)).toEqual([...stepQuestions(at)]);
  });

  it.each(['en', 'cy'] as const)('does not ask someone who said “me” whether they are affected, in %s', (language) => {
    const asks = (towards: string) =>
      inputsOf(card(reportState(language, 'knowledge', { ...typicalAnswers, towards })));
    expect(Object.keys(asks('me'))).not.toContain('affected');
    expect(Object.keys(asks('colleague'))).toContain('affected');
  });

  it.each(['en', 'cy'] as const)(
    'says of answers that exclude each other that they do, beside the question, in %s',
    (language) => {
      const vulnerability = 'victim,unsure';
      const state = reportState(language, 'signs', { ...typicalAnswers, vulnerability });
      const turn = applyReportMove(state, { verb: 'next', inputs: { vulnerability } });
      expect(turn.state).toMatchObject({ at: 'signs', answers: { vulnerability } });
      const sentence = translate(language, 'problem.contradiction', {
        label: translate(language, 'question.vulnerability'),
      });
      const drawn = card(turn.state, { problems: turn.problems });
      expect(listTexts(drawn, 'TextBlock').filter((text) => text === sentence)).toHaveLength(2);
      expect(inputsOf(drawn)['vulnerability']?.['value']).toBe(vulnerability);
      expect(applyReportMove(turn.state, { verb: 'next', inputs: { vulnerability: 'victim' } }).state.at).toBe(
        'knowledge',
      );
    },
  );

  it('says of how many steps it is only where that is known', () => {
    const progress = (at: ReportState['at'], answers: Answers) => said(reportState('en', at, answers))[0];
    expect(progress('account', {})).toBe('Step 1 of 3');
    expect(progress('about', {})).toBe('Details, part 1');
    expect(progress('disclosure', { known: 'told' })).toBe('Details, part 3 of 3');
  });

  it('shows what was typed over what the state holds', () => {
    const typed: Answers = { what: 'x'.repeat(9_000) };
    expect(inputsOf(card(reportState('en', 'account', typicalAnswers), { typed }))['what']?.['value']).toBe(typed.what);
  });

  it('says what is wrong first, by the name of the question, and beside the input', () => {
    const problems = [{ question: 'what', code: 'long', by: 12 }] as const;
    const texts = said(reportState('en', 'account', typicalAnswers), { problems });
    const sentence = translate('en', 'problem.long', { label: 'What happened', by: 12 });
    expect(sentence).toContain('12 characters too long');
    expect(texts.slice(0, 4)).toEqual(['Step 1 of 3', 'Report a concern', 'Check this first', sentence]);
    expect(texts.filter((text) => text === sentence)).toHaveLength(2);
  });

  it('marks what is required in words', () => {
    expect(inputsOf(card(reportState('en', 'account')))['what']?.['label']).toBe('What happened (required)');
    expect(inputsOf(card(reportState('cy', 'account')))['risk']?.['label']).toBe('A oes rhywun mewn perygl nawr?');
  });

  it('has moves that the flow knows, on every card', () => {
    for (const at of [...staffStepIds, 'differs', 'receipt', 'kept'] as const) {
      const state = { ...reportState('en', at, typicalAnswers), until: '2026-12-02' };
      for (const verb of movesOf(card(state))) {
        const { problems } = applyReportMove(state, { verb, inputs: typicalAnswers });
        expect(problems.filter(({ question }) => question === '')).toEqual([]);
      }
    }
  });

  it('carries the state at most three times, and once more for the rest, each part of a review and each way from the code', () => {
    for (const at of [...staffStepIds, 'differs', 'receipt', 'kept'] as const) {
      const drawn = card(reportState('en', at, typicalAnswers));
      const ways = at === 'limits' ? ['more'] : at === 'code' ? ['detail', 'later'] : [];
      const more = movesOf(drawn).filter((move) => move.startsWith('change:') || ways.includes(move));
      expect(listSubmitButtons(drawn).length).toBeLessThanOrEqual(3 + more.length);
    }
  });

  it.each(['en', 'cy'] as const)('has every button on the card of the code that fits, in %s', (language) => {
    const longest = (token: string, more: Partial<ReportView>) =>
      reportPage({
        ...exampleFacts,
        ...more,
        state: reportState(language, 'code', { ...typicalAnswers, risk: 'yes', conflict: 'chief', affected: 'yes' }),
        problems: [{ question: '', code: 'notSaved' }],
        notice: 'apart',
        token,
        contacts: fullContacts,
      });
    const moves = ['send', 'detail', 'later', 'back'];
    const withFile = ['file', ...moves];
    const filesPage = 'https://teams.example/report';
    for (const [length, shown, more] of [
      [6_000, [...moves, 'language'], {}],
      [7_500, moves, {}],
      [5_000, [...withFile, 'language'], { filesPage }],
      [6_000, withFile, { filesPage }],
      [7_500, moves, { filesPage }],
    ] as const) {
      const page = longest(longestToken.slice(0, length), more);
      expect(movesOf(renderPage(page))).toEqual(shown);
      expect(estimateCardSize(page)).toBeLessThanOrEqual(maxCardSize);
    }
  });

  it('shows the limits before the first question, and the ways out one press from it', () => {
    const drawn = card(reportState('en', 'account'), { contacts: fullContacts });
    for (const limit of ['999', 'Teams tells Candour who you are', 'If a life is at risk', '0800 085 0000']) {
      const at = JSON.stringify(drawn).indexOf(limit);
      expect(at).toBeGreaterThan(-1);
      expect(at).toBeLessThan(JSON.stringify(drawn).indexOf('Input.'));
    }
    const rest = card({ ...reportState('en', 'account'), isReading: true }, { contacts: fullContacts });
    const behind = listTexts(rest, 'TextBlock').join('\n');
    for (const way of ['999', '0800 085 0000', '03069 990001', 'Connect Gwent, 03069 990002', '01632 960001', 'own']) {
      expect(behind).toContain(way);
    }
    for (const more of ['12 hours', 'Monday to Friday 08:00–18:00, not bank holidays']) expect(behind).toContain(more);
    expect(JSON.stringify([drawn, rest]).toLowerCase()).not.toContain('anonym');
  });

  it('says that it is not known when somebody looks where no hours are set', () => {
    const staffing = { onCall: { acu: false, reserve: false } };
    const texts = listTexts(
      card({ ...reportState('en', 'account'), isReading: true }, { staffing }),
      'TextBlock',
    ).join();
    expect(texts).toContain('The force has not said when reports are checked.');
  });

  it('promises somebody on call only where those who will handle the report have one', () => {
    const opens = { day: exampleDay, time: '08:00' };
    const mixed = { ...exampleFacts.staffing, opens, onCall: { acu: true, reserve: false } };
    const texts = (answers: Answers, at: 'account' | 'code') =>
      listTexts(
        card({ ...reportState('en', at, answers), ...(at === 'account' && { isReading: true }) }, { staffing: mixed }),
        'TextBlock',
      ).join();
    const urgent = { ...typicalAnswers, risk: 'yes' } as const;
    expect(texts({}, 'account')).not.toContain('on call');
    expect(texts({ ...urgent, conflict: 'no' }, 'code')).toContain(
      'Someone on call is told about urgent reports straight away',
    );
    expect(texts({ ...urgent, conflict: 'yes' }, 'code')).not.toContain('on call');
  });

  it('shows the code in groups, to be written down or not', () => {
    const texts = said(reportState('en', 'code', typicalAnswers));
    expect(texts).toContain(formatReturnCode(exampleCode));
    expect(texts).toContain('Your return code');
    expect(texts.join()).not.toContain('urgent alert');
  });

  it('shows the code in words of the language above its symbols, wherever it is shown', () => {
    for (const language of languages) {
      const codeWords = exampleCodeWords(language);
      for (const at of ['code', 'receipt', 'kept'] as const) {
        const texts = said({ ...reportState(language, at, typicalAnswers), until: '2026-12-02' }, { codeWords });
        const place = texts.indexOf(codeWords);
        expect(texts.slice(place - 1, place + 2)).toEqual([
          translate(language, 'common.codeEither'),
          codeWords,
          formatReturnCode(exampleCode),
        ]);
      }
      expect(said(reportState(language, 'review', typicalAnswers), { notice: 'taken', codeWords })).toContain(
        codeWords,
      );
    }
  });

  it('works out the words of the code, the staffing and the next visit only for cards that show them', () => {
    const steps = staffStepIds.filter((at) => !['account', 'code'].includes(at));
    for (const at of steps) {
      const worked: string[] = [];
      const work = <Value>(name: string, value: Value): Value => {
        worked.push(name);
        return value;
      };
      reportPage({
        state: reportState('en', at),
        problems: [],
        token: exampleToken,
        contacts: fewContacts,
        draftDays: exampleFacts.draftDays,
        mayReceiveMessages: true,
        get codeWords() {
          return work('code', exampleCodeWords('en'));
        },
        get staffing() {
          return work('staffing', exampleFacts.staffing);
        },
        get nextVisitDay() {
          return work('visit', exampleFacts.nextVisitDay);
        },
      });
      expect({ at, worked }).toEqual({ at, worked: [] });
    }
  });

  it('says on the code card what urgent means, and who handles what concerns the unit or a senior officer', () => {
    const answered = (answers: Answers) =>
      said(reportState('en', 'code', { ...typicalAnswers, ...answers })).join('\n');
    expect(answered({ risk: 'yes' })).toContain('Call 999 first');
    expect(answered({ risk: 'yes' })).toContain('its time shows');
    expect(answered({ conflict: 'unsure' })).toContain('someone the force has chosen, not to the Anti-Corruption Unit');
    expect(answered({ conflict: 'unsure' })).not.toContain('Chief Constable');
    expect(answered({ conflict: 'chief' })).toContain('Police and Crime Commissioner');
  });

  it.each([
    ['en', 'the Head of Legal Services', 'the Data Protection Officer'],
    ['cy', 'Pennaeth y Gwasanaethau Cyfreithiol', 'y Swyddog Diogelu Data'],
  ] as const)(
    'says in %s by their office who handles what concerns the unit, and who opens an identity',
    (language, reserve, custodians) => {
      const contacts = {
        ...fewContacts,
        reserve: { ...fewContacts.reserve, [language]: reserve },
        custodians: { ...fewContacts.custodians, [language]: custodians },
      };
      const result = {
        urgency: 'standard',
        handledBy: 'reserve',
        chief: false,
        affected: false,
        added: false,
      } as const;
      const cards = {
        limits: card(reportState(language, 'limits'), { contacts }),
        more: card({ ...reportState(language, 'limits'), isReading: true }, { contacts }),
        account: card(reportState(language, 'account'), { contacts }),
        code: card(reportState(language, 'code', { conflict: 'unsure' }), { contacts }),
        receipt: card({ ...reportState(language, 'receipt'), result }, { contacts }),
      };
      for (const drawn of [cards.more, cards.code, cards.receipt]) expect(JSON.stringify(drawn)).toContain(reserve);
      expect(JSON.stringify(cards.more)).toContain(custodians);
      for (const drawn of Object.values(cards)) {
        expect(JSON.stringify(drawn)).not.toMatch(
          /reserve handler|identity custodian|chief officer|wrth gefn|ceidwad|prif swyddog/iu,
        );
      }
    },
  );

  it('has a button beside each part of the review that leads to its card, and one to finish later', () => {
    const state = reportState('en', 'review', typicalAnswers);
    const steps = applicableSteps(state.answers).filter((step) => step.questions.length > 0);
    expect(movesOf(card(state))).toEqual([...steps.map(({ id }) => `change:${id}`), 'send', 'later', 'language']);
    for (const { id } of steps) {
      expect(applyReportMove(state, { verb: `change:${id}`, inputs: {} }).state).toMatchObject({
        at: id,
        changing: true,
      });
    }
    const titles = listSubmitButtons(card(state)).map(({ title }) => title);
    expect(titles).toHaveLength(new Set(titles).size);
  });

  it('has Send on the last page of a review alone, behind every other, and Back', () => {
    const state = reportState('en', 'review', { ...typicalAnswers, what: 'words and words '.repeat(800) });
    const pages = [1, 2, 3].map((page) => card({ ...state, page }, { token: longestToken }));
    const own = pages.map((page) => movesOf(page).filter((move) => !move.startsWith('change:')));
    expect(own).toEqual([
      ['next', 'later', 'language'],
      ['next', 'back', 'language'],
      ['next', 'back', 'language'],
    ]);
    let page = 1;
    let read = '';
    for (;;) {
      const drawn = card({ ...state, page }, { token: longestToken });
      read += listTexts(drawn, 'TextRun').join(' ');
      if (movesOf(drawn).includes('send')) break;
      ({ page } = applyReportMove({ ...state, page }, { verb: 'next', inputs: {} }).state);
    }
    expect(read.split('words and words').length).toBe(801);
    expect(applyReportMove({ ...state, page }, { verb: 'back', inputs: {} }).state.page).toBe(page - 1);
  });

  it('shows the last page of a review when it was left on one that is gone', () => {
    expect(
      listTexts(card({ ...reportState('en', 'review', typicalAnswers), page: 9 }), 'TextRun').length,
    ).toBeGreaterThan(5);
  });

  it('claims on the receipt only what is known', () => {
    const result = { urgency: 'urgent', handledBy: 'reserve', chief: true, affected: true, added: true } as const;
    const full = said({ ...reportState('en', 'receipt'), result }, { caseId: 'ABC-DEF-GHJK' }).join('\n');
    for (const part of [
      'Your report is saved',
      'ABC-DEF-GHJK',
      'urgent alert is being sent now',
      'This report goes first to',
      'Commissioner',
      'Live Fear Free',
      'Your changes were added',
    ]) {
      expect(full).toContain(part);
    }
    const left = said(reportState('en', 'receipt'), { caseId: 'ABC-DEF-GHJK' }).join('\n');
    expect(left).toContain('Your first version is saved');
    expect(left).not.toContain('alert');
  });

  it.each(['en', 'cy'] as const)('says who supports whoever was harmed, by every way to the end, in %s', (language) => {
    const support = supportText(language, fewContacts);
    const times = (at: ReportState['at'], answers: Answers, more: Partial<ReportState> = {}) =>
      said({ ...reportState(language, at, answers), ...more }).filter((text) => text === support).length;
    const heading = translate(language, 'common.supportHeading');
    const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;
    // Nobody who sends now has been asked.
    expect(times('receipt', {}, { result })).toBe(1);
    expect(times('receipt', {}, { result: { ...result, affected: true } })).toBe(1);
    expect(times('receipt', {})).toBe(1);
    expect(times('kept', {}, { until: '2026-12-02' })).toBe(1);
    for (const harmed of [{ towards: 'me' }, { affected: 'yes' }]) {
      for (const at of ['account', 'code', 'about', 'signs', 'knowledge', 'review', 'differs'] as const) {
        expect(times(at, { ...typicalAnswers, ...harmed })).toBe(1);
        expect(said(reportState(language, at, { ...typicalAnswers, ...harmed }))).toContain(heading);
      }
    }
    expect(said(reportState(language, 'review', typicalAnswers))).not.toContain(heading);
  });

  it.each(['en', 'cy'] as const)(
    'says on the code card what the code opens, and on the receipt when to look again, in %s',
    (language) => {
      const again = { nextVisitDay: exampleDay } as const;
      const opens = {
        en: ['our messages or a draft', 'not what you sent'],
        cy: ['negeseuon neu ddrafft', 'nid yr hyn a anfonoch'],
      }[language];
      const ask = { en: 'we may ask you something', cy: 'gallem ofyn cwestiwn' }[language];
      const never = { en: /Nothing will remind you/u, cy: /Ni fydd dim yn eich atgoffa/u }[language];
      const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;
      const code = said(reportState(language, 'code', typicalAnswers), again).join('\n');
      const receipt = (more: Partial<ReportView>) =>
        said({ ...reportState(language, 'receipt'), result }, { ...again, ...more }).join('\n');
      for (const part of opens) expect(code).toContain(part);
      for (const part of [ask, formatDay(language, exampleDay)]) expect(receipt({})).toContain(part);
      expect(receipt({})).toMatch(never);
      // Nobody is told of questions that a force lets nobody ask.
      const silent = receipt({ mayReceiveMessages: false });
      expect(silent).not.toContain(ask);
      expect(silent).toMatch(never);
      expect(silent).toContain(formatDay(language, exampleDay));
    },
  );

  it.each([
    ['en', 'named', 'Received on 25 November 2026 as “Named”.'],
    ['en', 'notKept', 'Received on 25 November 2026 as “Identity not kept”.'],
    ['cy', 'confidential', 'Daeth i law ar 25 Tachwedd 2026: “Yn gyfrinachol”.'],
  ] as const)('bears on the receipt in %s its day and that the report is %s', (language, mode, sentence) => {
    const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;
    const saved = { receivedOn: '2026-11-25', mode };
    expect(said({ ...reportState(language, 'receipt'), result, saved })).toContain(sentence);
    expect(said({ ...reportState(language, 'receipt'), saved })).toContain(sentence);
    // An open card of before does not know it.
    expect(said({ ...reportState(language, 'receipt'), result }).join()).not.toMatch(
      /undefined|Received on|Daeth i law/u,
    );
  });

  it.each(['en', 'cy'] as const)('lets whoever was harmed call from where it is said, in %s', (language) => {
    const urls = (answers: Answers, contacts = fullContacts) =>
      listButtons(card(reportState(language, 'code', { ...typicalAnswers, ...answers }), { contacts })).flatMap(
        ({ url }) => (typeof url === 'string' ? [url] : []),
      );
    expect(urls({ affected: 'yes' })).toEqual(['tel:03069990002']);
    // The helpline where the force has set no number of its service.
    expect(urls({ affected: 'yes' }, fewContacts)).toEqual(['tel:08088010800']);
    expect(urls({ risk: 'yes' }, fewContacts)).toEqual(['tel:999']);
  });

  it.each(languages)(
    'leads from a draft to the page where a file can be added, by an address alone, in %s',
    (language) => {
      const filesPage = 'https://teams.example/report';
      const kept = { ...reportState(language, 'kept'), until: '2026-12-02' };
      const urls = (state: ReportState, more: Partial<ReportView>) =>
        listButtons(card(state, more)).flatMap(({ url }) => (url === undefined ? [] : [url]));
      const codeWords = exampleCodeWords(language);
      for (const state of [kept, { ...kept, addsFile: true as const }]) {
        expect(urls(state, { filesPage, codeWords }).filter((url) => url === filesPage)).toHaveLength(1);
        expect(urls(state, { codeWords })).not.toContain(filesPage);
        expect(said(state, { filesPage, codeWords })).toEqual(
          expect.arrayContaining([codeWords, formatReturnCode(exampleCode)]),
        );
      }
      const led = said({ ...kept, addsFile: true }, { filesPage, codeWords });
      expect(led).toContain(translate(language, 'receipt.fileWay'));
      expect(said(kept, { filesPage })).toContain(translate(language, 'report.filesOnPage'));
      expect(said(kept)).not.toContain(translate(language, 'report.filesOnPage'));
    },
  );

  it('has the way to the page on the first page of a review, and room for it', () => {
    const filesPage = 'https://teams.example/report';
    const state = reportState('en', 'review', { ...typicalAnswers, what: 'words and words '.repeat(400) });
    const token = longestToken.slice(0, 5_900);
    for (const page of [1, 2, 3]) {
      const drawn = reportPage({
        ...exampleFacts,
        filesPage,
        state: { ...state, page },
        problems: [{ question: '', code: 'notSaved' }],
        token,
        contacts: fullContacts,
      });
      expect(estimateCardSize(drawn)).toBeLessThanOrEqual(maxCardSize);
      expect(movesOf(renderPage(drawn)).includes('file')).toBe(page === 1);
    }
    expect(movesOf(card(state, { filesPage, token: longestToken }))).not.toContain('file');
  });

  it('says until when a draft is kept, in the language of the person', () => {
    const kept = (language: 'en' | 'cy') => said({ ...reportState(language, 'kept'), until: '2026-12-02' }).join();
    expect(kept('en')).toContain('2 December 2026');
    expect(kept('cy')).toContain('2 Rhagfyr 2026');
  });

  it('shows a new code at once when the first was taken, and shows it once', () => {
    for (const at of ['code', 'review'] as const) {
      const texts = said(reportState('en', at, typicalAnswers), { notice: 'taken' });
      expect(texts[2]).toBe('You have a new return code');
      expect(texts.filter((text) => text === formatReturnCode(exampleCode))).toHaveLength(1);
    }
  });
});

describe('hostile answers', () => {
  const hostile = [
    '${$root.code} ${token} ${if(true, 1, 2)}',
    '{{DATE(2020-01-01T00:00:00Z,SHORT)}} {{TIME(2020-01-01T00:00:00Z)}}',
    '[click](https://example.org) **bold** # heading ![x](https://example.org/x.png)',
    '<script>alert(1)</script><at>everyone</at><a href="https://example.org">x</a>',
    '{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x"}],"$when":"${false}","$data":[]}',
    '__proto__ constructor toString',
  ];

  it.each(hostile)('stay text on the review and in the inputs: %s', (what) => {
    const answers = { ...typicalAnswers, what, who: what };
    const review = card(reportState('en', 'review', answers));
    const runs = listTexts(review, 'TextRun').map((text) => text.replaceAll('\u2060', ''));
    expect(runs.filter((text) => text === what)).toHaveLength(2);
    expect(listTexts(review, 'TextBlock').join()).not.toContain(what);
    expect(listTexts(review, 'TextRun').join()).not.toContain('{{');
    expect(inputsOf(card(reportState('en', 'account', answers)))['what']?.['value']).toBe(what);
  });

  it.each(['constructor', '__proto__', 'toString,boundaries', 'boundaries,,', '${x}'])(
    'are no option where they are none: %s',
    (kind) => {
      const review = card(reportState('en', 'review', { ...typicalAnswers, kind, mode: kind }));
      expect(listTexts(review, 'TextRun').every((text) => typeof text === 'string')).toBe(true);
    },
  );
});
