import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type ComeBackState,
  comeBackStateSchema,
  longestAddition,
  moveComeBack,
  startComeBack,
} from '../../concerns/come-back-flow.ts';
import { parseReturnCode, showReturnCode } from '../../concerns/return-code.ts';
import { freshCode } from './open-core.ts';

const places = ['enter', 'case', 'draft', 'added', 'discarded'] as const;
const verbs = ['next', 'add', 'resume', 'discard', 'another', 'done', 'language', 'back', 'send', '', '__proto__'];
const aCode = showReturnCode(freshCode());
const anyState: fc.Arbitrary<ComeBackState> = fc.record({
  language: fc.constantFrom('en' as const, 'cy' as const),
  at: fc.constantFrom(...places),
  code: fc.constantFrom('', aCode, 'no code'),
  addition: fc.string({ maxLength: 20 }),
  messageId: fc.constant('message'),
});
const anyMove = fc.record({
  verb: fc.constantFrom(...verbs),
  inputs: fc.record(
    {
      code: fc.oneof(fc.constantFrom<unknown>(aCode, aCode.toLowerCase(), '', ' ', 'no code', 7, null), fc.string()),
      addition: fc.oneof(fc.constantFrom<unknown>('', ' ', 'x'.repeat(8_001), 'y'.repeat(13_000), 7), fc.string()),
    },
    { requiredKeys: [] },
  ),
});
const wasTyped = (value: unknown, longest: number) => (typeof value === 'string' ? value.slice(0, longest) : '');
const allowed: Readonly<Record<ComeBackState['at'], readonly string[]>> = {
  enter: ['next find'],
  case: ['add add'],
  draft: ['resume resume', 'discard discard'],
  added: ['another find'],
  discarded: [],
};

describe('any move of somebody who comes back', () => {
  it('keeps what was typed on its card as it was typed, and leaves all else', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state } = moveComeBack(before, move);
        expect(state.code).toBe(before.at === 'enter' ? wasTyped(move.inputs.code, 200) : before.code);
        expect(state.addition).toBe(before.at === 'case' ? wasTyped(move.inputs.addition, 12_000) : before.addition);
        const language = move.verb === 'language' ? (before.language === 'en' ? 'cy' : 'en') : before.language;
        expect(state).toEqual({ ...before, language, code: state.code, addition: state.addition });
      }),
    );
  });

  it('does outside only what its card offers, with a whole code and an addition that stands', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state, effect, problems } = moveComeBack(before, move);
        if (effect !== 'none') expect(problems).toEqual([]);
        if (effect === 'none' || effect === 'done') return expect(effect === 'done').toBe(move.verb === 'done');
        expect(allowed[before.at]).toContain(`${move.verb} ${effect}`);
        if (before.at === 'enter') expect(parseReturnCode(state.code)).toBeDefined();
        const length = state.addition.trim().length;
        if (effect === 'add') expect(length > 0 && length <= longestAddition).toBe(true);
      }),
    );
  });

  it('says what is wrong where nothing happens', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { effect, problems } = moveComeBack(before, move);
        expect(problems.length).toBe(effect === 'none' && move.verb !== 'language' ? 1 : 0);
      }),
    );
  });

  it('leaves a state that survives being carried', () => {
    fc.assert(
      fc.property(anyState, anyMove, (before, move) => {
        const { state } = moveComeBack(before, move);
        expect(comeBackStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });
});

describe('what is wrong', () => {
  const enter = startComeBack('en', 'message');
  it('with a code', () => {
    const next = (code: string) => moveComeBack(enter, { verb: 'next', inputs: { code } });
    expect(next(' ').problems).toEqual([{ question: 'code', code: 'missing' }]);
    expect(next(`${aCode}0`).problems).toEqual([{ question: 'code', code: 'odd' }]);
    expect(next(` ${aCode.toLowerCase()} `)).toMatchObject({ effect: 'find', problems: [] });
  });

  it('with an addition', () => {
    const add = (addition: string) =>
      moveComeBack({ ...enter, at: 'case', code: aCode }, { verb: 'add', inputs: { addition } });
    expect(add(' ').problems).toEqual([{ question: 'addition', code: 'missing' }]);
    expect(add('x'.repeat(8_003)).problems).toEqual([{ question: 'addition', code: 'long', by: 3 }]);
    expect(add(` ${'x'.repeat(8_000)} `).effect).toBe('add');
  });
});
