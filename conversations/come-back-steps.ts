import { addedText } from '../cards/report-text.ts';
import type { FoundCase, Thread } from '../concerns/reporting/come-back.ts';
import type { ComeBackState } from '../concerns/reporting/come-back-flow.ts';
import { isBlank } from '../concerns/terms/blank.ts';
import { marksIn, type Problem } from '../concerns/terms/questions.ts';
import { parseReturnCode, type ReturnCode } from '../concerns/terms/codes.ts';
import type { Step } from './conversation.ts';

export type ComeBackStep = Step<ComeBackState, Thread>;

export const show = (state: ComeBackState, ...problems: readonly Problem[]): ComeBackStep => ({
  kind: 'show',
  state,
  problems,
});

export const codeShown = ({ at, apart = '', code }: ComeBackState): ReturnCode | undefined =>
  at === 'case' || at === 'apart' ? parseReturnCode(at === 'apart' ? apart : code) : undefined;

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

/** An erased report: typed words stay on the card. `isUnadded` if they are in no report. */
export const gone = ({ marks: set, ...state }: ComeBackState, on: string, isUnadded: boolean): ComeBackStep => {
  const found = { status: '', receivedOn: '', additions: 0, until: on };
  // That card has no marks, so they become part of the words.
  const addition = isUnadded ? addedText(state.language, marksIn(set ?? '') ?? [], state.addition) : state.addition;
  return show({ ...state, at: isUnadded && !isBlank(addition) ? 'unadded' : 'erased', code: '', addition, found });
};
