import { type TextSealer, SealError } from '../../core/ports/seal.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { Store } from '../../core/ports/store.ts';
import type { ConnectorAnswer } from '../fakes/connector-answer.ts';

/** Where something can go wrong between the last card and the marked alert. The outbox is written for a lease and a note. */
export const faultPointNames = [
  'seal.seal',
  'cases.create',
  'cases.readAccess',
  'cases.read',
  'cases.change',
  'history.entries',
  'history.count',
  'history.writtenVolume',
  'outbox.due',
  'outbox.read',
  'outbox.lease',
  'outbox.note',
  'targets.read',
  'drafts.save',
  'drafts.read',
  'drafts.remove',
  'dayKeys.add',
  'dayKeys.read',
  'files.putPart',
  'files.listParts',
  'files.partBytes',
  'connector',
] as const;
type Point = (typeof faultPointNames)[number];

/** `…Done`: it is done and the answer is lost. `conflict`: somebody else came first. */
export type StoreFault = StoreErrorCode | 'unknownDone' | 'hang' | 'hangDone' | 'conflict' | 'sealError';
export type PlannedFault =
  | { readonly point: Exclude<Point, 'connector'>; readonly fault: StoreFault }
  | { readonly point: 'connector'; readonly fault: ConnectorAnswer };

/** Parts of a bot that fail where and as they are told, once for each fault. */
export interface FaultPoints {
  /** Adds faults, each for the next call of its point that has none yet. */
  next(...faults: readonly PlannedFault[]): void;
  /** Forgets those that did not strike, and lets calls that hang be. */
  clear(): void;
  /** How often each point was struck. */
  readonly hits: ReadonlyMap<Point, number>;
  /** How many looks for due alerts there were. */
  readonly looks: () => number;
  readonly wrapParts: (parts: { readonly store: Store; readonly seal: TextSealer }) => {
    readonly store: Store;
    readonly seal: TextSealer;
  };
  readonly wrapFiles: (files: FileStore) => FileStore;
}

const never = <T>(): Promise<T> => new Promise<T>(() => {});

export function createFaultPoints(): FaultPoints {
  let planned: PlannedFault[] = [];
  const hits = new Map<Point, number>();
  let looks = 0;

  function take(point: Point): StoreFault | undefined {
    const found = planned.find((one) => one.point === point);
    if (found === undefined || found.point === 'connector') return undefined;
    planned = planned.filter((one) => one !== found);
    hits.set(point, (hits.get(point) ?? 0) + 1);
    return found.fault;
  }

  async function at<T>(point: Point, work: () => Promise<T>, conflict: () => Promise<T> = work): Promise<T> {
    const fault = take(point);
    switch (fault) {
      case undefined:
        return work();
      case 'unknownDone':
        await work();
        throw new StoreError('unknown');
      case 'hangDone':
        await work();
        return never();
      case 'hang':
        return never();
      case 'conflict':
        return conflict();
      case 'sealError':
        throw new SealError('noRecipient');
      default:
        throw new StoreError(fault);
    }
  }

  return {
    next: (...faults) => void planned.push(...faults),
    clear: () => {
      planned = [];
    },
    hits,
    looks: () => looks,
    wrapFiles: (files) => ({
      ...files,
      putPart: (place, part, bytes) => at('files.putPart', () => files.putPart(place, part, bytes)),
      listParts: (of) => at('files.listParts', () => files.listParts(of)),
      partBytes: (place, part) => at('files.partBytes', () => files.partBytes(place, part)),
    }),
    wrapParts: ({ store, seal }) => ({
      seal: { ...seal, seal: (text, to) => at('seal.seal', () => seal.seal(text, to)) },
      store: {
        ...store,
        cases: {
          ...store.cases,
          create: (record, alert, events) => {
            const create = () => store.cases.create(record, alert, events);
            return at('cases.create', create, async () => {
              await create();
              return create();
            });
          },
          readAccess: (caseId) => at('cases.readAccess', () => store.cases.readAccess(caseId)),
          read: (caseId) => at('cases.read', () => store.cases.read(caseId)),
          change: (change) =>
            at(
              'cases.change',
              () => store.cases.change(change),
              async () => 'conflict' as const,
            ),
        },
        history: {
          ...store.history,
          entries: (caseId, asked) => at('history.entries', () => store.history.entries(caseId, asked)),
          count: (caseId, kind) => at('history.count', () => store.history.count(caseId, kind)),
          writtenVolume: (caseId, by, since) =>
            at('history.writtenVolume', () => store.history.writtenVolume(caseId, by, since)),
        },
        outbox: {
          ...store.outbox,
          due: (now, limit, question) => {
            looks += 1;
            return at('outbox.due', () => store.outbox.due(now, limit, question));
          },
          read: (caseId, otherwise) => at('outbox.read', () => store.outbox.read(caseId, otherwise)),
          write: (alert) =>
            at(
              alert.value.leasedUntil === undefined ? 'outbox.note' : 'outbox.lease',
              () => store.outbox.write(alert),
              async () => undefined,
            ),
        },
        targets: { ...store.targets, read: (name) => at('targets.read', () => store.targets.read(name)) },
        drafts: {
          ...store.drafts,
          save: (draft) => at('drafts.save', () => store.drafts.save(draft)),
          read: (id, now) => at('drafts.read', () => store.drafts.read(id, now)),
          remove: (id) => at('drafts.remove', () => store.drafts.remove(id)),
        },
        dayKeys: {
          ...store.dayKeys,
          add: (key) => at('dayKeys.add', () => store.dayKeys.add(key)),
          read: (id) => at('dayKeys.read', () => store.dayKeys.read(id)),
        },
      },
    }),
  };
}
