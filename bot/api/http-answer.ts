import type { StoreError } from '../../concerns/ports/store-error.ts';
import type { Refusal, Result } from '../../contract/answers.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly body: object;
}

const statusOf = {
  notSignedIn: 401,
  refused: 403,
  odd: 400,
  moved: 409,
  notAllowed: 409,
  tooOften: 429,
  overBudget: 429,
  // A page of before takes it for what cannot be done just now: nothing was saved, and there are other ways.
  noReserve: 503,
  noCustodian: 503,
  unavailable: 503,
  newer: 503,
  unconfirmed: 503,
  failed: 500,
} as const satisfies Readonly<Record<Refusal['code'], number>>;

/** A refusal: always of the same shape, with nothing of what was asked for. */
export const refusal = (refused: Refusal): WireAnswer => ({ status: statusOf[refused.code], body: refused });

/** The refusal for a store that did not do what it was asked. */
export const refusalOfStore = ({ code }: StoreError): 'unconfirmed' | 'newer' | 'unavailable' =>
  code === 'unknown' ? 'unconfirmed' : code === 'newer' ? 'newer' : 'unavailable';

/** The answer to somebody who may do what they asked for. */
export const httpAnswer = (result: Result<object>): WireAnswer =>
  result.ok ? { status: 200, body: result.value } : refusal(result.refusal);
