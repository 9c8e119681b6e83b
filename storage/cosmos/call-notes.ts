/**
 * What one request came to. `lost`: it may have been carried out, its answer never came. `unsent`: it reached nobody.
 */
export type Answer =
  | { readonly kind: 'status'; readonly status: number; readonly substatus: number }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unsent' };

/** Notes of the requests that one call of the store sent, the SDK's own repeats among them. */
export interface CallNotes {
  sent(writes: boolean): void;
  answered(answer: Answer, writes: boolean): void;
  /** The last answer, `undefined` where nothing was sent. */
  last(): Answer | undefined;
  /** A write was sent of which nobody knows whether it was carried out. */
  doubtful(): boolean;
}

/** Statuses after which a write may stand all the same: a time limit or a failure on the way. */
export const saysLittle = (status: number): boolean => status === 408 || status === 410 || status >= 500;

/** Notes with nothing in them. */
export function callNotes(): CallNotes {
  let last: Answer | undefined;
  let pendingWrites = 0;
  let doubtful = false;
  return {
    sent: (writes) => {
      if (writes) pendingWrites += 1;
    },
    answered: (answer, writes) => {
      if (writes) pendingWrites -= 1;
      last = answer;
      if (writes && (answer.kind === 'lost' || (answer.kind === 'status' && saysLittle(answer.status)))) {
        doubtful = true;
      }
    },
    last: () => last,
    doubtful: () => doubtful || pendingWrites > 0,
  };
}
