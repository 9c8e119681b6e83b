import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  toSealedComeBackState,
  type ComeBackState,
  comeBackStateSchema,
  applyComeBackMove,
  initialComeBackState,
  acceptsText,
} from '../../../core/reporting/come-back-flow.ts';
import { maxFollowUpLength, parseAdditionMarks } from '../../../core/model/questions.ts';
import { isBlank } from '../../../core/model/invisible-characters.ts';
import { parseReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { newReturnCode } from '../../support/core/open-core.ts';

const places = ['enter', 'case', 'draft', 'added', 'apart', 'discarded', 'erased', 'unadded', 'withdrawn'] as const;
const turning = ['again', 'earlier', 'later'];
const verbs = [
  'next',
  'add',
  'nothing',
  'notWorse',
  ...turning,
  'resume',
  'discard',
  'delete',
  'keep',
  'leave',
  'write',
  'report',
  'another',
  'withdraw',
  'record',
  'done',
  'language',
  'back',
  'send',
  '',
  '__proto__',
];
const aCode = formatReturnCode(newReturnCode());
const withoutAsking: fc.Arbitrary<ComeBackState> = fc.record({
  language: fc.constantFrom('en' as const, 'cy' as const),
  at: fc.constantFrom(...places),
  route: fc.constantFrom(undefined, 'hub' as const),
  code: fc.constantFrom('', aCode, 'no code'),
  addition: fc.string({ maxLength: 20 }),
  messageId: fc.constant('message'),
  marks: fc.constantFrom(undefined, 'risk', 'worse', 'unit', 'risk,unit'),
  page: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: undefined }),
  found: fc.option(
    fc.record({
      status: fc.constantFrom('received', 'closed'),
      route: fc.constantFrom(undefined, 'staff' as const, 'hub' as const),
      receivedOn: fc.constant('2026-11-25'),
      additions: fc.constant(0),
      until: fc.constant(''),
      isAskedWorse: fc.constantFrom(undefined, true, false),
    }),
    { nil: undefined },
  ),
});
/** A case of the hub, at its door. */
const isHubs = ({ route, found }: ComeBackState) => route === 'hub' && found?.route === 'hub';
/** The cards whose words are not sent yet. */
const isAskedAt = (at: ComeBackState['at']) => at === 'case' || at === 'unadded';
/**
 * A card asks whether somebody means to leave where words are typed, whether to delete where a draft is, and a partner
 * whether the person no longer agrees.
 */
const anyState = fc
  .tuple(withoutAsking, fc.constantFrom('no', 'yes', 'withdraw'))
  .map(([state, asks]): ComeBackState => {
    if (asks === 'withdraw' && state.at === 'case' && isHubs(state)) return { ...state, asking: 'withdraw' };
    const asking = isAskedAt(state.at) ? 'leave' : state.at === 'draft' ? 'discard' : undefined;
    return asks === 'yes' && asking ? { ...state, asking } : state;
  });
const anyMove = fc.record({
  verb: fc.constantFrom(...verbs),
  inputs: fc.record(
    {
      code: fc.oneof(fc.constantFrom<unknown>(aCode, aCode.toLowerCase(), '', ' ', 'no code', 7, null), fc.string()),
      addition: fc.oneof(fc.constantFrom<unknown>('', ' ', 'x'.repeat(8_001), 'y'.repeat(13_000), 7), fc.string()),
      marks: fc.oneof(fc.constantFrom<unknown>('', 'risk', 'unit', 'unit,risk', 'risk,', 'odd', 7), fc.string()),
    },
    { requiredKeys: [] },
  ),
});
const wasTyped = (value: unknown) => (typeof value === 'string' ? value : '');
const allowed: Readonly<Record<ComeBackState['at'], readonly string[]>> = {
  enter: ['next find'],
  case: ['add add', 'nothing nothing', 'notWorse notWorse', 'record withdraw'],
  draft: ['resume resume', 'delete discard'],
  added: ['another find'],
  apart: ['another find'],
  discarded: [],
  erased: ['report report'],
  unadded: ['report report'],
  withdrawn: ['another find'],
};

describe('any move of somebody who comes back', () => {
  it('keeps what was typed on its card as it was typed, and leaves all else', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state } = applyComeBackMove(before, move);
        expect(state.code).toBe(before.at === 'enter' ? wasTyped(move.inputs.code) : before.code);
        expect(state.addition).toBe(acceptsText(before.at) ? wasTyped(move.inputs.addition) : before.addition);
        const language = move.verb === 'language' ? (before.language === 'en' ? 'cy' : 'en') : before.language;
        const { asking, code, addition, marks, page } = state;
        const isSetHere = before.at === 'case';
        expect(marks).toBe(isSetHere ? wasTyped(move.inputs.marks).slice(0, 40) || undefined : before.marks);
        expect(state).toEqual({ ...before, language, asking, code, addition, marks, page });
        if (state.page !== before.page) expect([before.at, turning.includes(move.verb)]).toEqual(['case', true]);
      }),
    );
  });

  it('does outside only what its card offers, with a whole code and a follow-up that stands', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state, effect, problems } = applyComeBackMove(before, move);
        if (effect !== 'none') expect(problems).toEqual([]);
        if (effect === 'none') return;
        // Words that are not sent are left by one who was asked.
        const isLeft = isAskedAt(before.at) && before.asking === 'leave' && move.verb === 'leave';
        const isEmpty = isBlank(state.addition) && (before.at !== 'case' || state.marks === undefined);
        if (effect === 'done')
          return expect(isLeft || (move.verb === 'done' && (!isAskedAt(before.at) || isEmpty))).toBe(true);
        if (effect === 'discard') expect(before.asking).toBe('discard');
        if (effect === 'withdraw') expect([before.asking, isHubs(before)]).toEqual(['withdraw', true]);
        if (effect === 'withdraw') expect(state.addition.trim().length).toBeLessThanOrEqual(maxFollowUpLength);
        expect(allowed[before.at]).toContain(`${move.verb} ${effect}`);
        if (before.at === 'enter') expect(parseReturnCode(state.code)).toBeDefined();
        const length = state.addition.trim().length;
        // What goes along into a new report has room there.
        if (effect === 'report') expect(state.addition.length).toBeLessThanOrEqual(12_000);
        if (effect === 'add') expect(!isEmpty && length <= maxFollowUpLength).toBe(true);
        if (effect === 'add') expect(parseAdditionMarks(state.marks ?? '')).toBeDefined();
        if (effect === 'nothing') expect([isEmpty, before.found?.status === 'closed']).toEqual([true, false]);
      }),
    );
  });

  it('says what is wrong where nothing happens', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { effect, problems } = applyComeBackMove(before, move);
        const answers = before.asking === 'leave' ? ['write'] : before.asking === undefined ? [] : ['keep'];
        const isOpen = before.at === 'case' && before.asking !== 'withdraw';
        const isEmpty = isBlank(wasTyped(move.inputs.addition)) && !wasTyped(move.inputs.marks);
        const turns =
          ['language', 'done', ...answers].includes(move.verb) ||
          (isOpen && turning.includes(move.verb)) ||
          (isOpen && isHubs(before) && move.verb === 'withdraw' && isEmpty) ||
          (before.at === 'draft' && move.verb === 'discard');
        expect(problems.length).toBe(effect === 'none' && !turns ? 1 : 0);
      }),
    );
  });

  it('leaves a state that survives being carried', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state } = applyComeBackMove(before, move);
        expect(comeBackStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });
});

describe('the pages of the messages', () => {
  const at = (page: number | undefined, verb: string) =>
    applyComeBackMove({ ...initialComeBackState('en', 'message'), at: 'case', code: aCode, page }, { verb, inputs: {} })
      .state.page;

  it('are turned one by one, never before the first', () => {
    expect([at(undefined, 'earlier'), at(2, 'earlier'), at(3, 'later'), at(1, 'later')]).toEqual([2, 3, 2, 1]);
    expect(at(1_000, 'earlier')).toBe(1_000);
  });
});

describe('what a card carries', () => {
  it('is everything but what stands in its input', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const code = state.at === 'enter' ? '' : state.code;
        const marks = state.at === 'case' ? undefined : state.marks;
        expect(toSealedComeBackState(state)).toEqual({ ...state, code, addition: '', marks });
      }),
    );
  });
});

describe('what would be lost', () => {
  const at = (place: ComeBackState['at'], more: Partial<ComeBackState> = {}): ComeBackState => ({
    ...initialComeBackState('en', 'message'),
    at: place,
    code: aCode,
    ...more,
  });

  it.each(['case', 'unadded'] as const)('is asked about where words stand on the card: %s', (place) => {
    const asked = applyComeBackMove(at(place), { verb: 'done', inputs: { addition: 'half' } });
    expect(asked).toMatchObject({
      effect: 'none',
      problems: [],
      state: { at: place, asking: 'leave', addition: 'half' },
    });
    const press = (verb: string, addition = 'half') => applyComeBackMove(asked.state, { verb, inputs: { addition } });
    expect(press('leave').effect).toBe('done');
    expect(press('write').state).toEqual({ ...asked.state, asking: undefined });
    expect(press(place === 'case' ? 'add' : 'report').effect).toBe(place === 'case' ? 'add' : 'report');
    expect(press('language').state).toMatchObject({ asking: 'leave', language: 'cy', addition: 'half' });
    expect(press('done').state.asking).toBe('leave');
    for (const empty of ['', ' \n']) {
      expect(applyComeBackMove(at(place), { verb: 'done', inputs: { addition: empty } }).effect).toBe('done');
      expect(press('done', empty).effect).toBe('done');
    }
  });

  it('is asked about where a mark stands alone, and comes along to that card and back', () => {
    const asked = applyComeBackMove(at('case'), { verb: 'done', inputs: { marks: 'risk' } });
    expect(asked).toMatchObject({ effect: 'none', state: { asking: 'leave', marks: 'risk' } });
    const press = (verb: string) => applyComeBackMove(asked.state, { verb, inputs: { marks: 'risk' } });
    expect(press('write').state).toMatchObject({ at: 'case', marks: 'risk' });
    expect(press('add')).toMatchObject({ effect: 'add', state: { marks: 'risk' } });
    const nothing = applyComeBackMove(at('case'), { verb: 'nothing', inputs: { marks: 'unit' } });
    expect(nothing.problems).toEqual([{ question: 'addition', code: 'typed' }]);
  });

  it('is asked about once before a draft is deleted, and by no other card', () => {
    const asked = applyComeBackMove(at('draft'), { verb: 'discard', inputs: {} });
    expect(asked).toMatchObject({ effect: 'none', problems: [], state: { at: 'draft', asking: 'discard' } });
    expect(applyComeBackMove(at('draft'), { verb: 'delete', inputs: {} }).problems).toEqual([
      { question: '', code: 'odd' },
    ]);
    expect(applyComeBackMove(asked.state, { verb: 'keep', inputs: {} }).state).toEqual({
      ...at('draft'),
      asking: undefined,
    });
    expect(applyComeBackMove(asked.state, { verb: 'delete', inputs: {} })).toMatchObject({
      effect: 'discard',
      state: { asking: 'discard' },
    });
  });
});

describe('what is wrong', () => {
  const enter = initialComeBackState('en', 'message');
  it('with a code', () => {
    const next = (code: string) => applyComeBackMove(enter, { verb: 'next', inputs: { code } });
    expect(next(' ').problems).toEqual([{ question: 'code', code: 'missing' }]);
    expect(next(`${aCode}0`).problems).toEqual([{ question: 'code', code: 'odd' }]);
    const wrong = `${aCode.slice(0, -1)}${aCode.endsWith('7') ? '8' : '7'}`;
    expect(next(wrong).problems).toEqual([{ question: 'code', code: 'slip' }]);
    expect(next(` ${aCode.toLowerCase()} `)).toMatchObject({ effect: 'find', problems: [] });
  });

  it('with a mark', () => {
    const add = (marks: string) =>
      applyComeBackMove({ ...enter, at: 'case', code: aCode }, { verb: 'add', inputs: { addition: 'words', marks } });
    for (const odd of ['odd', 'risk,odd', 'risk;unit', 'x'.repeat(1_000), '__proto__']) {
      expect(add(odd)).toMatchObject({ effect: 'none', problems: [{ question: 'marks', code: 'odd' }] });
      expect(add(odd).state.addition).toBe('words');
    }
    expect(['', 'risk', 'unit,risk'].map((marks) => add(marks).effect)).toEqual(['add', 'add', 'add']);
  });

  it('with a follow-up', () => {
    const add = (addition: string) =>
      applyComeBackMove({ ...enter, at: 'case', code: aCode }, { verb: 'add', inputs: { addition } });
    expect(add(' ').problems).toEqual([{ question: 'addition', code: 'missing' }]);
    expect(add('x'.repeat(8_003)).problems).toEqual([{ question: 'addition', code: 'long', by: 3 }]);
    expect(add(` ${'x'.repeat(8_000)} `).effect).toBe('add');
  });

  it('with words that are too long to go along into a new report', () => {
    const report = (addition: string) =>
      applyComeBackMove({ ...enter, at: 'unadded', code: aCode }, { verb: 'report', inputs: { addition } });
    expect(report('x'.repeat(12_000)).effect).toBe('report');
    expect(report('x'.repeat(12_001)).problems).toEqual([{ question: 'addition', code: 'long', by: 4_001 }]);
  });

  it('with saying that there is nothing to add beside words that would be lost', () => {
    const nothing = (addition: string) =>
      applyComeBackMove({ ...enter, at: 'case', code: aCode }, { verb: 'nothing', inputs: { addition } });
    expect(nothing('words').problems).toEqual([{ question: 'addition', code: 'typed' }]);
    expect(nothing(' ').effect).toBe('nothing');
  });
});
