import type { EventRecord } from '../../concerns/records/event-record.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';

/**
 * The words of handlers in a history that the held keys open, by the digests of their seals. A shared identity is no
 * text: it is shown where the report is. What is sealed to others is left out.
 */
export async function openWords(
  events: readonly EventRecord[],
  open: (sealed: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for (const { kind, note } of events) {
    if (note?.sealed === undefined || kind === 'identityShared') continue;
    const text = await open(note.sealed).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    if (text !== undefined) words.set(note.digest, text);
  }
  return words;
}
