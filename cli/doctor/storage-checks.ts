import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInSyncWithStore } from '../../bot/runtime/clock-watch.ts';
import type { DeploymentSettings } from '../../bot/config/checks/deployment-settings.ts';
import { checkStoreSettings } from '../../bot/config/checks/store-checks.ts';
import { openFileStore } from '../../bot/config/files-settings.ts';
import { openStore } from '../../bot/config/open-store.ts';
import type { StoreSettings } from '../../bot/config/store-settings.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { Store } from '../../core/ports/store.ts';
import { caseIdFromBytes } from '../../core/model/case-id.ts';
import type { Clock, MonotonicClock } from '../../core/model/calendar.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';
import { probeAccountConsistency } from '../../storage/cosmos/cosmos-probe.ts';
import { readSchemaState } from '../../storage/sqlite/migrate.ts';
import { currentStoreVersion } from '../../storage/store-version.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { type Finding, type FindingName, createFinding } from './findings.ts';
import { storeErrorFinding, type CheckOutput } from './run-checks.ts';

export type StoreOpenResult =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'shut'; readonly findings: readonly Finding[] };

const failedOpening = (...findings: readonly Finding[]): StoreOpenResult => ({ kind: 'shut', findings });

async function tryOpenStore(
  { store: settings, redactStorePath }: DeploymentSettings,
  clock: Clock,
): Promise<StoreOpenResult> {
  if (settings === undefined) return failedOpening(createFinding('not-looked-at', 'a setting that it needs'));
  const problems = await checkStoreSettings(settings);
  if (problems.length > 0)
    return failedOpening(...problems.map(({ sentence }) => createFinding('store-wrong', redactStorePath(sentence))));
  if (settings.kind === 'sqlite') {
    const schemaState = readSchemaState(settings.path);
    // Opening would make a missing store, and migrate an older one.
    if (schemaState !== 'ready')
      return failedOpening(createFinding(schemaState === 'none' ? 'store-not-made' : 'store-older'));
  }
  try {
    const store = await openStore(settings, clock);
    try {
      await store.assertReadable();
      return { kind: 'open', store };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return failedOpening(storeErrorFinding(error));
  }
}

/** Opens the store if it exists. A hang or an error is a finding. Never rejects. */
export const openExistingStore = (
  deployment: DeploymentSettings,
  clock: Clock,
  deadlineMs: number,
  wrapStore: (store: Store) => Store = (store) => store,
): Promise<StoreOpenResult> =>
  withinDeadline(
    deadlineMs,
    async () => {
      const found = await tryOpenStore(deployment, clock);
      return found.kind === 'open' ? { kind: 'open', store: wrapStore(found.store) } : found;
    },
    () => failedOpening(createFinding('check-late')),
  );

const slowResponseMs = 750;
const accountTimeoutMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function checkDraftRoundTrip(store: Store, clock: Clock, { addFinding }: CheckOutput): Promise<void> {
  const id = `doctor-${randomBytes(16).toString('hex')}`;
  const sealed = randomBytes(1_024).toString('base64');
  const expiresAt = new Date(clock().getTime() + 10 * minuteMs);
  await store.drafts.save({ id, sealed, expiresAt });
  try {
    const read = await store.drafts.read(id, clock());
    if (read?.sealed !== sealed) addFinding(createFinding('store-not-as-written'));
  } finally {
    await store.drafts.remove(id);
  }
  if ((await store.drafts.read(id, clock())) !== undefined) addFinding(createFinding('store-keeps-removed'));
}

async function checkConditionalWrite({ rateLimits }: Store, clock: Clock, { addFinding }: CheckOutput): Promise<void> {
  const name = `doctor-${randomBytes(16).toString('hex')}`;
  const until = clock().getTime() + minuteMs;
  const hour = Math.ceil(until / hourMs) * hourMs;
  await rateLimits.write({ name, until, hour }, undefined);
  const first = await rateLimits.read(name);
  const isWritten = first !== undefined && (await rateLimits.write({ name, until: until + 1, hour }, first.version));
  if (!isWritten || (await rateLimits.read(name))?.value.until !== until + 1) {
    addFinding(createFinding('store-not-as-written'));
    return;
  }
  if (await rateLimits.write({ name, until: until + 2, hour }, first.version))
    addFinding(createFinding('store-writes-over'));
}

async function medianDuration(read: () => Promise<unknown>, monotonic: MonotonicClock): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const begun = monotonic();
    await read();
    times.push(monotonic() - begun);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

export async function checkStore(
  store: Store,
  settings: StoreSettings | undefined,
  { clock, monotonic }: { readonly clock: Clock; readonly monotonic: MonotonicClock },
  output: CheckOutput,
): Promise<void> {
  const { addFinding, addFact } = output;
  if (settings?.kind === 'sqlite' && isAccessibleToOthers(settings.path))
    addFinding(createFinding('store-open-to-others'));
  if (settings?.kind === 'cosmos') {
    const { isWeak, hasManyWriters } = await probeAccountConsistency({ ...settings, deadlineMs: accountTimeoutMs });
    if (isWeak) addFinding(createFinding('store-weak'));
    if (hasManyWriters) addFinding(createFinding('store-many-writers'));
  }
  await store.check();
  await checkDraftRoundTrip(store, clock, output);
  await checkConditionalWrite(store, clock, output);
  const took = await medianDuration(() => store.targets.read('acu'), monotonic);
  addFact(`It answers within ${Math.max(1, Math.round(took))} ms.`);
  if (took > slowResponseMs) addFinding(createFinding('store-slow'));
}

export async function checkStoreClock(store: Store, clock: Clock, { addFinding }: CheckOutput): Promise<void> {
  // The store's time comes with an answer.
  await store.targets.read('acu');
  if (store.time() === undefined) addFinding(createFinding('clock-alone'));
  else if (!isInSyncWithStore(store, clock)) addFinding(createFinding('clock-apart', 'the store'));
}

export async function checkWriterVersion(
  store: Pick<Store, 'lastWriterVersion'>,
  { addFinding, addFact }: CheckOutput,
): Promise<void> {
  const last = await store.lastWriterVersion();
  if (last === undefined) {
    addFinding(createFinding('version-untold'));
    return;
  }
  addFact(
    `This is version ${currentStoreVersion.release} (${currentStoreVersion.number}). The newest version that has used the store is ${last.number}.`,
  );
  if (last.number > currentStoreVersion.number) addFinding(createFinding('version-newer'));
  if (last.number < currentStoreVersion.number) addFinding(createFinding('version-older'));
}

const fileStoreErrorFindings: Partial<Record<StoreErrorCode, FindingName>> = {
  full: 'files-full',
  readOnly: 'files-read-only',
};

async function checkFileRoundTrip(files: FileStore, tell: (finding: Finding) => void): Promise<void> {
  const caseId = caseIdFromBytes(randomBytes(8));
  const place = { caseId, holder: randomBytes(8).toString('hex'), id: randomBytes(16).toString('hex') };
  const bytes = new Uint8Array(randomBytes(4_096));
  await files.putPart(place, 0, bytes);
  try {
    const read = await files.readPart(place, 0);
    if (read === undefined || Buffer.compare(read, bytes) !== 0) tell(createFinding('files-not-as-written'));
  } finally {
    await files.remove(place);
  }
  if ((await files.readPart(place, 0)) !== undefined) tell(createFinding('files-keep-removed'));
}

/** False on Windows, which has its rights elsewhere. */
function isAccessibleToOthers(path: string): boolean {
  if (process.platform === 'win32') return false;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) !== 0;
}

export async function checkFileStore(
  { place, setting }: NonNullable<DeploymentSettings['files']>,
  clock: Clock,
  { addFinding }: CheckOutput,
  open: typeof openFileStore = openFileStore,
): Promise<void> {
  const files = await open(place, clock);
  if (files === undefined) {
    addFinding(createFinding('files-not-taken'));
    return;
  }
  if (place?.kind === 'folder' && isAccessibleToOthers(place.path)) addFinding(createFinding('files-open-to-others'));
  try {
    await files.check();
    await checkFileRoundTrip(files, addFinding);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    addFinding(createFinding(fileStoreErrorFindings[error.code] ?? 'files-away', setting));
  }
}

interface BackupCopy {
  readonly path: string;
  readonly writtenMs: number;
}

const maxFutureMs = hourMs / 4;
const sqliteHeader = 'SQLite format 3\0';

async function getBackup(path: string): Promise<BackupCopy | undefined> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() ? { path, writtenMs: status.mtimeMs } : undefined;
}

async function findNewestBackup(path: string): Promise<BackupCopy | undefined> {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined) return getBackup(path);
  const copies = names.filter((name) => !/(?:\.unfinished|-wal|-shm|-journal)$/u.test(name));
  const backups = await Promise.all(copies.map((name) => getBackup(join(path, name))));
  return backups
    .filter((copy) => copy !== undefined)
    .sort((one, other) => other.writtenMs - one.writtenMs)
    .at(0);
}

async function isSqliteFile(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0);
    return bytesRead === sqliteHeader.length && buffer.toString('latin1') === sqliteHeader;
  } finally {
    await file.close();
  }
}

export async function checkBackup(
  options: NonNullable<DoctorOptions['backup']>,
  clock: Clock,
  { addFinding, addFact }: CheckOutput,
): Promise<void> {
  const newest = await findNewestBackup(options.path);
  if (newest === undefined) {
    addFinding(createFinding('backup-missing'));
    return;
  }
  const ageMs = clock().getTime() - newest.writtenMs;
  addFact(`The newest copy is ${Math.max(0, Math.round(ageMs / hourMs))} hours old.`);
  if (ageMs > options.hours * hourMs) addFinding(createFinding('backup-old'));
  if (ageMs < -maxFutureMs) addFinding(createFinding('backup-ahead'));
  if (isAccessibleToOthers(newest.path)) addFinding(createFinding('backup-open-to-others'));
  if (!(await isSqliteFile(newest.path))) addFinding(createFinding('backup-no-store'));
}
