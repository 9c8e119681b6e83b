import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  restoreExpiredState,
  applyReportMove,
  type ReportMove,
  type ReportState,
  reportStateSchema,
  initialReportState,
} from '../../core/reporting/report-flow.ts';
import { type QuestionId, questions } from '../../core/model/questions.ts';
import {
  partnerStepIds,
  applicableSteps,
  findStepProblems,
  stepQuestions,
  applicableAnswers,
} from '../../core/model/report-steps.ts';
import { arbitraryInputs } from '../support/core/any-inputs.ts';
import { nextStepInput } from '../support/core/next-step-input.ts';
import { newReturnCode } from '../support/core/open-core.ts';

const changes = partnerStepIds.filter((id) => id !== 'code' && id !== 'review').map((id) => `change:${id}`);
const anyMove: fc.Arbitrary<ReportMove> = fc.record({
  verb: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('next', 'next', 'next', 'back', 'send', 'language', 'more', ...changes) },
    { weight: 1, arbitrary: fc.constantFrom('later', 'add', 'leave', 'done', '', 'change:limits', 'change:account') },
  ),
  inputs: arbitraryInputs,
});
/** Walks that begin anywhere on the way, so that late cards are come to as often as the first. */
const walks = fc.record({
  at: fc.constantFrom(...partnerStepIds),
  moves: fc.array(anyMove, { minLength: 1, maxLength: 25 }),
});
const numRuns = process.env['SLOW'] ? 5_000 : 150;

const askedAt = (at: ReportState['at']): readonly QuestionId[] =>
  partnerStepIds.flatMap((id) => (id === at ? stepQuestions(id) : []));
const longest = (id: QuestionId) => (questions[id].kind === 'text' ? Infinity : 400);
type Typed = ReadonlyMap<QuestionId, string>;

/** Walks through what a partner passes on, beside a model of what they typed last. */
function everyWalk(
  look: (step: {
    before: ReportState;
    move: ReportMove;
    typed: Typed;
    turn: ReturnType<typeof applyReportMove>;
  }) => void,
): void {
  fc.assert(
    fc.property(walks, ({ at, moves }) => {
      let state: ReportState = { ...initialReportState(newReturnCode(), 'en', 'hub'), at };
      let typed: Typed = new Map();
      for (const move of moves) {
        const asked = state.isReading ? [] : askedAt(state.at);
        const after = new Map(typed);
        for (const id of asked) {
          const input = move.inputs[id];
          if (typeof input === 'string' && input !== '') after.set(id, input.slice(0, longest(id)));
          else after.delete(id);
        }
        typed = after;
        const turn = applyReportMove(state, move);
        look({ before: state, move, typed, turn });
        state = turn.state;
      }
    }),
    { numRuns },
  );
}

describe('any sequence of moves of a partner', () => {
  it('keeps every answer as it was typed last, back, forth and in the other language', () => {
    everyWalk(({ typed, turn }) => expect(new Map(Object.entries(turn.state.answers))).toEqual(typed));
  });

  it('stays on the partner’s cards, and leaves a state that survives being carried', () => {
    everyWalk(({ before, turn }) => {
      expect(partnerStepIds).toContain(turn.state.at);
      expect([turn.state.route, turn.state.code]).toEqual(['hub', before.code]);
      expect(reportStateSchema.parse(JSON.parse(JSON.stringify(turn.state)))).toEqual(turn.state);
    });
  });

  it('comes to sending only with an answer on consent and on conflict, and one of two accounts', () => {
    everyWalk(({ turn }) => {
      if (turn.effect !== 'send') return;
      const standing = applicableAnswers(turn.state.answers, 'hub');
      expect(Object.keys(standing)).toEqual(expect.arrayContaining(['consent', 'conflict']));
      expect([standing.what, standing.observed]).not.toEqual([undefined, undefined]);
      for (const { id } of applicableSteps(standing, 'hub')) expect(findStepProblems(id, standing, 'hub')).toEqual([]);
    });
  });

  it('goes back without asking for anything, to an earlier card or to the review', () => {
    everyWalk(({ before, move, typed, turn }) => {
      const isLong = askedAt(before.at).some((id) => (typed.get(id)?.length ?? 0) > 12_000);
      if (move.verb !== 'back' || before.isReading || isLong || (before.at === 'review' && before.page > 1)) return;
      expect([turn.effect, turn.problems]).toEqual(['none', []]);
      const place = (at: ReportState['at']) => partnerStepIds.findIndex((id) => id === at);
      if (before.changing) expect(turn.state.at).toBe('review');
      else expect(place(turn.state.at)).toBeLessThanOrEqual(place(before.at));
    });
  });

  it('says what is wrong only of what stands on the card that is shown', () => {
    everyWalk(({ turn }) => {
      for (const { question } of turn.problems) expect([...askedAt(turn.state.at), '']).toContain(question);
    });
  });

  it('comes back after it expired with everything typed', () => {
    everyWalk(({ before, move, typed }) =>
      expect(new Map(Object.entries(restoreExpiredState(before, move.inputs)?.answers ?? {}))).toEqual(typed),
    );
  });
});

describe('the short way of a partner', () => {
  const short = { what: 'said', conflict: 'no', ...nextStepInput('send') };

  it.each(questions.consent.options)('leads to sending with the answer on consent that it is %s', (consent) => {
    let turn = { state: initialReportState(newReturnCode(), 'cy', 'hub'), effect: 'none' };
    for (let cards = 0; turn.effect === 'none' && cards < 8; cards += 1)
      turn = applyReportMove(turn.state, { verb: 'next', inputs: { ...short, consent } });
    expect(turn.effect).toBe('send');
    expect(applicableAnswers(turn.state.answers, 'hub')).toMatchObject({ consent, what: 'said' });
  });

  it('leads from the code to every card of detail, and to the review', () => {
    let { state } = applyReportMove(
      { ...initialReportState(newReturnCode(), 'en', 'hub'), at: 'code', answers: { consent: 'agrees' } },
      { verb: 'next', inputs: nextStepInput('detail') },
    );
    const seen = [state.at];
    for (let cards = 0; state.at !== 'review' && cards < 8; cards += 1) {
      ({ state } = applyReportMove(state, { verb: 'next', inputs: {} }));
      seen.push(state.at);
    }
    expect(seen).toEqual(['hubContact', 'hubOfficer', 'hubSigns', 'hubMore', 'review']);
  });
});
