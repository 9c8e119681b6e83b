import { addedText } from '../cards/report-text.ts';
import type { FoundCase } from '../concerns/reporting/come-back.ts';
import type { ComeBackState } from '../concerns/reporting/come-back-flow.ts';
import type { Thread } from '../concerns/reporting/come-back-thread.ts';
import { isBlank } from '../concerns/terms/blank.ts';
import { marksIn } from '../concerns/terms/marks.ts';
import type { Problem } from '../concerns/terms/questions.ts';
import { parseReturnCode, type ReturnCode } from '../concerns/terms/return-code.ts';
import type { Step } from './conversation.ts';

/** The messages of a card are opened for it anew and stand in no state. */
export type ComeBackStep = Step<ComeBackState, Thread>;

/** A card of a state, with what is wrong. */
export const show = (state: ComeBackState, ...problems: readonly Problem[]): ComeBackStep => ({
  kind: 'show',
  state,
  problems,
});

/** The code whose case a card names: that of what was saved apart, or of the case itself. */
export const codeShown = ({ at, apart = '', code }: ComeBackState): ReturnCode | undefined =>
  at === 'case' || at === 'apart' ? parseReturnCode(at === 'apart' ? apart : code) : undefined;

/** The state with what the card says of a case as it stands now. */
export const withFound = (state: ComeBackState, found: FoundCase): ComeBackState => {
  const { status, route, receivedOn, followUps, next, answer, asksOn, isAskedWorse, identityOpenedOn, files } = found;
  return {
    ...state,
    found: {
      status,
      receivedOn,
      additions: followUps,
      until: '',
      ...(route && { route }),
      ...(next && { next }),
      ...(answer && { answer }),
      ...(asksOn && { asksOn }),
      ...(isAskedWorse && { isAskedWorse }),
      ...(files !== undefined && { files }),
      ...(identityOpenedOn && { identityOpenedOn }),
    },
  };
};

/** The card of a report that was erased: what is typed stays on it, `isUnadded` where that is in no report. */
export const gone = ({ marks: set, ...state }: ComeBackState, on: string, isUnadded: boolean): ComeBackStep => {
  const found = { status: '', receivedOn: '', additions: 0, until: on };
  // There are no marks on that card: they stand among the words.
  const addition = isUnadded ? addedText(state.language, marksIn(set ?? '') ?? [], state.addition) : state.addition;
  return show({ ...state, at: isUnadded && !isBlank(addition) ? 'unadded' : 'erased', code: '', addition, found });
};
