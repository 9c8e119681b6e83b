import { hex } from '@scure/base';
import type { AddedFiles } from '../../concerns/ports/added-files.ts';
import type { Claim } from '../../concerns/ports/desk.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import type { SealedFile } from '../../concerns/records/sealed-file.ts';
import { fileLimits } from '../../concerns/terms/files.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { FileGoal } from './file-wire.ts';
import {
  goingAs,
  type HeldFile,
  type HeldView,
  isReady,
  isRefused,
  type ReadyFile,
  sendingSoFar,
  showFile,
  type Stopped,
  type UnreadyFile,
} from './held-view.ts';
import { chooseVersion, type Choosing, makeReady } from './make-ready.ts';
import { beginSending } from './send-file.ts';

/** The files that someone chose, in the memory of the page alone until they are sent with what names them. */
export interface HeldFiles extends AddedFiles {
  readonly view: () => HeldView;
  /** Calls back after each change, until what it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds a chosen file, which is then made ready. Returns its id. One too many is shown as refused. */
  choose(file: Blob, how: Choosing): string;
  remove(id: string): void;
  /** Names a file; without a name it has the one that was proposed. */
  rename(id: string, name: string): void;
  /** Has a file go as it was, or as its clean copy, unless another choice follows. `false` if it cannot be read any more. */
  goAsItWas(id: string, asItWas: boolean): Promise<boolean>;
  /** Whether all that was chosen can be sent. */
  readonly readiness: () => 'none' | 'ready' | 'notReady' | 'refused';
  /** Says why what was pressed was not done. */
  readonly stop: (why: Stopped) => void;
  readonly allowOriginals: (may: boolean) => void;
  /** Ends a sending that is under way. */
  readonly callOff: () => void;
  /** Lets go of all of them: what was sent without being named is dropped where it can be. */
  readonly clear: () => void;
  /** Says where files go from now on. */
  readonly goTo: (goal: FileGoal) => void;
}

export interface HeldDependencies {
  readonly random: (bytes: number) => Uint8Array;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Signs that nobody sees: a name has none. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** No files, at first. */
export function createHeldFiles({ random, wait }: HeldDependencies): HeldFiles {
  /** In the order in which they were chosen. */
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

  /** Drops what was sent and is not wanted any more. Where the server does not hear it, it is swept there. */
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
          // It stands there for good, in another form: it goes under another name once it is handed in again.
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
    // A press of before that nobody waits for any more is called off first.
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
        // The card says it where it was too much.
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
      // A file that could not be added was said to be, and its person chooses another.
      all = all.filter((one) => !isRefused(one));
      const number = all.length + 1;
      const why = isFull() ? ('tooMany' as const) : undefined;
      const id = hex.encode(random(16));
      const name = how.nameOf(undefined, number);
      const mine: UnreadyFile = { id, name, page: undefined, why, cleaning: new AbortController() };
      all = [...all, mine];
      stopped = undefined;
      changed();
      // One after the other: each takes a worker, and memory for all its pages.
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
      // Each is asked for at the next sending, and sent anew where it is gone.
      stop('noAnswer');
    },
  };
}
