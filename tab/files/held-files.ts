import { hex } from '@scure/base';
import type { AddedFiles } from '../../concerns/ports/added-files.ts';
import type { Claim } from '../../concerns/ports/desk.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import type { SealedFile } from '../../concerns/records/sealed-file.ts';
import { digestOfFile, fileLimits, partsOf } from '../../concerns/terms/files.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { FileGoal } from './file-wire.ts';
import { beginSending, type Going } from './send-file.ts';

type Version = Pick<SealedFile, 'type' | 'bytes' | 'digest'> & { readonly content: Uint8Array };
type Content = Pick<Version, 'type' | 'content'>;

/** A file as somebody adds it: its clean copy, and as it was where they chose that and may. */
export interface NewFile {
  readonly name: string;
  readonly clean: Content;
  readonly original?: Content | undefined;
}

/** A file that is held, as it is shown. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly type: SealedFile['type'];
  readonly bytes: number;
  /** It goes as it was. */
  readonly isOriginal: boolean;
  /** It was to go as it was, and its clean copy goes in its place: no identity is kept. */
  readonly isHeldBack: boolean;
}

export interface HeldView {
  readonly files: readonly ShownFile[];
  /** Whether a file may go as it was: not where no identity is kept. */
  readonly mayKeepOriginals: boolean;
  /** How much of all parts stands, while they are being sent. */
  readonly sending: { readonly done: number; readonly of: number } | undefined;
  /** Why the sending stopped: nothing was handed in, and it goes on where it stopped. */
  readonly stopped: 'calledOff' | 'noAnswer' | 'full' | undefined;
}

/** The files that somebody added, in the memory of the page alone until they are sent with what names them. */
export interface HeldFiles extends AddedFiles {
  readonly view: () => HeldView;
  /** Calls back after each change, until what it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** `false` where there are as many as there may be: then it is not added. */
  add(file: NewFile): boolean;
  remove(id: string): void;
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

interface Held {
  id: string;
  readonly name: string;
  readonly clean: Version;
  readonly original: Version | undefined;
  going: { readonly key: string; readonly it: Going } | undefined;
}

const versionOf = ({ type, content }: Content): Version => ({
  type,
  content,
  bytes: content.length,
  digest: digestOfFile(content),
});
/** Stands in for how many parts a file has, before it is sealed. */
const partsAbout = (bytes: number): number => partsOf(bytes) + 1;

/** No files, at first. */
export function createHeldFiles({ random, wait }: HeldDependencies): HeldFiles {
  let held: readonly Held[] = [];
  let mayKeepOriginals = false;
  let goal: FileGoal | undefined;
  let stopped: HeldView['stopped'];
  let under: AbortController | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const original = ({ original: its }: Held): Version | undefined => (mayKeepOriginals ? its : undefined);
  const chosen = (file: Held): Version => original(file) ?? file.clean;
  const standing = (): { readonly done: number; readonly of: number } => {
    const each = held.map((file) => ({
      done: file.going?.it.done() ?? 0,
      of: file.going ? partsOf(file.going.it.file.bytes) : partsAbout(chosen(file).bytes),
    }));
    return { done: each.reduce((sum, { done }) => sum + done, 0), of: each.reduce((sum, { of }) => sum + of, 0) };
  };
  const look = (): HeldView => ({
    files: held.map((file) => ({
      id: file.id,
      name: file.name,
      type: chosen(file).type,
      bytes: chosen(file).bytes,
      isOriginal: original(file) !== undefined,
      isHeldBack: file.original !== undefined && !mayKeepOriginals,
    })),
    mayKeepOriginals,
    sending: under && standing(),
    stopped,
  });
  let view = look();
  const changed = (): void => {
    view = look();
    for (const listener of listeners) listener();
  };

  /** Drops what was sent and is not wanted any more. Where the server does not hear it, it is swept there. */
  const letGo = ({ id, going }: Held): void => {
    if (goal && going) goal.wire.drop(going.it.claim, id).catch(() => undefined);
  };

  async function sendOne(file: Held, claim: Claim, to: HandledBy, { wire, lines }: FileGoal, signal: AbortSignal) {
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
    const files = held;
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
        if (under === mine && !isTooMuch) stopped ??= mine.signal.aborted ? 'calledOff' : 'noAnswer';
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
    add({ name, clean, original: its }) {
      if (held.length >= fileLimits.files) return false;
      const id = hex.encode(random(16));
      held = [...held, { id, name, clean: versionOf(clean), original: its && versionOf(its), going: undefined }];
      stopped = undefined;
      changed();
      return true;
    },
    remove(id) {
      for (const file of held) if (file.id === id) letGo(file);
      held = held.filter((file) => file.id !== id);
      changed();
    },
    allowOriginals(may) {
      if (mayKeepOriginals === may) return;
      mayKeepOriginals = may;
      changed();
    },
    callOff: () => under?.abort(),
    clear() {
      under?.abort();
      for (const file of held) letGo(file);
      held = [];
      stopped = undefined;
      changed();
    },
    goTo(next) {
      goal = next;
    },
    named: () =>
      held.map((file): SealedFile => {
        const { type, bytes, digest } = chosen(file);
        return { id: file.id, name: file.name, type, bytes, digest, isOriginal: original(file) !== undefined };
      }),
    sent,
    onMissing() {
      // Each is asked for at the next sending, and sent anew where it is gone.
      stopped = 'noAnswer';
      changed();
    },
  };
}
