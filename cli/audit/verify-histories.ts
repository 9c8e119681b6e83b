import {
  createAnchor,
  type IntegrityFailure,
  checkHead,
  type DamagedFile,
  type HistoryHead,
  type AnchoredHeads,
  referencedFiles,
  parseHeadLines,
  type VerificationResult,
  verifyIndexAndAlert,
  verifyCase,
  verifyFiles,
  verifySettings,
} from '../../core/casework/integrity-verification.ts';
import { isTargetAsRecorded, lastRecordedTarget } from '../../core/casework/settings-history.ts';
import type { CaseLedger, CaseStore, CaseHistory } from '../../core/ports/case-store.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import type { SettingsHistory } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { type AlertTargets, type TargetName, targetNames } from '../../core/model/alert-targets.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { SettingEntry } from '../../core/model/setting-entry.ts';
import type { CaseId } from '../../core/model/case-id.ts';

export interface AuditFinding {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly why: IntegrityFailure | 'unreadable' | 'cut' | 'replaced' | 'gone';
}

export interface CaseVerificationDependencies {
  readonly ledger: CaseLedger;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly history: CaseHistory;
  readonly files?: Pick<FileStore, 'list' | 'listParts' | 'readPart'> | undefined;
}

const pageSize = 200;

export async function* scanCases(ledger: CaseLedger): AsyncGenerator<CaseRecord> {
  let page = await ledger.page(undefined, pageSize);
  while (page.length > 0) {
    yield* page;
    page = await ledger.page(page.at(-1)?.caseId, pageSize);
  }
}

/** `undefined` if the file is damaged or does not match the printed root. */
export function parseAnchoredHeads(text: string, root: string): AnchoredHeads | undefined {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  return createAnchor(lines).root === root ? parseHeadLines(lines) : undefined;
}

/** The server may write meanwhile: a mismatch is read again before it is called broken. */
const maxReads = 3;

interface CaseAudit {
  readonly events: readonly EventRecord[];
  readonly finding: AuditFinding | undefined;
}

async function verifyCaseChain(
  deps: CaseVerificationDependencies,
  record: CaseRecord,
  events: readonly EventRecord[],
): Promise<VerificationResult> {
  const verdict = verifyCase(record, events);
  if (verdict !== 'whole') return verdict;
  const indexAndAlert = await deps.ledger.readIndexState(record.caseId);
  return indexAndAlert === undefined
    ? { brokenAt: record.chain.sequence, why: 'record' }
    : verifyIndexAndAlert(record, events, indexAndAlert);
}

async function auditCase(deps: CaseVerificationDependencies, record: CaseRecord): Promise<CaseAudit> {
  let [current, events] = [record, await deps.history.readAll(record.caseId)];
  let verdict = await verifyCaseChain(deps, current, events);
  for (let look = 1; look < maxReads && verdict !== 'whole'; look += 1) {
    current = (await deps.cases.read(record.caseId))?.value ?? current;
    events = await deps.history.readAll(record.caseId);
    verdict = await verifyCaseChain(deps, current, events);
  }
  if (verdict === 'whole') return { events, finding: undefined };
  return { events, finding: { caseId: record.caseId, sequence: verdict.brokenAt, why: verdict.why } };
}

/** An unreadable entry hides its whole history, and no other case's. */
const tryAuditCase = (deps: CaseVerificationDependencies, record: CaseRecord): Promise<CaseAudit> =>
  auditCase(deps, record).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { events: [], finding: { caseId: record.caseId, sequence: 1, why: 'unreadable' } };
  });

export interface FileAudit {
  readonly count: number;
  readonly areChecked: boolean;
  readonly findings: readonly (DamagedFile & { readonly caseId: CaseId })[];
}

async function isFileStoreReachable(files: NonNullable<CaseVerificationDependencies['files']>): Promise<boolean> {
  try {
    await files.list();
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Looked for again in the case as it is then: it may have been erased. */
async function checkCaseFiles(
  { cases }: CaseVerificationDependencies,
  files: NonNullable<CaseVerificationDependencies['files']>,
  record: CaseRecord,
  events: readonly EventRecord[],
): Promise<readonly DamagedFile[]> {
  const findings = await verifyFiles(files, record, referencedFiles(record, events));
  if (findings.length === 0) return findings;
  const current = (await cases.read(record.caseId))?.value ?? record;
  return await verifyFiles(files, current, referencedFiles(current, events));
}

export async function verifyCases(
  deps: CaseVerificationDependencies,
  records: AsyncIterable<CaseRecord>,
  heads: AnchoredHeads | undefined,
): Promise<{
  readonly cases: number;
  readonly events: number;
  readonly findings: readonly AuditFinding[];
  readonly files: FileAudit;
}> {
  const fileStore = deps.files && (await isFileStoreReachable(deps.files)) ? deps.files : undefined;
  const fileFindings: (DamagedFile & { readonly caseId: CaseId })[] = [];
  let named = 0;
  const findings: AuditFinding[] = [];
  const missing = new Map(heads?.cases);
  let [cases, count] = [0, 0];
  for await (const record of records) {
    const { caseId } = record;
    const { events, finding } = await tryAuditCase(deps, record);
    cases += 1;
    count += events.length;
    if (finding) findings.push(finding);
    named += referencedFiles(record, events).length;
    if (fileStore)
      fileFindings.push(...(await checkCaseFiles(deps, fileStore, record, events)).map((one) => ({ caseId, ...one })));
    const head = missing.get(caseId);
    const found = head && checkHead(head, events);
    if (head && found && found !== 'stands') findings.push({ caseId, sequence: head.sequence, why: found });
    missing.delete(caseId);
  }
  for (const [caseId, { sequence }] of missing) findings.push({ caseId, sequence, why: 'gone' });
  return {
    cases,
    events: count,
    findings,
    files: { count: named, areChecked: fileStore !== undefined, findings: fileFindings },
  };
}

export type SettingsFinding =
  | { readonly sequence: number; readonly why: IntegrityFailure | 'unreadable' | 'cut' | 'replaced' }
  | { readonly target: TargetName };

interface SettingsAudit {
  readonly entries: readonly SettingEntry[];
  readonly findings: readonly SettingsFinding[];
  /** A channel without a history gets one at the server's next start. */
  readonly isHistoryMissing: boolean;
}

export interface SettingsAuditDependencies {
  readonly settings: SettingsHistory;
  readonly targets: AlertTargets;
}

async function findChangedTargets({ settings, targets }: SettingsAuditDependencies): Promise<readonly TargetName[]> {
  const [entries, storedTargets] = [await settings.all(), await targets.all()];
  return targetNames.filter((name) => {
    const target = storedTargets.find((one) => one.name === name);
    return target === undefined
      ? lastRecordedTarget(entries, name) !== undefined
      : !isTargetAsRecorded(entries, target);
  });
}

export async function auditSettings(
  deps: SettingsAuditDependencies,
  head: HistoryHead | undefined,
): Promise<SettingsAudit> {
  let entries: readonly SettingEntry[];
  try {
    entries = await deps.settings.all();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { entries: [], findings: [{ sequence: 1, why: 'unreadable' }], isHistoryMissing: false };
  }
  const verdict = verifySettings(entries);
  const headVerdict = head && checkHead(head, entries);
  let differ = entries.length === 0 ? [] : await findChangedTargets(deps);
  for (let look = 1; look < maxReads && differ.length > 0; look += 1) differ = await findChangedTargets(deps);
  return {
    entries,
    findings: [
      ...(verdict === 'whole' ? [] : [{ sequence: verdict.brokenAt, why: verdict.why }]),
      ...(head && headVerdict && headVerdict !== 'stands' ? [{ sequence: head.sequence, why: headVerdict }] : []),
      ...differ.map((target) => ({ target })),
    ],
    isHistoryMissing: entries.length === 0 && (await deps.targets.all()).length > 0,
  };
}

export function settingLine({ sequence, at, kind, by, detail }: SettingEntry): string {
  const { target, wrapped, sample } = detail;
  const what = target
    ? ` ${target.name}`
    : wrapped
      ? ` ${wrapped.group} for ${wrapped.people.join(', ')}`
      : sample
        ? ` ${sample.month}`
        : '';
  return `${sequence} ${at} ${kind}${what} by ${typeof by === 'string' ? by : by.objectId}`;
}
