import type { EventRecord } from '../../concerns/records/event-record.ts';
import { readFilesNote, shownFilesNote } from '../../concerns/records/files-note.ts';
import type { SealedFile } from '../../concerns/records/sealed-file.ts';
import { digestOfSeal } from '../../concerns/terms/seal-digest.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';

/** The files that a handler added, as the words beside the entry name them. */
export interface AddedHere {
  readonly at: string;
  readonly files: readonly SealedFile[];
}

/** Words of a handler that did not open: who wrote them, and when. */
export type ClosedNote = Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'>;

/** Everything that the held keys open of what handlers wrote into a history. */
export interface OpenedNotes {
  /** By the digests of their seals. */
  readonly words: ReadonlyMap<string, string>;
  readonly added: readonly AddedHere[];
  /** Those that all who handle the case should be able to open. */
  readonly closed: readonly ClosedNote[];
}

/**
 * Opens the words of handlers in a history. A shared identity is no text: it is shown where the report is. What is
 * sealed to others is left out, and so is a file that did not come with the entry whose words name it.
 */
export async function openWords(
  events: readonly EventRecord[],
  open: (sealed: string) => Promise<string>,
): Promise<OpenedNotes> {
  const words = new Map<string, string>();
  const added: AddedHere[] = [];
  const closed: ClosedNote[] = [];
  for (const { kind, note, at, by, sequence, files: beside = [] } of events) {
    if (note?.sealed === undefined || kind === 'identityShared') continue;
    const text = await open(note.sealed).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    if (text === undefined) {
      if (note.for === 'handlers' || note.for === 'oversight') closed.push({ kind, by, at, sequence });
      continue;
    }
    const its = kind === 'filesAdded' ? readFilesNote(text) : undefined;
    // The digest that is signed off is worked out here: what stands beside a seal could be that of another text.
    words.set(digestOfSeal(note.sealed), its ? shownFilesNote(its) : text);
    const files = its?.files.filter(({ id }) => beside.some((one) => one.id === id)) ?? [];
    if (files.length > 0) added.push({ at, files });
  }
  return { words, added, closed };
}
