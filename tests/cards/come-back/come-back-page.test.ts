import { renderPage } from '../../../cards/render-page.ts';
import { describe, expect, it } from '@jest/globals';
import type { ComeBackView } from '../../../cards/come-back/come-back-page.ts';
import { comeBackPage } from '../../../cards/come-back/come-back-page.ts';
import { caseStatuses } from '../../../core/model/case-record.ts';
import { applyComeBackMove, type ComeBackState } from '../../../core/reporting/come-back-flow.ts';
import type { ReporterThread } from '../../../core/reporting/find-by-return-code.ts';
import { languages } from '../../../core/model/language.ts';
import { closingAnswerWords } from '../../../words/closing-messages.ts';
import { formatDay } from '../../../words/date-format.ts';
import { translate } from '../../../words/cards/translate.ts';
import {
  listSubmitButtons,
  comeBackState,
  exampleDay,
  exampleFacts,
  exampleThread,
  exampleToken,
  fewContacts,
  longestThread,
  listElements,
  listTexts,
} from '../../support/cards/example-views.ts';

const card = (state: ComeBackState, problems: ComeBackView['problems'] = []) =>
  renderPage(comeBackPage({ state, problems, token: exampleToken, contacts: fewContacts, ...exampleFacts }));
const said = (...drawn: Parameters<typeof card>) => listTexts(card(...drawn), 'TextBlock').join('\n');
const all = ['enter', 'case', 'draft', 'added', 'discarded', 'erased', 'unadded'] as const;
const movesOn = (drawn: unknown) =>
  listSubmitButtons(drawn).map(({ data }) => JSON.stringify(data).replace(/.*"move":"(\w+)".*/u, '$1'));

describe('the card of somebody who comes back', () => {
  it.each(all)('%s has only moves that the flow knows', (at) => {
    const state = comeBackState('en', at);
    for (const { data } of listSubmitButtons(card(state))) {
      const verb = JSON.stringify(data).replace(/.*"move":"(\w+)".*/u, '$1');
      const { problems } = applyComeBackMove(state, { verb, inputs: {} });
      expect(problems.filter(({ question }) => question === '')).toEqual([]);
    }
  });

  it('says of a code under which nothing is saved what that means', () => {
    const text = said(comeBackState('en', 'enter'), [{ question: 'code', code: 'notFound' }]);
    expect(text).toContain('Nothing is saved under this code.');
    expect(text).toContain('If you meant to send a report, make a new one.');
  });

  it('says of what is no code what a code looks like', () => {
    expect(said(comeBackState('en', 'enter'), [{ question: 'code', code: 'odd' }])).toContain('24 letters and digits');
  });

  it.each(languages)('says of a code with a slip that nothing was looked up, in %s', (language) => {
    const texts = said(comeBackState(language, 'enter'), [{ question: 'code', code: 'slip' }]);
    expect(texts).toContain(translate(language, 'problem.codeSlip'));
    expect(texts).not.toContain(translate(language, 'problem.notFound'));
  });

  it('does not say that a look-up which got no answer was not saved', () => {
    const text = said(comeBackState('en', 'enter'), [{ question: '', code: 'notSaved' }]);
    expect(text).toContain('everything saved so far is still there');
    expect(said(comeBackState('en', 'case'), [{ question: '', code: 'notSaved' }])).toContain('could not confirm');
  });

  it('shows the progress first, then 999, and after the field the day and how much was added', () => {
    const texts = listTexts(card(comeBackState('en', 'case')), 'TextBlock');
    expect(texts[1]).toBe('Progress');
    expect(texts.slice(0, 5).join('\n')).toContain('Call 999 first');
    expect(texts.join('\n')).toContain('received your report on 25 November 2026');
    expect(texts.join('\n')).toContain('You have added to your report twice.');
  });

  it.each(caseStatuses)('puts the status %s into words of its own', (status) => {
    const found = { status, receivedOn: '2026-11-25', additions: 0, until: '' };
    const others = caseStatuses
      .filter((other) => other !== status)
      .map((other) => said({ ...comeBackState('cy', 'case'), found: { ...found, status: other } }));
    expect(others).not.toContain(said({ ...comeBackState('cy', 'case'), found }));
  });

  it('shows an unknown status as received, and nothing of it', () => {
    const found = { status: 'constructor', receivedOn: 'no day', additions: 0, until: '' };
    expect(said({ ...comeBackState('en', 'case'), found })).toContain(
      'It is waiting for someone to confirm that it has arrived.',
    );
  });

  const withThread = (thread: ReporterThread, differences: Partial<ComeBackState> = {}) =>
    renderPage(
      comeBackPage({
        state: { ...comeBackState('en', 'case'), ...differences },
        problems: [],
        token: exampleToken,
        contacts: fewContacts,
        ...exampleFacts,
        thread,
      }),
    );
  const foundAs = (status: string) => ({ found: { status, receivedOn: '2026-11-25', additions: 0, until: '' } });

  it('names the day of what happens next only where there is one, and says when it is over', () => {
    expect(said(comeBackState('en', 'case'))).toContain('they should read and assess your report, by 4 December 2026.');
    expect(said({ ...comeBackState('en', 'case'), ...foundAs('acknowledged') })).toContain(
      'they should read and assess your report.',
    );
    const { found } = comeBackState('en', 'case');
    const late = {
      ...comeBackState('en', 'case'),
      found: found && { ...found, next: { dueOn: '2026-12-04', isLate: true } },
    };
    expect(said(late)).toContain('That day has passed, so this is late.');
  });

  it('shows messages as plain text in their order, and of the own ones only the day', () => {
    const text = 'a **bold** [link](https://example.org)\n{{DATE(2026-11-25)}}';
    const drawn = withThread({
      entries: [{ from: 'handlers', on: exampleDay, text }, ...exampleThread.entries.slice(0, 2)],
      unverifiedCount: 0,
    });
    const waits = withThread({ entries: [{ from: 'handlers', on: exampleDay, text }], unverifiedCount: 0 });
    expect(listTexts(waits, 'TextRun')).toEqual(listTexts(drawn, 'TextRun').slice(0, 2));
    expect(listTexts(drawn, 'TextRun').slice(0, 2)).toEqual([
      'a **bold** [link](https://example.org)',
      '{\u2060{DATE(2026-11-25)}}',
    ]);
    expect(listTexts(drawn, 'TextBlock')).toContain('On 26 November 2026, you wrote');
  });

  it.each(['en', 'cy'] as const)(
    'shows first what waits for an answer, before the progress and the rest, in %s',
    (language) => {
      const drawn = withThread(exampleThread, { language, ...foundAs('awaitingReporter') });
      const texts = listElements(drawn).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
      const [heading, , words, next] = texts;
      expect(heading).toBe(translate(language, 'comeBack.askedHeading'));
      expect(words).toBe('Thank you. It is being looked into.');
      expect(next).toBe(translate(language, 'comeBack.standsHeading'));
      // What was answered before stands below, in its order, and nothing stands twice.
      expect(listTexts(drawn, 'TextRun').slice(1)).toEqual([
        'Thank you. Do you remember on which day you were told?',
        'You do not have to answer.',
      ]);
      expect(texts.filter((text) => text === words)).toHaveLength(1);
    },
  );

  it('says what is wrong before what waits', () => {
    const view = { token: exampleToken, contacts: fewContacts, ...exampleFacts, thread: exampleThread } as const;
    const drawn = renderPage(
      comeBackPage({
        ...view,
        state: comeBackState('en', 'case'),
        problems: [{ question: 'addition', code: 'missing' }],
      }),
    );
    expect(listTexts(drawn, 'TextBlock').slice(0, 2)).toEqual(['There is a message for you', 'Check this first']);
  });

  it.each(caseStatuses)('has a status that agrees with what waits: %s', (status) => {
    const waiting = listTexts(withThread(exampleThread, foundAs(status)), 'TextBlock').join('\n');
    const answered: ReporterThread = { ...exampleThread, entries: exampleThread.entries.slice(0, 2) };
    const nothing = listTexts(withThread(answered, foundAs(status)), 'TextBlock').join('\n');
    const mayAnswer = [translate('en', 'comeBack.canAnswer'), translate('en', 'comeBack.nextAnswer')];
    expect(mayAnswer.some((line) => waiting.includes(line))).toBe(status !== 'closed');
    expect(waiting).not.toContain(translate('en', 'comeBack.statusReceived'));
    expect(waiting).not.toContain(translate('en', 'comeBack.nextNoQuestion'));
    expect(mayAnswer.some((line) => nothing.includes(line))).toBe(false);
    expect(nothing).toContain(translate('en', 'comeBack.caseHeading'));
    expect(nothing.includes(translate('en', 'comeBack.nextNoQuestion'))).toBe(status === 'awaitingReporter');
  });

  it('puts each of several messages that wait in its place, and those of the page before where they were', () => {
    const more = (text: string) => ({ from: 'handlers', on: exampleDay, text }) as const;
    const both = withThread({ entries: [...exampleThread.entries, more('And one more.')], unverifiedCount: 0 });
    expect(listTexts(both, 'TextRun').slice(0, 2)).toEqual(['Thank you. It is being looked into.', 'And one more.']);
    const long: ReporterThread = { entries: [...longestThread.entries, more('The last.')], unverifiedCount: 0 };
    expect(listTexts(withThread(long), 'TextRun')[0]).toBe('The last.');
    expect(listTexts(withThread(long, { page: 2 }), 'TextBlock')[0]).toBe('Your report');
  });

  it.each(languages)(
    'says in %s on which day to look again once something was added, and by nobody’s nudge',
    (language) => {
      const day = formatDay(language, exampleFacts.nextVisitDay);
      for (const at of ['added', 'apart'] as const)
        expect(said(comeBackState(language, at))).toContain(translate(language, 'common.lookAgainAsked', { day }));
    },
  );

  it('offers “Nothing to add” where somebody asked and the case is open, and nowhere else', () => {
    const answered: ReporterThread = { ...exampleThread, entries: exampleThread.entries.slice(0, 2) };
    expect(movesOn(withThread(exampleThread))).toContain('nothing');
    expect(movesOn(withThread(answered))).not.toContain('nothing');
    expect(movesOn(withThread(answered, foundAs('awaitingReporter')))).toContain('nothing');
    expect(movesOn(withThread(exampleThread, foundAs('closed')))).toEqual(['add', 'done', 'language']);
  });

  it.each(['en', 'cy'] as const)(
    'has the answer that was left as the first thing on a closed case, in %s',
    (language) => {
      const { found } = comeBackState(language, 'case');
      const closed = (status: string, more: Partial<NonNullable<ComeBackState['found']>> = {}) =>
        withThread(
          { entries: [], unverifiedCount: 0 },
          { language, found: found && { ...found, status, answer: 'kept', ...more } },
        );
      const texts = listTexts(closed('closed'), 'TextBlock');
      expect(texts.slice(0, 3)).toEqual([
        translate(language, 'comeBack.answeredHeading'),
        translate(language, 'comeBack.answered'),
        closingAnswerWords.kept[language],
      ]);
      // Once it is open again, what was said then is not how it stands.
      expect(listTexts(closed('reopened'), 'TextBlock').join()).not.toContain(closingAnswerWords.kept[language]);
      const asksOn = listTexts(closed('closed', { asksOn: exampleDay }), 'TextBlock').join();
      expect(asksOn).toContain(translate(language, 'comeBack.nextWorse', { day: formatDay(language, exampleDay) }));
    },
  );

  it('offers to say no only where it was asked whether they were treated worse', () => {
    const { found } = comeBackState('en', 'case');
    const asked = (status: string) =>
      withThread(exampleThread, { found: found && { ...found, status, isAskedWorse: true } });
    expect(movesOn(asked('closed'))).toEqual(['add', 'notWorse', 'done', 'language']);
    expect(movesOn(asked('inProgress'))).toEqual(['add', 'notWorse', 'done', 'language']);
    expect(movesOn(withThread(exampleThread, foundAs('closed')))).not.toContain('notWorse');
    expect(listTexts(asked('closed'), 'TextBlock').join()).toContain(translate('en', 'comeBack.canAnswerClosed'));
  });

  it('says of a closed case that writing opens it for review', () => {
    const text = listTexts(withThread(exampleThread, foundAs('closed')), 'TextBlock').join();
    expect(text).toContain('If you write, the case will be reopened for review.');
  });

  it('turns the pages of a long thread, the newest first', () => {
    expect(movesOn(withThread(longestThread))).toEqual(['add', 'earlier', 'done', 'language']);
    expect(movesOn(withThread(longestThread, { page: 2 }))).toEqual(['add', 'earlier', 'later', 'done', 'language']);
    const last = movesOn(withThread(longestThread, { page: 999 }));
    expect(last).toEqual(['add', 'later', 'done', 'language']);
  });

  it('says that something could not be confirmed, and nothing of what it said', () => {
    const text = listTexts(withThread({ entries: [], unverifiedCount: 1 }), 'TextBlock').join();
    expect(text).toContain('may not be from the people handling your report');
    expect(listTexts(withThread({ entries: [], unverifiedCount: 0 }), 'TextBlock').join()).not.toContain(
      'may not be from the people handling your report',
    );
  });

  it('says where the messages could not be read that they may be looked for again', () => {
    expect(said(comeBackState('en', 'case'))).toContain('choose “Check again”');
    expect(movesOn(card(comeBackState('en', 'case')))).toContain('again');
  });

  it('asks not to look for more', () => {
    expect(said(comeBackState('en', 'case'))).toContain('Do not look for more, or look anything up for us.');
  });

  it('keeps what was typed in the input and nowhere else', () => {
    const drawn = card({ ...comeBackState('en', 'case'), addition: 'canary ${x}' });
    expect(listElements(drawn).filter((part) => part['value'] === 'canary ${x}')).toHaveLength(1);
    expect(JSON.stringify(drawn).split('canary')).toHaveLength(2);
  });
});
