import type { CaseCredential } from '../../../core/ports/intake.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { fileLimits, partLength, partCount } from '../../../core/model/file-limits.ts';
import type { FileTransport } from '../../../tab/files/upload-file.ts';

/** The mishaps of a request: its answer is lost, it never comes, it comes twice, or nothing. */
export type UploadFault = 'lostAnswer' | 'neverComes' | 'comesTwice' | 'none';

/** A server that keeps parts as the real one promises, on a line where requests and answers are lost. */
export interface FaultyUpload extends FileTransport {
  /** The bytes that stand under a name of a claim, once all of them do. */
  whole(claim: CaseCredential, id: string): Uint8Array | undefined;
  /** The bytes that were sent, with those that were sent again. */
  readonly sent: () => number;
  /** The server loses what stands of a file. */
  lose(id: string): void;
  /** A report names it from now on. */
  name(id: string): void;
  readonly storedFiles: () => number;
}

/** Mishaps are taken one after the other; where there are no more the line is good. */
export function createFaultyUpload(mishaps: Iterator<UploadFault>): FaultyUpload {
  const kept = new Map<string, { readonly bytes: number; readonly parts: Map<number, Uint8Array> }>();
  const named = new Set<string>();
  let sent = 0;
  const placeOf = ({ caseId, mailbox }: CaseCredential, id: string): string => `${caseId} ${mailbox} ${id}`;

  const waitingOf = (claim: CaseCredential): readonly string[] =>
    [...kept.keys()].flatMap((place) => {
      const id = place.split(' ').at(-1) ?? '';
      return place === placeOf(claim, id) && !named.has(id) ? [id] : [];
    });

  async function on<T>(work: () => T): Promise<T> {
    const mishap = mishaps.next().value ?? 'none';
    await Promise.resolve();
    if (mishap === 'neverComes') throw new StoreError('unavailable');
    const answer = work();
    if (mishap === 'lostAnswer') throw new StoreError('unknown');
    return mishap === 'comesTwice' ? work() : answer;
  }
  return {
    listParts: (claim, { id }) =>
      on(() => ({
        parts: [...(kept.get(placeOf(claim, id))?.parts.keys() ?? [])],
        waiting: waitingOf(claim).filter((other) => other !== id),
      })),
    sendPart: (claim, { id, bytes }, part, content) =>
      on(() => {
        if (content.length !== partLength(bytes, part)) throw new RangeError('a part of another length');
        sent += content.length;
        const place = placeOf(claim, id);
        if (!kept.has(place) && waitingOf(claim).length >= fileLimits.files) return 'full';
        const file = kept.get(place) ?? { bytes, parts: new Map<number, Uint8Array>() };
        kept.set(place, file);
        const before = file.parts.get(part);
        if (file.bytes !== bytes || (before && Buffer.compare(before, content) !== 0)) return 'differs';
        file.parts.set(part, content.slice());
        return 'kept';
      }),
    drop: (claim, id) =>
      on(() => {
        if (named.has(id)) return 'named';
        kept.delete(placeOf(claim, id));
        return 'dropped';
      }),
    whole(claim, id) {
      const file = kept.get(placeOf(claim, id));
      if (file === undefined || file.parts.size !== partCount(file.bytes)) return undefined;
      return Buffer.concat([...file.parts.entries()].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes));
    },
    sent: () => sent,
    lose(id) {
      for (const place of kept.keys()) if (place.endsWith(id)) kept.delete(place);
    },
    name: (id) => void named.add(id),
    storedFiles: () => kept.size,
  };
}
