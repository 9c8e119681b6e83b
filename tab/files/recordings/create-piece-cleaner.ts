export interface Cleaner {
  /** Gives back all that is complete of the copy, cleaned. Throws RangeError for anything that may not be in a copy. */
  push(piece: Uint8Array): readonly Uint8Array[];
  /** Throws RangeError if the copy is not complete. */
  end(): void;
}

interface CleanedPart {
  readonly cleaned: Uint8Array;
  /** In bytes, of what the part takes the place of. */
  readonly length: number;
}

/**
 * Cleans a copy part by part, as the library hands it on in pieces. `cleanNext` gets all bytes that are left, and answers
 * `undefined` until the first part of them is complete.
 */
export function createPieceCleaner(cleanNext: (bytes: Uint8Array) => CleanedPart | undefined): Cleaner {
  let held = new Uint8Array(0);
  return {
    push(piece) {
      const complete: Uint8Array[] = [];
      let rest = new Uint8Array(held.length + piece.length);
      rest.set(held);
      rest.set(piece, held.length);
      for (;;) {
        const next = cleanNext(rest);
        if (next === undefined) break;
        complete.push(next.cleaned);
        rest = rest.subarray(next.length);
      }
      held = rest.slice();
      return complete;
    },
    end() {
      if (held.length > 0) throw new RangeError('the copy is not complete');
    },
  };
}
