import type { CaseRow, Refusal } from '../../contract/operation-answers.ts';
import type { PersonView } from '../../contract/operation-answers.ts';

/** Requests are numbered: only the answer to the last one counts. */
export interface CaseListState {
  readonly rows: readonly CaseRow[];
  readonly next: string | undefined;
  /** For the first rows; `undefined` for a search by reference. */
  readonly etag: string | undefined;
  readonly people: readonly PersonView[];
  readonly lastRequest: number;
  /** The request that the first rows came with. */
  readonly firstRequest: number;
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  readonly hasLoaded: boolean;
}

export type CaseListAction =
  | { readonly type: 'asked'; readonly requestNumber: number }
  | {
      readonly type: 'answered';
      readonly requestNumber: number;
      readonly rows: readonly CaseRow[];
      readonly next?: string | undefined;
      readonly mark?: string | undefined;
      readonly people?: readonly PersonView[];
      readonly isMore: boolean;
    }
  | { readonly type: 'refused'; readonly requestNumber: number; readonly refusal: Refusal };

export const emptyCaseListState: CaseListState = {
  rows: [],
  next: undefined,
  etag: undefined,
  people: [],
  lastRequest: 0,
  firstRequest: 0,
  isWaiting: false,
  refusal: undefined,
  hasLoaded: false,
};

/** A case may come twice, because the list moved in between. */
export function caseListReducer(state: CaseListState, move: CaseListAction): CaseListState {
  if (move.type === 'asked') return { ...state, lastRequest: move.requestNumber, isWaiting: true };
  if (move.requestNumber !== state.lastRequest) return state;
  if (move.type === 'refused') return { ...state, isWaiting: false, refusal: move.refusal };
  const before = move.isMore ? state.rows : [];
  const known = new Set(before.map((row) => row.figures.caseId));
  const rows = [...before, ...move.rows.filter((row) => !known.has(row.figures.caseId))];
  const etag = move.isMore ? state.etag : move.mark;
  const people = [...new Map([...state.people, ...(move.people ?? [])].map((one) => [one.objectId, one])).values()];
  const firstRequest = move.isMore ? state.firstRequest : move.requestNumber;
  return {
    ...state,
    rows,
    next: move.next,
    etag,
    people,
    firstRequest,
    isWaiting: false,
    refusal: undefined,
    hasLoaded: true,
  };
}
