import type { CaseRow, Refusal } from '../../contract/answers.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';

/** The state of the list. `asked` numbers what was asked: an answer to anything but the last question is not shown. */
export interface ListState {
  readonly rows: readonly CaseRow[];
  readonly next: string | undefined;
  /** The mark of the first rows, as the server gave it; `undefined` for what was found by its reference. */
  readonly mark: string | undefined;
  /** Everybody whom the list has named since it was opened: whom a case is with, and may be with. */
  readonly people: readonly ShownPerson[];
  readonly asked: number;
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  /** Whether these rows have come, so that their absence can be told from their not having come. */
  readonly hasCome: boolean;
}

export type ListMove =
  | { readonly move: 'asked'; readonly number: number }
  | {
      readonly move: 'answered';
      readonly number: number;
      readonly rows: readonly CaseRow[];
      readonly next?: string | undefined;
      readonly mark?: string | undefined;
      readonly people?: readonly ShownPerson[];
      /** Whether they come after those that are shown, or in their place. */
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

/** The list after something happened. A case that comes twice, because the list moved in between, is shown once. */
export function listAfter(state: ListState, move: ListMove): ListState {
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
