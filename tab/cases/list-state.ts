import type { CaseRow, Refusal } from '../../contract/answers.ts';
import type { PersonView } from '../../contract/answers.ts';

/** `asked` numbers the questions: only an answer to the last one is shown. */
export interface ListState {
  readonly rows: readonly CaseRow[];
  readonly next: string | undefined;
  /** The server's mark of the first rows; `undefined` for cases found by their reference. */
  readonly mark: string | undefined;
  readonly people: readonly PersonView[];
  readonly asked: number;
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  readonly hasCome: boolean;
}

export type ListAction =
  | { readonly move: 'asked'; readonly number: number }
  | {
      readonly move: 'answered';
      readonly number: number;
      readonly rows: readonly CaseRow[];
      readonly next?: string | undefined;
      readonly mark?: string | undefined;
      readonly people?: readonly PersonView[];
      readonly isMore: boolean;
    }
  | { readonly move: 'refused'; readonly number: number; readonly refusal: Refusal };

export const emptyList: ListState = {
  rows: [],
  next: undefined,
  mark: undefined,
  people: [],
  asked: 0,
  isWaiting: false,
  refusal: undefined,
  hasCome: false,
};

/** A case that comes twice, because the list moved in between, is shown once. */
export function listReducer(state: ListState, move: ListAction): ListState {
  if (move.move === 'asked') return { ...state, asked: move.number, isWaiting: true };
  if (move.number !== state.asked) return state;
  if (move.move === 'refused') return { ...state, isWaiting: false, refusal: move.refusal };
  const before = move.isMore ? state.rows : [];
  const known = new Set(before.map((row) => row.figures.caseId));
  const rows = [...before, ...move.rows.filter((row) => !known.has(row.figures.caseId))];
  const mark = move.isMore ? state.mark : move.mark;
  const people = [...new Map([...state.people, ...(move.people ?? [])].map((one) => [one.objectId, one])).values()];
  return { ...state, rows, next: move.next, mark, people, isWaiting: false, refusal: undefined, hasCome: true };
}
