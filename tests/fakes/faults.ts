import type { ReceivedRequest, WireAnswer } from './loopback-server.ts';

interface FaultTarget {
  /** Which requests it strikes. Without it: those the stand-in counts as ordinary. */
  readonly match?: (request: ReceivedRequest) => boolean;
  /** How many requests it strikes; 1 where absent, `Infinity` for all to come. */
  readonly times?: number;
}

/**
 * What goes wrong. `status`, `reset` and `hang` leave the request undone; the `commit-then-…` kinds do it and lose or
 * spoil the answer, which a client cannot tell apart.
 */
export type Fault = FaultTarget &
  (
    | {
        readonly kind: 'status' | 'commit-then-status';
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
      }
    | { readonly kind: 'reset' | 'hang' | 'commit-then-reset' | 'commit-then-hang' }
    /** Something between the client and the service answers in its place. */
    | { readonly kind: 'forge' | 'commit-then-forge'; readonly forged: (request: ReceivedRequest) => WireAnswer }
  );

/** Faults that wait for their requests. */
export interface Faults {
  /** Adds faults behind those that wait. A request is struck by the first that matches it. */
  next(...faults: readonly Fault[]): void;
  /** How many faults still wait. */
  waiting(): number;
  /** Forgets those that wait. */
  clear(): void;
}

/** Whether the request is done all the same. */
export const commitsAnyway = ({ kind }: Fault): boolean => kind.startsWith('commit-then-');

/** What the client sees of a struck request. `body` is the service's form of an error. */
export function faultAnswer(fault: Fault, request: ReceivedRequest, body: (status: number) => unknown): WireAnswer {
  switch (fault.kind) {
    case 'forge':
    case 'commit-then-forge':
      return fault.forged(request);
    case 'reset':
    case 'commit-then-reset':
      return { kind: 'reset' };
    case 'hang':
    case 'commit-then-hang':
      return { kind: 'hang' };
    case 'status':
    case 'commit-then-status':
      break;
  }
  return { kind: 'answer', status: fault.status, headers: fault.headers, body: body(fault.status) };
}

/** The list for tests, and `take` for the stand-in: the fault that strikes this request, used up by it. */
export function createFaults(ordinary: (request: ReceivedRequest) => boolean): {
  readonly faults: Faults;
  readonly take: (request: ReceivedRequest) => Fault | undefined;
} {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    faults: {
      next(...faults) {
        waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
      },
      waiting: () => waiting.length,
      clear() {
        waiting = [];
      },
    },
    take: (request) => {
      const struck = waiting.find(({ fault }) => (fault.match ?? ordinary)(request));
      if (!struck) return undefined;
      struck.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return struck.fault;
    },
  };
}
