import { hex } from '@scure/base';
import type { AddedFiles, Claim } from '../../core/ports/intake.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import { digestOfFile, fileLimits, partsOf } from '../../core/model/files.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { beginSending, type FileGoal, type Going } from './upload-file.ts';
import type { CleanCopy, FileRefusal } from './clean-copy.ts';
import type { Cleaned, Cleaning } from './clean-file.ts';
import { readInTime } from './read-in-time.ts';

/** The files that someone chose, only in the page's memory until they are sent with what names them. */
export interface HeldFiles extends AddedFiles {
  readonly view: () => HeldView;
  readonly subscribe: (listener: () => void) => () => void;
  choose(file: Blob, how: Choosing): string;
  remove(id: string): void;
  rename(id: string, name: string): void;
  /**
   * Sends a file as it was, or as its clean copy, unless another choice follows. `false` if it can no longer be read.
   */
  goAsItWas(id: string, asItWas: boolean): Promise<boolean>;
  readonly readiness: () => 'none' | 'ready' | 'notReady' | 'refused';
  readonly stop: (why: Stopped) => void;
  readonly allowOriginals: (may: boolean) => void;
  readonly callOff: () => void;
  readonly clear: () => void;
  readonly goTo: (goal: FileGoal) => void;
}

interface HeldDependencies {
  readonly random: (bytes: number) => Uint8Array;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const unseen = /[\p{Cc}\p{Cf}]/gu;

export function createHeldFiles({ random, wait }: HeldDependencies): HeldFiles {
  let all: readonly HeldFile[] = [];
  let mayKeepOriginals = false;
  let goal: FileGoal | undefined;
  let stopped: HeldView['stopped'];
  let stops = 0;
  let under: AbortController | undefined;
  let lastCleaned: Promise<void> = Promise.resolve();
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const ready = (): readonly ReadyFile[] => all.filter(isReady);
  const find = (id: string) => ready().find((file) => file.id === id);
  const chosen = (file: ReadyFile) => goingAs(file, mayKeepOriginals);
  const look = (): HeldView => ({
    files: all.map((file) => showFile(file, mayKeepOriginals)),
    mayKeepOriginals,
    sending: under && sendingSoFar(ready(), mayKeepOriginals),
    stopped,
    stops,
  });
  let view = look();
  const changed = (): void => {
    view = look();
    for (const listener of listeners) listener();
  };

  const stop = (why: Stopped): void => {
    stopped = why;
    stops += 1;
    changed();
  };
  const isFull = (): boolean => all.filter((file) => !isRefused(file)).length >= fileLimits.files;

  const letGo = (file: HeldFile): void => {
    if (!isReady(file)) return file.cleaning.abort();
    const { id, going } = file;
    file.reading?.abort();
    if (goal && going) goal.wire.drop(going.it.claim, id).catch(() => undefined);
  };

  async function sendOne(file: ReadyFile, claim: Claim, to: HandledBy, { wire, lines }: FileGoal, signal: AbortSignal) {
    const { content, digest } = chosen(file);
    const key = `${claim.caseId} ${to} ${digest}`;
    for (let tries = 0; tries < 2; tries += 1) {
      if (file.going?.key !== key) {
        const isUnderWay = file.going?.it.claim.caseId === claim.caseId;
        if (isUnderWay && (await wire.drop(claim, file.id)) === 'named') {
          // The server has it for good in another form: handed in again it needs another id.
          file.id = hex.encode(random(16));
          file.going = undefined;
          throw new StoreError('unavailable');
        }
        file.going = { key, it: await beginSending(claim, { id: file.id, content }, lines(to)) };
      }
      const { it } = file.going;
      const outcome = await it.run({ wire, signal, wait, onPart: changed });
      if (outcome === 'whole') return it.file;
      if (outcome === 'full') {
        stopped = 'full';
        throw new StoreError('unavailable');
      }
      file.going = { ...file.going, key: 'to be dropped' };
    }
    throw new StoreError('unavailable');
  }

  const sent: AddedFiles['sent'] = (claim, to) => {
    under?.abort();
    const mine = new AbortController();
    const files = ready();
    under = mine;
    stopped = undefined;
    changed();
    const work = async () => {
      if (goal === undefined) throw new StoreError('unavailable');
      const kept = [];
      for (const file of files) kept.push(await sendOne(file, claim, to, goal, mine.signal));
      return kept;
    };
    const mineIsDone = last
      .then(work)
      .catch((error: unknown) => {
        const isTooMuch = error instanceof OverBudgetError;
        if (under === mine && !isTooMuch) stop(stopped ?? (mine.signal.aborted ? 'calledOff' : 'noAnswer'));
        throw error;
      })
      .finally(() => {
        if (under === mine) under = undefined;
        changed();
      });
    last = mineIsDone.catch(() => undefined);
    return mineIsDone;
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(file, how) {
      all = all.filter((one) => !isRefused(one));
      const number = all.length + 1;
      const why = isFull() ? ('tooMany' as const) : undefined;
      const id = hex.encode(random(16));
      const name = how.nameOf(undefined, number);
      const mine: UnreadyFile = { id, name, page: undefined, why, cleaning: new AbortController() };
      all = [...all, mine];
      stopped = undefined;
      changed();
      const work = async (): Promise<void> => {
        const made = await makeReady(mine, { file, number }, how, changed);
        if (mine.cleaning.signal.aborted) return;
        if (made) all = all.map((one) => (one === mine ? made : one));
        stopped = undefined;
        changed();
      };
      if (why === undefined) lastCleaned = lastCleaned.then(work);
      return id;
    },
    remove(id) {
      for (const file of all) if (file.id === id) letGo(file);
      all = all.filter((file) => file.id !== id);
      stopped = undefined;
      changed();
    },
    rename(id, name) {
      const file = find(id);
      if (file) file.name = name.replaceAll(unseen, '').trim() || file.proposed;
      changed();
    },
    async goAsItWas(id, asItWas) {
      const file = find(id);
      return file !== undefined && (await chooseVersion(file, asItWas, changed));
    },
    readiness() {
      if (all.length === 0) return 'none';
      if (all.some(isRefused)) return 'refused';
      return all.every((file) => isReady(file) && file.reading === undefined) ? 'ready' : 'notReady';
    },
    stop,
    allowOriginals(may) {
      if (mayKeepOriginals === may) return;
      mayKeepOriginals = may;
      changed();
    },
    callOff: () => under?.abort(),
    clear() {
      under?.abort();
      for (const file of all) letGo(file);
      all = [];
      stopped = undefined;
      changed();
    },
    goTo(next) {
      goal = next;
    },
    named: () =>
      ready().map((file): SealedFile => {
        const { type, bytes, digest } = chosen(file);
        return {
          id: file.id,
          name: file.name,
          type,
          bytes,
          digest,
          isOriginal: mayKeepOriginals && file.original !== undefined,
        };
      }),
    sent,
    onMissing() {
      stop('noAnswer');
    },
  };
}

type Version = Pick<SealedFile, 'type' | 'bytes' | 'digest'> & { readonly content: Uint8Array };
type Content = Pick<Version, 'type' | 'content'>;

const versionOf = ({ type, content }: Content): Version => ({
  type,
  content,
  bytes: content.length,
  digest: digestOfFile(content),
});

interface ReadyFile {
  id: string;
  name: string;
  readonly proposed: string;
  readonly clean: Version;
  original: Version | undefined;
  reading: AbortController | undefined;
  going: { readonly key: string; readonly it: Going } | undefined;
  readonly chosen: { readonly copy: CleanCopy; readonly file: Blob } | undefined;
}

interface UnreadyFile {
  readonly id: string;
  readonly name: string;
  page: { readonly number: number; readonly of: number } | undefined;
  why: FileRefusal | undefined;
  readonly cleaning: AbortController;
}
type HeldFile = ReadyFile | UnreadyFile;

const isReady = (file: HeldFile): file is ReadyFile => 'clean' in file;
const isRefused = (file: HeldFile): boolean => !isReady(file) && file.why !== undefined;

interface Shown {
  readonly id: string;
  readonly name: string;
}

export type ShownFile =
  | (Shown & { readonly at: 'cleaning'; readonly page: UnreadyFile['page'] })
  | (Shown & { readonly at: 'refused'; readonly why: FileRefusal })
  | (Shown & {
      readonly at: 'ready';
      readonly type: SealedFile['type'];
      readonly bytes: number;
      readonly isOriginal: boolean;
      readonly isOriginalChosen: boolean;
      readonly isHeldBack: boolean;
      readonly fitsAsItWas: boolean;
      readonly copy: CleanCopy | undefined;
    });

/** Why files were not sent. `unsent`: the press would have left them behind. */
export type Stopped = 'calledOff' | 'noAnswer' | 'full' | 'notReady' | 'refused' | 'unsent';

export interface HeldView {
  readonly files: readonly ShownFile[];
  readonly mayKeepOriginals: boolean;
  readonly sending: { readonly done: number; readonly of: number } | undefined;
  readonly stopped: Stopped | undefined;
  readonly stops: number;
}

const goingAs = (file: ReadyFile, mayKeepOriginals: boolean): Version =>
  (mayKeepOriginals ? file.original : undefined) ?? file.clean;

function sendingSoFar(files: readonly ReadyFile[], mayKeepOriginals: boolean): HeldView['sending'] {
  const each = files.map((file) => ({
    done: file.going?.it.done() ?? 0,
    of: file.going ? partsOf(file.going.it.file.bytes) : partsOf(goingAs(file, mayKeepOriginals).bytes) + 1,
  }));
  return { done: each.reduce((sum, { done }) => sum + done, 0), of: each.reduce((sum, { of }) => sum + of, 0) };
}

function showFile(file: HeldFile, mayKeepOriginals: boolean): ShownFile {
  const { id, name } = file;
  if (!isReady(file))
    return file.why === undefined
      ? { at: 'cleaning', id, name, page: file.page }
      : { at: 'refused', id, name, why: file.why };
  const { type, bytes } = goingAs(file, mayKeepOriginals);
  return {
    at: 'ready',
    id,
    name,
    type,
    bytes,
    isOriginal: mayKeepOriginals && file.original !== undefined,
    isOriginalChosen: mayKeepOriginals && (file.original !== undefined || file.reading !== undefined),
    isHeldBack: file.original !== undefined && !mayKeepOriginals,
    fitsAsItWas: file.chosen !== undefined && file.chosen.file.size <= fileLimits.bytes,
    copy: file.chosen?.copy,
  };
}

interface Choosing {
  readonly clean: (file: Blob, cleaning: Cleaning) => Promise<Cleaned>;
  readonly nameOf: (was: CleanCopy['was'] | undefined, number: number) => string;
}

/** `undefined` if the file was removed meanwhile or refused: then `chosen` says why. Never rejects. */
async function makeReady(
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

async function chooseVersion(file: ReadyFile, asItWas: boolean, changed: () => void): Promise<boolean> {
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
