import type { Claim } from '../../core/ports/intake.ts';
import type { KeptFile } from '../../core/model/sealed-file.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { lengthOfPart, partsOf } from '../../core/model/files.ts';
import { sealFile } from '../../crypto/sealed-file.ts';

/**
 * The way of sealed files to the server, part by part, before what names them is handed in. Each throws StoreError.
 * `differs` and `full` keep nothing; `named`: a report or message names the file, and it stays.
 */
export interface FileWire {
  parts(claim: Claim, file: KeptFile): Promise<{ readonly parts: readonly number[] }>;
  part(claim: Claim, file: KeptFile, part: number, bytes: Uint8Array): Promise<'kept' | 'differs' | 'full'>;
  drop(claim: Claim, id: string): Promise<'dropped' | 'named'>;
}

export interface FileGoal {
  readonly wire: FileWire;
  readonly lines: (to: HandledBy) => readonly string[];
}

/** Milliseconds before a part is sent again; after the last the sending stops. */
const waits = [1_000, 3_000, 8_000, 15_000] as const;

export interface Going {
  readonly claim: Claim;
  readonly file: KeptFile;
  readonly done: () => number;
  readonly isWhole: () => boolean;
  run(how: Running): Promise<'whole' | 'differs' | 'full'>;
}

interface Running {
  readonly wire: FileWire;
  readonly signal: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly onPart: () => void;
}

interface Content {
  readonly id: string;
  readonly content: Uint8Array;
}

function partsIn(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  let held: Uint8Array = new Uint8Array(0);
  return async (length: number): Promise<Uint8Array> => {
    const part = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      if (held.length === 0) {
        const step = await reader.read();
        if (step.done) throw new RangeError('the sealed file is too short');
        held = step.value;
      }
      const piece = held.subarray(0, length - at);
      part.set(piece, at);
      at += piece.length;
      held = held.subarray(piece.length);
    }
    return part;
  };
}

/** Seals a file for a claim to these public lines. `run` sends it. */
export async function beginSending(claim: Claim, { id, content }: Content, lines: readonly string[]): Promise<Going> {
  const { bytes, stream } = await sealFile({ caseId: claim.caseId, id, content }, lines);
  const file = { id, bytes };
  const next = partsIn(stream);
  const parts = partsOf(bytes);
  let standing = 0;
  let pending: Uint8Array | undefined;
  let wasInterrupted = false;

  async function patiently<T>(work: () => Promise<T>, { signal, wait }: Running): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      if (signal.aborted) throw new StoreError('unavailable');
      try {
        return await work();
      } catch (error) {
        const pause = waits[tries];
        if (pause === undefined || !(error instanceof StoreError)) throw error;
        await wait(pause, signal);
      }
    }
  }

  async function standsStill(how: Running): Promise<boolean> {
    const there = new Set((await patiently(() => how.wire.parts(claim, file), how)).parts);
    return Array.from({ length: standing }, (_one, part) => part).every((part) => there.has(part));
  }

  return {
    claim,
    file,
    done: () => standing,
    isWhole: () => standing === parts,
    async run(how) {
      if (wasInterrupted && !(await standsStill(how))) return 'differs';
      wasInterrupted = true;
      while (standing < parts) {
        pending ??= await next(lengthOfPart(bytes, standing));
        const part = pending;
        const outcome = await patiently(() => how.wire.part(claim, file, standing, part), how);
        if (outcome !== 'kept') return outcome;
        pending = undefined;
        standing += 1;
        how.onPart();
      }
      return 'whole';
    },
  };
}

export const waitFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(clock);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const clock = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
