import type { StoreError } from '../../concerns/ports/store-error.ts';
import type { Refusal, Result } from '../../contract/answers.ts';

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
  // Older pages read 503 as: nothing was saved, use another way.
  noReserve: 503,
  noCustodian: 503,
  unavailable: 503,
  newer: 503,
  unconfirmed: 503,
  failed: 500,
} as const satisfies Readonly<Record<Refusal['code'], number>>;

export const refusal = (refused: Refusal): WireAnswer => ({ status: statusOf[refused.code], body: refused });

export const refusalOfStore = ({ code }: StoreError): 'unconfirmed' | 'newer' | 'unavailable' =>
  code === 'unknown' ? 'unconfirmed' : code === 'newer' ? 'newer' : 'unavailable';

export const httpAnswer = (result: Result<object>): WireAnswer =>
  result.ok ? { status: 200, body: result.value } : refusal(result.refusal);
