import type { TextSealer } from '../../core/ports/seal.ts';
import type { Store } from '../../core/ports/store.ts';

/** Something that a part throws, with words of the one who reports in it. */
export type Thrown = (words: string) => unknown;

class ToldEverything extends Error {
  readonly document: string;
  constructor(words: string) {
    super(`could not write ${words}`, { cause: { words } });
    this.name = words;
    this.document = words;
  }
}

/** What libraries throw at their worst: errors that carry the document, and things that are no errors. */
export const thrownErrors: Readonly<Record<string, Thrown>> = {
  'an error with its document': (words) => new ToldEverything(words),
  'a text': (words) => words,
  'an object': (words) => ({ code: words, message: words, toString: () => words }),
  'an error of many': (words) => new AggregateError([new Error(words)], words),
};

/** Parts that throw all that they were given while they are told to. */
export interface FailingParts {
  readonly wrapParts: (parts: { readonly store: Store; readonly seal: TextSealer }) => {
    readonly store: Store;
    readonly seal: TextSealer;
  };
  /** Which part throws what from now on, with these words besides all that it was given; none without. */
  fail(part?: FailingPart, thrown?: Thrown, words?: string): void;
  /** How often something was thrown. */
  readonly thrownSoFar: () => number;
}

export const failingPartNames = ['cases', 'history', 'drafts', 'outbox', 'dayKeys', 'seal'] as const;
type FailingPart = (typeof failingPartNames)[number];

export function createFailingParts(): FailingParts {
  let failing: { readonly part: FailingPart; readonly thrown: Thrown; readonly words: string } | undefined;
  let count = 0;

  const troubled = <T extends object>(part: FailingPart, inner: T): T =>
    new Proxy(inner, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]): unknown => {
          if (failing?.part !== part) return Reflect.apply(value, target, given);
          count += 1;
          throw failing.thrown(`${failing.words} ${JSON.stringify(given)}`);
        };
      },
    });

  return {
    wrapParts: ({ store, seal }) => ({
      store: {
        ...store,
        cases: troubled('cases', store.cases),
        history: troubled('history', store.history),
        drafts: troubled('drafts', store.drafts),
        outbox: troubled('outbox', store.outbox),
        dayKeys: troubled('dayKeys', store.dayKeys),
      },
      seal: troubled('seal', seal),
    }),
    fail: (part, thrown, words = '') => {
      failing = part && thrown && { part, thrown, words };
    },
    thrownSoFar: () => count,
  };
}
