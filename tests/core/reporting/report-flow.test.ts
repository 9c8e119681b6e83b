import { describe, expect, it } from '@jest/globals';
import {
  restoreExpiredState,
  withReceipt,
  applyReportMove,
  toDraftState,
  toSealedReportState,
  type ReportState,
  reportStateSchema,
  initialReportState,
} from '../../../core/reporting/report-flow.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { newReturnCode } from '../../support/core/open-core.ts';

const start = (): ReportState => initialReportState(newReturnCode(), 'en');
const account = { what: 'what happened', risk: 'no', conflict: 'no' };
/** The state after moves, each written as a verb and its inputs. */
const after = (...moves: readonly (readonly [string, Readonly<Record<string, unknown>>?])[]) =>
  moves.reduce((state, [verb, inputs]) => applyReportMove(state, { verb, inputs: inputs ?? {} }).state, start());
const short = [
  ['next', account],
  ['next', { mode: 'named' }],
] as const;
const review = (about: Readonly<Record<string, unknown>>) =>
  after(...short, ['next', nextStepInput('detail')], ['next', about], ['next'], ['next']);
const saved = { receivedOn: '2026-11-25', mode: 'confidential' } as const;
const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;

describe('the way through a report', () => {
  it('is three cards to sending', () => {
    expect(start()).toMatchObject({ at: 'account', answers: {}, changing: false, page: 1 });
    const state = after(...short);
    expect(state.at).toBe('code');
    expect(applyReportMove(state, { verb: 'next', inputs: nextStepInput('send') }).effect).toBe('send');
  });

  it('leads from a card of before, when how one reports was asked first, over what is not answered yet', () => {
    const first: ReportState = { ...start(), at: 'limits' };
    const reading = applyReportMove(first, { verb: 'more', inputs: { mode: 'named' } }).state;
    expect(reading).toMatchObject({ at: 'limits', isReading: true, answers: { mode: 'named' } });
    expect(applyReportMove(reading, { verb: 'back', inputs: {} }).state.at).toBe('limits');
    const asked = applyReportMove(first, { verb: 'next', inputs: { mode: 'named' } });
    expect(asked).toMatchObject({ problems: [], state: { at: 'account', answers: { mode: 'named' } } });
    const second = applyReportMove(asked.state, { verb: 'next', inputs: account }).state;
    expect(second).toMatchObject({ at: 'limits', answers: { ...account, mode: 'named' } });
    expect(applyReportMove(second, { verb: 'next', inputs: { mode: 'named' } }).state.at).toBe('code');
    const back = applyReportMove(asked.state, { verb: 'back', inputs: account });
    expect(back).toMatchObject({ problems: [], state: { at: 'account', answers: account } });
  });

  it('carries what was typed over to the card where the rest is read, and back', () => {
    const more = applyReportMove(start(), { verb: 'more', inputs: account }).state;
    expect(toSealedReportState(more).answers).toEqual(account);
    const back = applyReportMove(toSealedReportState(more), { verb: 'back', inputs: {} }).state;
    expect(back).toMatchObject({ at: 'account', answers: account });
    const long = applyReportMove(start(), { verb: 'more', inputs: { ...account, what: 'x'.repeat(12_001) } });
    expect(long).toMatchObject({ state: { at: 'account' }, problems: [{ question: 'what', code: 'long' }] });
    expect(long.state.isReading).toBeUndefined();
  });

  it('leads over the detail, with the signs only where they belong', () => {
    const toAbout = [...short, ['next', nextStepInput('detail')]] as const;
    expect(after(...toAbout).at).toBe('about');
    expect(after(...toAbout, ['next', { kind: 'boundaries' }]).at).toBe('signs');
    expect(after(...toAbout, ['next', { kind: 'bribery' }]).at).toBe('knowledge');
    expect(after(...toAbout, ['next', { kind: 'bribery' }], ['next']).at).toBe('review');
  });

  it('goes back over a card that is skipped', () => {
    const state = after(...short, ['next', nextStepInput('detail')], ['next', { kind: 'bribery' }], ['back']);
    expect(state).toMatchObject({ at: 'about', answers: { kind: 'bribery' } });
  });

  it('keeps a wrong answer, and says so, until it is put right', () => {
    const turn = applyReportMove(start(), { verb: 'next', inputs: { ...account, what: 'x'.repeat(8_010) } });
    expect(turn.problems).toEqual([{ question: 'what', code: 'long', by: 10 }]);
    expect(turn.state).toMatchObject({ at: 'account', answers: { what: 'x'.repeat(8_010) } });
    expect(applyReportMove(turn.state, { verb: 'next', inputs: account }).state.at).toBe('limits');
  });

  it('asks what to do on the card of the code', () => {
    const state = after(...short);
    const press = (verb: string) => applyReportMove(state, { verb, inputs: {} });
    expect([press('send').effect, press('later').effect, press('detail').state.at]).toEqual(['send', 'later', 'about']);
    expect(press('file').effect).toBe('file');
  });

  it('opens a draft for the page as the review, and leads to its files only until another card is shown', () => {
    const draft = toDraftState({ ...after(...short), changing: true, page: 3 }, true);
    expect(draft).toMatchObject({ at: 'review', changing: false, page: 1, addsFile: true });
    const press = (verb: string) => applyReportMove(draft, { verb, inputs: {} }).state.addsFile;
    expect(press('language')).toBe(true);
    for (const verb of ['next', 'change:account']) expect(press(verb)).toBeUndefined();
    expect(toDraftState(draft, false)).not.toHaveProperty('addsFile');
  });

  it('goes on from the card of the code of before it had these buttons, whose one choice was sent by Continue', () => {
    const state = after(...short);
    const choose = (inputs: object) => applyReportMove(state, { verb: 'next', inputs: { ...inputs } });
    expect([choose(nextStepInput('send')).effect, choose(nextStepInput('later')).effect]).toEqual(['send', 'later']);
    expect(choose(nextStepInput('detail')).state.at).toBe('about');
    for (const odd of [{}, nextStepInput('else')])
      expect(choose(odd)).toMatchObject({ state: { at: 'code' }, problems: [{ question: '', code: 'odd' }] });
  });
});

describe('the review', () => {
  it('leads to one card and back, with its change', () => {
    const state = review({ kind: 'bribery', who: 'somebody' });
    const changing = applyReportMove(state, { verb: 'change:account', inputs: {} }).state;
    expect(changing).toMatchObject({ at: 'account', changing: true });
    const changed = applyReportMove(changing, { verb: 'next', inputs: { ...account, risk: 'yes' } }).state;
    expect(changed).toMatchObject({ at: 'review', changing: false, answers: { risk: 'yes', who: 'somebody' } });
    const back = applyReportMove(changing, { verb: 'back', inputs: { ...account, risk: 'unsure' } }).state;
    expect(back).toMatchObject({ at: 'review', answers: { risk: 'unsure' } });
  });

  it('leads over a card that a change has opened, before it comes back', () => {
    const changing = applyReportMove(review({ kind: 'bribery' }), { verb: 'change:about', inputs: {} }).state;
    const signs = applyReportMove(changing, { verb: 'next', inputs: { kind: 'boundaries' } }).state;
    expect(signs).toMatchObject({ at: 'signs', changing: true });
    expect(applyReportMove(signs, { verb: 'next', inputs: { signs: 'gifts' } }).state.at).toBe('review');
  });

  it('does not ask again for a card that was open before', () => {
    const changing = applyReportMove(review({ kind: 'boundaries' }), { verb: 'change:about', inputs: {} }).state;
    expect(applyReportMove(changing, { verb: 'next', inputs: { kind: 'boundaries', who: 'x' } }).state.at).toBe(
      'review',
    );
  });

  it('sends nobody on with a hole: the card of the hole comes, with what is missing', () => {
    const changing = applyReportMove(review({}), { verb: 'change:account', inputs: {} }).state;
    const emptied = applyReportMove(changing, { verb: 'back', inputs: {} }).state;
    const turn = applyReportMove(emptied, { verb: 'send', inputs: {} });
    expect(turn).toMatchObject({ effect: 'none', state: { at: 'account', changing: true } });
    expect(turn.problems.map((problem) => problem.question)).toEqual(['what', 'conflict']);
    const filled = applyReportMove(turn.state, { verb: 'next', inputs: account }).state;
    expect(filled.at).toBe('review');
    expect(applyReportMove(filled, { verb: 'send', inputs: {} }).effect).toBe('send');
  });

  it('turns its pages one by one, and leads back to the last card from the first', () => {
    const at = (page: number, verb: string) => applyReportMove({ ...review({}), page }, { verb, inputs: {} });
    expect([at(1, 'next').state.page, at(2, 'next').state.page, at(3, 'back').state.page]).toEqual([2, 3, 2]);
    expect(at(99, 'next').state.page).toBe(99);
    expect(at(1, 'back').state.at).toBe('knowledge');
    expect(at(2, 'later').effect).toBe('later');
    expect(at(2, 'change:account').state).toMatchObject({ at: 'account', page: 1, changing: true });
    for (const odd of ['code', 'review', 'signs', 'receipt', '', '__proto__']) {
      expect(at(1, `change:${odd}`)).toMatchObject({
        state: { at: 'review' },
        problems: [{ question: '', code: 'odd' }],
      });
    }
  });

  it('goes on from a card of before it had these buttons, whose one choice was sent by Go', () => {
    const go = (choice?: string) =>
      applyReportMove(review({}), { verb: 'go', inputs: choice === undefined ? {} : { go: choice } });
    expect(go('account').state).toMatchObject({ at: 'account', changing: true });
    expect(go('page:3').state.page).toBe(3);
    expect(go('page:0').state.page).toBe(1);
    for (const odd of [undefined, '', 'code', 'review', 'signs', 'receipt', 'page:999', 'page:-1', 'page:']) {
      expect(go(odd).problems).toEqual([{ question: '', code: 'odd' }]);
    }
    expect(go('later').effect).toBe('later');
  });
});

describe('the last cards', () => {
  it('end, and nothing typed is left in their state', () => {
    const receipt = withReceipt(review({ kind: 'boundaries' }), result, saved);
    expect(receipt).toMatchObject({ at: 'receipt', answers: {}, result, saved });
    expect(applyReportMove(receipt, { verb: 'done', inputs: {} }).effect).toBe('done');
    for (const verb of ['send', 'next', 'back', 'add', 'leave', 'go']) {
      expect(applyReportMove(receipt, { verb, inputs: { what: 'more', go: 'later' } })).toMatchObject({
        effect: 'none',
        state: receipt,
      });
    }
  });

  it('offer to add what differs or to leave it', () => {
    const differs: ReportState = { ...review({}), at: 'differs', saved };
    expect(applyReportMove(differs, { verb: 'add', inputs: {} })).toMatchObject({ effect: 'add', state: differs });
    const left = applyReportMove(differs, { verb: 'leave', inputs: {} });
    expect(left).toMatchObject({ effect: 'none', state: { at: 'receipt', answers: {}, saved } });
    expect(left.state.result).toBeUndefined();
    expect(applyReportMove(differs, { verb: 'done', inputs: {} })).toMatchObject({
      effect: 'none',
      state: { at: 'differs' },
    });
  });

  it('have nothing to be sent again when they expire, and survive being carried', () => {
    const kept: ReportState = { ...review({}), at: 'kept', answers: {}, until: '2026-12-02' };
    for (const state of [withReceipt(review({}), result, saved), kept]) {
      expect(restoreExpiredState(state, { what: 'more' })).toBeUndefined();
      expect(reportStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }
  });
});

describe('a state that is read', () => {
  it('is refused where its code, card, language, page or an answer cannot be', () => {
    const state = review({});
    for (const wrong of [
      { code: 'no code' },
      { at: 'nowhere' },
      { language: 'fr' },
      { page: 0 },
      { answers: { else: 'x' } },
    ]) {
      expect(reportStateSchema.safeParse({ ...state, ...wrong }).success).toBe(false);
    }
    expect(reportStateSchema.safeParse(state).success).toBe(true);
  });
});
