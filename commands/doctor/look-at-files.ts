import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { openFiles } from '../../bot/settings/files-settings.ts';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';
import { caseIdFromBytes } from '../../concerns/terms/case-id.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type Finding, type FindingName, found } from './findings.ts';
import type { Tells } from './run-checks.ts';

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
export function isOpenToOthers(path: string): boolean {
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
