import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type QuestionId, questions, findAnswerProblem } from '../../core/model/questions.ts';
import {
  restoreExpiredState,
  toSealedReportState,
  applyReportMove,
  type ReportMove,
  type ReportState,
  reportStateSchema,
  initialReportState,
} from '../../core/reporting/report-flow.ts';
import { applicableSteps, stepQuestions, applicableAnswers, staffStepIds } from '../../core/model/report-steps.ts';
import { arbitraryInputs, questionIds } from '../support/core/any-inputs.ts';
import { nextStepInput } from '../support/core/next-step-input.ts';
import { newReturnCode } from '../support/core/open-core.ts';

const verbs = [
  'next',
  'back',
  'more',
  'language',
  'send',
  'detail',
  'go',
  'later',
  'file',
  'add',
  'leave',
  'done',
] as const;
const changes = ['limits', 'account', 'about', 'signs', 'knowledge', 'disclosure'].map((id) => `change:${id}`);
const often = ['next', 'next', 'next', 'back', 'go', 'send', 'language', 'more', ...changes] as const;
const anyMove: fc.Arbitrary<ReportMove> = fc.record({
  verb: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom(...verbs) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', 'later', 'limits', 'change:', 'change:code', '__proto__', 'constructor'),
    },
  ),
  inputs: arbitraryInputs,
});
const walks = fc.array(anyMove, { minLength: 1, maxLength: 25 });
const numRuns = process.env['SLOW'] ? 5_000 : 150;

const askedAt = (at: ReportState['at']): readonly QuestionId[] =>
  staffStepIds.flatMap((id) => (id === at ? stepQuestions(id) : []));
const longest = (id: QuestionId) => (questions[id].kind === 'text' ? Infinity : 400);
/** Whether something that was typed on a card is too long to be carried to another. */
const mustStay = (at: ReportState['at'], typed: Typed) =>
  askedAt(at).some((id) => (typed.get(id)?.length ?? 0) > 12_000);

/** What a person typed last on every card, as they would tell it: the model that the flow is held against. */
type Typed = ReadonlyMap<QuestionId, string>;
function typedOn(before: Typed, at: ReportState['at'], inputs: ReportMove['inputs']): Typed {
  const after = new Map(before);
  for (const id of askedAt(at)) {
    const input = inputs[id];
    if (typeof input === 'string' && input !== '') after.set(id, input.slice(0, longest(id)));
    // It is not asked of someone to whom it was done, and what they said before stays.
    else if (id !== 'affected' || after.get('towards') !== 'me') after.delete(id);
  }
  return after;
}

/** Walks through a report and looks at each step of the way. */
function walk(
  moves: readonly ReportMove[],
  look: (step: {
    before: ReportState;
    move: ReportMove;
    typed: Typed;
    turn: ReturnType<typeof applyReportMove>;
  }) => void,
): void {
  let state = initialReportState(newReturnCode(), 'en');
  let typed: Typed = new Map();
  for (const move of moves) {
    // Nothing is asked where the rest is read.
    if (!state.isReading) typed = typedOn(typed, state.at, move.inputs);
    const kept = JSON.stringify(state);
    const turn = applyReportMove(state, move);
    expect(JSON.stringify(state)).toBe(kept);
    look({ before: state, move, typed, turn });
    state = turn.state;
  }
}
/** To the review, to the first card again to change it, to the rest of that, and back. */
const readsWhileChanging: readonly ReportMove[] = [
  { verb: 'next', inputs: { what: 'It happened at night.', risk: 'no', conflict: 'no' } },
  { verb: 'next', inputs: { mode: 'named' } },
  { verb: 'next', inputs: nextStepInput('detail') },
  ...['about', 'signs', 'knowledge'].map(() => ({ verb: 'next', inputs: {} })),
  ...['change:limits', 'more', 'back', 'back'].map((verb) => ({ verb, inputs: { mode: 'named' } })),
  ...['change:account', 'more', 'back', 'back'].map((verb) => ({ verb, inputs: { what: 'By day.', conflict: 'no' } })),
];
const everyWalk = (look: Parameters<typeof walk>[1]) =>
  fc.assert(
    fc.property(walks, (moves) => walk(moves, look)),
    { numRuns, examples: [[[...readsWhileChanging]]] },
  );

describe('any sequence of moves on the cards of a report', () => {
  it('keeps every answer as it was typed last', () => {
    everyWalk(({ typed, turn }) => {
      expect(new Map(Object.entries(turn.state.answers))).toEqual(typed);
    });
  });

  it('stands on a card that its answers lead over', () => {
    everyWalk(({ turn }) => {
      expect(applicableSteps(turn.state.answers).map((step) => step.id)).toContain(turn.state.at);
    });
  });

  it('comes to sending with every answer that is needed and none that is wrong', () => {
    everyWalk(({ turn }) => {
      if (turn.effect !== 'send') return;
      const standing = applicableAnswers(turn.state.answers);
      expect(Object.keys(standing)).toEqual(expect.arrayContaining(['mode', 'what', 'conflict']));
      expect(questionIds.flatMap((id) => (id in standing ? (findAnswerProblem(id, standing[id]) ?? []) : []))).toEqual(
        [],
      );
    });
  });

  it('comes to nothing but sending, keeping a draft or staying, each by its own way', () => {
    everyWalk(({ before, move, turn }) => {
      if (turn.effect === 'send') expect(`${before.at} ${move.verb}`).toMatch(/^(code next|code send|review send)$/u);
      if (turn.effect === 'later')
        expect(`${before.at} ${move.verb}`).toMatch(/^(code next|code later|review go|review later)$/u);
      if (turn.effect === 'file') expect(`${before.at} ${move.verb}`).toMatch(/^(code next|code file|review file)$/u);
      expect(['none', 'send', 'later', 'file']).toContain(turn.effect);
      if (turn.effect !== 'none') expect(turn.problems).toEqual([]);
    });
  });

  it('changes nothing but the language where the language is switched', () => {
    everyWalk(({ before, move, turn }) => {
      if (move.verb !== 'language') return expect(turn.state.language).toBe(before.language);
      const { answers: _typed, ...rest } = turn.state;
      const { answers: _before, ...stood } = before;
      expect(rest).toEqual({ ...stood, language: before.language === 'en' ? 'cy' : 'en' });
      expect([turn.effect, turn.problems]).toEqual(['none', []]);
    });
  });

  it('goes back without asking for anything, to an earlier card or to the review', () => {
    everyWalk(({ before, move, typed, turn }) => {
      if (move.verb !== 'back' || mustStay(before.at, typed)) return;
      expect([turn.effect, turn.problems]).toEqual(['none', []]);
      // Whoever read the rest of the first card is on that card again, also where they came to change something on it.
      const { isReading, ...card } = before;
      if (isReading) return expect(turn.state).toEqual(card);
      if (before.at === 'review' && before.page > 1)
        return expect(turn.state).toEqual({ ...before, page: before.page - 1 });
      const place = (at: ReportState['at']) => staffStepIds.findIndex((id) => id === at);
      if (before.changing) expect(turn.state.at).toBe('review');
      else if (before.at === 'account') expect(place(turn.state.at)).toBe(0);
      if (!before.changing && before.at !== 'account') expect(place(turn.state.at)).toBeLessThan(place(before.at));
    });
  });

  it('stays on the card where something was typed that is too long to be carried, and says by how much', () => {
    everyWalk(({ before, move, typed, turn }) => {
      if (before.isReading || !mustStay(before.at, typed) || !['next', 'back', 'more'].includes(move.verb)) return;
      if (move.verb === 'more' && before.at !== 'account') return;
      expect([turn.effect, turn.state]).toEqual(['none', { ...before, answers: turn.state.answers }]);
      const said = new Map(turn.problems.map(({ question, code, by }) => [question, code === 'long' ? by : undefined]));
      for (const [id, text] of typed) {
        if (askedAt(before.at).includes(id) && text.length > 12_000)
          expect(said.get(id)).toBe(text.trim().length - (id === 'what' ? 8_000 : 400));
      }
    });
  });

  it('carries no words that stand in an input of the card, and what it carries goes on with them', () => {
    everyWalk(({ before, move, turn }) => {
      const texts = before.isReading ? [] : askedAt(before.at).filter((id) => questions[id].kind === 'text');
      const carried = toSealedReportState(before);
      expect(Object.keys(carried.answers).filter((id) => texts.some((text) => text === id))).toEqual([]);
      expect(applyReportMove(carried, move)).toEqual(turn);
    });
  });

  it('stays where it is on a move that the card does not have', () => {
    everyWalk(({ before, move, turn }) => {
      if (['account', 'limits'].includes(before.at) && !before.isReading && move.verb === 'more') return;
      const onStep = before.isReading ? ['back', 'language'] : ['next', 'back', 'language'];
      const open = applicableSteps(turn.state.answers).map(({ id }) => `change:${id}`);
      const offered = changes.filter((change) => open.includes(change));
      const review = ['send', 'go', 'next', 'back', 'later', 'file', 'language', ...offered];
      const ofCode = before.at === 'code' && !before.isReading ? ['send', 'detail', 'later', 'file'] : [];
      const known = before.at === 'review' ? review : [...onStep, ...ofCode];
      if (known.includes(move.verb)) return;
      expect(turn).toMatchObject({ effect: 'none', problems: [{ question: '', code: 'odd' }] });
      expect(turn.state).toEqual({ ...before, answers: turn.state.answers });
    });
  });

  it('never changes the code, and leaves a state that survives being carried', () => {
    everyWalk(({ before, turn }) => {
      expect(turn.state.code).toBe(before.code);
      expect(reportStateSchema.parse(JSON.parse(JSON.stringify(turn.state)))).toEqual(turn.state);
    });
  });

  it('says what is wrong only of what stands on the card that is shown', () => {
    everyWalk(({ turn }) => {
      const there = [...askedAt(turn.state.at), ''];
      for (const problem of turn.problems) expect(there).toContain(problem.question);
    });
  });

  it('comes back after it expired with everything typed, at the review or at the first hole', () => {
    everyWalk(({ before, move, typed }) => {
      const after = restoreExpiredState(before, move.inputs);
      expect(new Map(Object.entries(after?.answers ?? {}))).toEqual(typed);
      const holes = applicableSteps(after?.answers ?? {}).filter((step) =>
        step.questions.some((id) => findAnswerProblem(id, after?.answers[id]) !== undefined),
      );
      const at = mustStay(before.at, typed) ? before.at : (holes[0]?.id ?? 'review');
      expect(after).toMatchObject({ at, changing: false, page: 1, code: before.code });
    });
  });
});
