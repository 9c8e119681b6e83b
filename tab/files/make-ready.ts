import type { CleanCopy } from './clean-copy.ts';
import type { Cleaned, Cleaning } from './clean-file.ts';
import { readInTime } from './read-in-time.ts';
import { type ReadyFile, type UnreadyFile, versionOf } from './held-view.ts';

export interface Choosing {
  /** Throws if the part of the page that opens files did not load. */
  readonly clean: (file: Blob, cleaning: Cleaning) => Promise<Cleaned>;
  readonly nameOf: (was: CleanCopy['was'] | undefined, number: number) => string;
}

/** `undefined` if the file was removed meanwhile or refused: then `chosen` says why. Never rejects. */
export async function makeReady(
  chosen: UnreadyFile,
  { file, number }: { readonly file: Blob; readonly number: number },
  { clean, nameOf }: Choosing,
  onPage: () => void,
): Promise<ReadyFile | undefined> {
  const { signal } = chosen.cleaning;
  if (signal.aborted) return undefined;
  const told = (at: number, of: number): void => {
    chosen.page = { number: at, of };
    onPage();
  };
  const cleaned = await clean(file, { signal, onPage: told }).catch(
    (): Cleaned => ({ kind: 'refused', why: 'notLoaded' }),
  );
  if (cleaned.kind !== 'copy') {
    chosen.why = cleaned.kind === 'refused' ? cleaned.why : 'notLoaded';
    return undefined;
  }
  const { copy } = cleaned;
  const proposed = nameOf(copy.was, number);
  return {
    id: chosen.id,
    name: proposed,
    proposed,
    clean: versionOf(copy),
    original: undefined,
    reading: undefined,
    going: undefined,
    chosen: { copy, file },
  };
}

export async function chooseVersion(file: ReadyFile, asItWas: boolean, changed: () => void): Promise<boolean> {
  if (file.chosen === undefined) return false;
  file.reading?.abort();
  file.reading = undefined;
  file.original = undefined;
  if (asItWas) {
    const mine = new AbortController();
    file.reading = mine;
    changed();
    // The file on the device may be gone by now; its clean copy goes instead.
    const content = await readInTime(file.chosen.file, mine.signal);
    if (mine.signal.aborted) return true;
    file.reading = undefined;
    if (typeof content !== 'string') file.original = versionOf({ type: file.chosen.copy.was, content });
  }
  changed();
  return asItWas === (file.original !== undefined);
}
