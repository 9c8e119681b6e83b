import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyReportMove,
  type ReportEffect,
  type ReportState,
  initialReportState,
} from '../../core/reporting/report-flow.ts';
import { staffStepIds } from '../../core/model/report-steps.ts';
import { nextStepInput } from '../support/core/next-step-input.ts';
import { newReturnCode } from '../support/core/open-core.ts';

const filled = { mode: 'named', what: 'words', conflict: 'no' };
const choices = [{}, { kind: 'boundaries' }, { kind: 'bribery', known: 'told' }];
const wishes = ['send', 'detail', 'later', 'limits', 'account', 'about', 'signs', 'knowledge', 'disclosure'];
/** What is wished for on the card with the code and on the review; only these two verbs read it. */
const wished = ['next', 'go'].flatMap((verb) =>
  wishes.map((wish) => ({ verb, wish: { ...nextStepInput(wish), go: wish } })),
);
const others = ['back', 'more', 'send', 'detail', 'later', 'file', 'change:account', 'change:knowledge'].map(
  (verb) => ({
    verb,
    wish: {},
  }),
);
/** A few moves that stand for all: the required answers or none, the signs opened or closed, each wish. */
const moves = [...wished, ...others].flatMap(({ verb, wish }) =>
  [filled, {}].flatMap((required) => choices.map((kind) => ({ verb, inputs: { ...required, ...kind, ...wish } }))),
);

interface Reached {
  readonly state: ReportState;
  readonly effects: Set<ReportEffect>;
  readonly next: Set<string>;
}
const reached = new Map<string, Reached>();

/** Walks every way from the first card until no new state comes. */
function explore(): void {
  const first = initialReportState(newReturnCode(), 'en');
  const waiting = [first];
  reached.set(JSON.stringify(first), { state: first, effects: new Set(), next: new Set() });
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const here = reached.get(JSON.stringify(state));
    for (const move of moves) {
      const turn = applyReportMove(state, move);
      const name = JSON.stringify(turn.state);
      here?.effects.add(turn.effect);
      here?.next.add(name);
      if (reached.has(name)) continue;
      reached.set(name, { state: turn.state, effects: new Set(), next: new Set() });
      waiting.push(turn.state);
    }
  }
}

/** The states from which an effect can be come to. */
function leadingTo(effect: ReportEffect): ReadonlySet<string> {
  const found = new Set([...reached].flatMap(([name, { effects }]) => (effects.has(effect) ? [name] : [])));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, { next }] of reached) if ([...next].some((other) => found.has(other))) found.add(name);
  }
  return found;
}

describe('all ways through a report', () => {
  beforeAll(explore);

  it('reach every card, changing or not where a card can be changed', () => {
    const seen = new Set([...reached.values()].map(({ state }) => `${state.at}${state.changing ? ' changing' : ''}`));
    const changeable = staffStepIds.filter((id) => id !== 'code' && id !== 'review');
    expect(seen).toEqual(new Set([...staffStepIds, ...changeable.map((id) => `${id} changing`)]));
  });

  it('have no dead end: a report can be sent, kept for later and led to the page, from wherever somebody stands', () => {
    for (const effect of ['send', 'later', 'file'] as const) expect(leadingTo(effect).size).toBe(reached.size);
  });
});
