import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { agreesWithStore } from '../../bot/runtime/clock-skew.ts';
import type { Deployment } from '../../bot/config/checks/deployment.ts';
import { troublesOfStore } from '../../bot/config/checks/store-issues.ts';
import { openFiles } from '../../bot/config/files-settings.ts';
import { openStore } from '../../bot/config/open-store.ts';
import type { StoreSettings } from '../../bot/config/store-settings.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { Store } from '../../core/ports/store.ts';
import { caseIdFromBytes } from '../../core/model/codes.ts';
import type { Clock, Monotonic } from '../../core/model/calendar.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';
import { lookAtAccount } from '../../storage/cosmos/connectivity-probe.ts';
import { standingLayout } from '../../storage/sqlite/schema.ts';
import { ourVersion } from '../../storage/schema-version.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { type Finding, type FindingName, found } from './findings.ts';
import { refusedBy, type Tells } from './run-checks.ts';

export type OpenedStore =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'shut'; readonly findings: readonly Finding[] };

const shut = (...findings: readonly Finding[]): OpenedStore => ({ kind: 'shut', findings });

async function opened({ store: settings, withoutPlace }: Deployment, clock: Clock): Promise<OpenedStore> {
  if (settings === undefined) return shut(found('not-looked-at', 'a setting for it'));
  const troubles = await troublesOfStore(settings);
  if (troubles.length > 0) return shut(...troubles.map(({ sentence }) => found('store-wrong', withoutPlace(sentence))));
  if (settings.kind === 'sqlite') {
    const layout = standingLayout(settings.path);
    // Opening would make a missing store, and migrate an older one.
    if (layout !== 'ready') return shut(found(layout === 'none' ? 'store-not-made' : 'store-older'));
  }
  try {
    const store = await openStore(settings, clock);
    try {
      await store.expectReadable();
      return { kind: 'open', store };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return shut(refusedBy(error));
  }
}

/** Opens the store of the settings if it exists. A hang or an error is a finding. Never rejects. */
export const openedStore = (
  deployment: Deployment,
  clock: Clock,
  deadlineMs: number,
  around: (store: Store) => Store = (store) => store,
): Promise<OpenedStore> =>
  withinDeadline(
    deadlineMs,
    async () => {
      const found = await opened(deployment, clock);
      return found.kind === 'open' ? { kind: 'open', store: around(found.store) } : found;
    },
    () => shut(found('check-late')),
  );

const slowMs = 750;
const accountMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function tryDraft(store: Store, clock: Clock, { tell }: Tells): Promise<void> {
  const id = `doctor-${randomBytes(16).toString('hex')}`;
  const sealed = randomBytes(1_024).toString('base64');
  const expiresAt = new Date(clock().getTime() + 10 * minuteMs);
  await store.drafts.save({ id, sealed, expiresAt });
  try {
    const read = await store.drafts.read(id, clock());
    if (read?.sealed !== sealed) tell(found('store-not-as-written'));
  } finally {
    await store.drafts.remove(id);
  }
  if ((await store.drafts.read(id, clock())) !== undefined) tell(found('store-keeps-removed'));
}

async function tryMark({ paces }: Store, clock: Clock, { tell }: Tells): Promise<void> {
  const name = `doctor-${randomBytes(16).toString('hex')}`;
  const until = clock().getTime() + minuteMs;
  const hour = Math.ceil(until / hourMs) * hourMs;
  await paces.write({ name, until, hour }, undefined);
  const first = await paces.read(name);
  const isWritten = first !== undefined && (await paces.write({ name, until: until + 1, hour }, first.version));
  if (!isWritten || (await paces.read(name))?.value.until !== until + 1) {
    tell(found('store-not-as-written'));
    return;
  }
  if (await paces.write({ name, until: until + 2, hour }, first.version)) tell(found('store-writes-over'));
}

async function middleOf(look: () => Promise<unknown>, monotonic: Monotonic): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const begun = monotonic();
    await look();
    times.push(monotonic() - begun);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

export async function lookAtStore(
  store: Store,
  settings: StoreSettings | undefined,
  { clock, monotonic }: { readonly clock: Clock; readonly monotonic: Monotonic },
  tells: Tells,
): Promise<void> {
  const { tell, note } = tells;
  if (settings?.kind === 'sqlite' && isOpenToOthers(settings.path)) tell(found('store-open-to-others'));
  if (settings?.kind === 'cosmos') {
    const { isWeak, hasManyWriters } = await lookAtAccount({ ...settings, deadlineMs: accountMs });
    if (isWeak) tell(found('store-weak'));
    if (hasManyWriters) tell(found('store-many-writers'));
  }
  await store.check();
  await tryDraft(store, clock, tells);
  await tryMark(store, clock, tells);
  const took = await middleOf(() => store.targets.read('acu'), monotonic);
  note(`It answers within ${Math.max(1, Math.round(took))} ms.`);
  if (took > slowMs) tell(found('store-slow'));
}

export async function lookAtClock(store: Store, clock: Clock, { tell }: Tells): Promise<void> {
  // The store's time comes with an answer.
  await store.targets.read('acu');
  if (store.time() === undefined) tell(found('clock-alone'));
  else if (!agreesWithStore(store, clock)) tell(found('clock-apart', 'the store'));
}

export async function lookAtVersions(store: Pick<Store, 'lastUse'>, { tell, note }: Tells): Promise<void> {
  const last = await store.lastUse();
  if (last === undefined) {
    tell(found('version-untold'));
    return;
  }
  note(`This is version ${ourVersion.release} (${ourVersion.number}). The newest that used the store: ${last.number}.`);
  if (last.number > ourVersion.number) tell(found('version-newer'));
  if (last.number < ourVersion.number) tell(found('version-older'));
}

const findings: Partial<Record<StoreErrorCode, FindingName>> = { full: 'files-full', readOnly: 'files-read-only' };

async function tryPart(files: FileStore, tell: (finding: Finding) => void): Promise<void> {
  const caseId = caseIdFromBytes(randomBytes(8));
  const place = { caseId, holder: randomBytes(8).toString('hex'), id: randomBytes(16).toString('hex') };
  const bytes = new Uint8Array(randomBytes(4_096));
  await files.putPart(place, 0, bytes);
  try {
    const read = await files.readPart(place, 0);
    if (read === undefined || Buffer.compare(read, bytes) !== 0) tell(found('files-not-as-written'));
  } finally {
    await files.remove(place);
  }
  if ((await files.readPart(place, 0)) !== undefined) tell(found('files-keep-removed'));
}

/** Windows keeps the rights elsewhere: false there. */
function isOpenToOthers(path: string): boolean {
  if (process.platform === 'win32') return false;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) !== 0;
}

export async function lookAtFiles(
  { place, setting }: NonNullable<Deployment['files']>,
  clock: Clock,
  { tell }: Tells,
  open: typeof openFiles = openFiles,
): Promise<void> {
  const files = await open(place, clock);
  if (files === undefined) {
    tell(found('files-not-taken'));
    return;
  }
  if (place?.kind === 'folder' && isOpenToOthers(place.path)) tell(found('files-open-to-others'));
  try {
    await files.check();
    await tryPart(files, tell);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    tell(found(findings[error.code] ?? 'files-away', setting));
  }
}

interface Copy {
  readonly path: string;
  readonly writtenMs: number;
}

const aheadMs = hourMs / 4;
const mark = 'SQLite format 3\0';

async function copyAt(path: string): Promise<Copy | undefined> {
  const standing = await stat(path).catch(() => undefined);
  return standing?.isFile() ? { path, writtenMs: standing.mtimeMs } : undefined;
}

async function newestAt(path: string): Promise<Copy | undefined> {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined) return copyAt(path);
  const copies = names.filter((name) => !/(?:\.unfinished|-wal|-shm|-journal)$/u.test(name));
  const standing = await Promise.all(copies.map((name) => copyAt(join(path, name))));
  return standing
    .filter((copy) => copy !== undefined)
    .sort((one, other) => other.writtenMs - one.writtenMs)
    .at(0);
}

async function isStore(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return bytesRead === mark.length && buffer.toString('latin1') === mark;
  } finally {
    await file.close();
  }
}

export async function lookAtBackup(
  asked: NonNullable<DoctorOptions['backup']>,
  clock: Clock,
  { tell, note }: Tells,
): Promise<void> {
  const newest = await newestAt(asked.path);
  if (newest === undefined) {
    tell(found('backup-missing'));
    return;
  }
  const ageMs = clock().getTime() - newest.writtenMs;
  note(`The newest copy is ${Math.max(0, Math.round(ageMs / hourMs))} hours old.`);
  if (ageMs > asked.hours * hourMs) tell(found('backup-old'));
  if (ageMs < -aheadMs) tell(found('backup-ahead'));
  if (isOpenToOthers(newest.path)) tell(found('backup-open-to-others'));
  if (!(await isStore(newest.path))) tell(found('backup-no-store'));
}
