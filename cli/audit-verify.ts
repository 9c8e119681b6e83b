import {
  anchorOf,
  type Break,
  checkAgainst,
  type FileFinding,
  type Head,
  type Heads,
  namedFiles,
  readHeads,
  type Verdict,
  verifyBeside,
  verifyCase,
  verifyFiles,
  verifySettings,
} from '../core/casework/audit.ts';
import { isAsNoted, lastTarget } from '../core/casework/settings-history.ts';
import type { CaseLedger, CaseStore, History } from '../core/ports/case-store.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { SettingsHistory } from '../core/ports/store.ts';
import { StoreError } from '../core/ports/store-error.ts';
import { type AlertTargets, type TargetName, targetNames } from '../core/model/alert-targets.ts';
import type { CaseRecord } from '../core/model/case-record.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import type { SettingEntry } from '../core/model/setting-record.ts';
import type { CaseId } from '../core/model/codes.ts';

export interface AuditFinding {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly why: Break | 'unreadable' | 'cut' | 'replaced' | 'gone';
}

export interface VerifyDependencies {
  readonly ledger: CaseLedger;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly history: History;
  readonly files?: Pick<FileStore, 'list' | 'parts' | 'readPart'> | undefined;
}

const pageSize = 200;

export async function* casesOf(ledger: CaseLedger): AsyncGenerator<CaseRecord> {
  let page = await ledger.from(undefined, pageSize);
  while (page.length > 0) {
    yield* page;
    page = await ledger.from(page.at(-1)?.caseId, pageSize);
  }
}

/** The heads in a file; `undefined` if it is damaged or does not match the printed root. */
export function readAnchor(text: string, root: string): Heads | undefined {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  return anchorOf(lines).root === root ? readHeads(lines) : undefined;
}

/** The server may write meanwhile: a mismatch is read again before it is called broken. */
const looks = 3;

interface Standing {
  readonly events: readonly EventRecord[];
  readonly finding: AuditFinding | undefined;
}

async function verdictOf(
  deps: VerifyDependencies,
  record: CaseRecord,
  events: readonly EventRecord[],
): Promise<Verdict> {
  const verdict = verifyCase(record, events);
  if (verdict !== 'whole') return verdict;
  const beside = await deps.ledger.beside(record.caseId);
  return beside === undefined
    ? { brokenAt: record.chain.sequence, why: 'record' }
    : verifyBeside(record, events, beside);
}

async function standing(deps: VerifyDependencies, record: CaseRecord): Promise<Standing> {
  let [current, events] = [record, await deps.history.of(record.caseId)];
  let verdict = await verdictOf(deps, current, events);
  for (let look = 1; look < looks && verdict !== 'whole'; look += 1) {
    current = (await deps.cases.read(record.caseId))?.value ?? current;
    events = await deps.history.of(record.caseId);
    verdict = await verdictOf(deps, current, events);
  }
  if (verdict === 'whole') return { events, finding: undefined };
  return { events, finding: { caseId: record.caseId, sequence: verdict.brokenAt, why: verdict.why } };
}

/** An unreadable entry hides its whole history, and no other case's. */
const standingOrUnreadable = (deps: VerifyDependencies, record: CaseRecord): Promise<Standing> =>
  standing(deps, record).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { events: [], finding: { caseId: record.caseId, sequence: 1, why: 'unreadable' } };
  });

export interface AuditedFiles {
  readonly named: number;
  readonly areLookedAt: boolean;
  readonly findings: readonly (FileFinding & { readonly caseId: CaseId })[];
}

async function answers(files: NonNullable<VerifyDependencies['files']>): Promise<boolean> {
  try {
    await files.list();
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** A missing file is looked for again in the case as it is then: it may have been erased. */
async function filesOf(
  { cases }: VerifyDependencies,
  files: NonNullable<VerifyDependencies['files']>,
  record: CaseRecord,
  events: readonly EventRecord[],
): Promise<readonly FileFinding[]> {
  const findings = await verifyFiles(files, record, namedFiles(record, events));
  if (findings.length === 0) return findings;
  const now = (await cases.read(record.caseId))?.value ?? record;
  return await verifyFiles(files, now, namedFiles(now, events));
}

export async function verifyAll(
  deps: VerifyDependencies,
  records: AsyncIterable<CaseRecord>,
  heads: Heads | undefined,
): Promise<{
  readonly cases: number;
  readonly events: number;
  readonly findings: readonly AuditFinding[];
  readonly files: AuditedFiles;
}> {
  const place = deps.files && (await answers(deps.files)) ? deps.files : undefined;
  const lost: (FileFinding & { readonly caseId: CaseId })[] = [];
  let named = 0;
  const findings: AuditFinding[] = [];
  const missing = new Map(heads?.cases);
  let [cases, count] = [0, 0];
  for await (const record of records) {
    const { caseId } = record;
    const { events, finding } = await standingOrUnreadable(deps, record);
    cases += 1;
    count += events.length;
    if (finding) findings.push(finding);
    named += namedFiles(record, events).length;
    if (place) lost.push(...(await filesOf(deps, place, record, events)).map((one) => ({ caseId, ...one })));
    const head = missing.get(caseId);
    const found = head && checkAgainst(head, events);
    if (head && found && found !== 'stands') findings.push({ caseId, sequence: head.sequence, why: found });
    missing.delete(caseId);
  }
  for (const [caseId, { sequence }] of missing) findings.push({ caseId, sequence, why: 'gone' });
  return { cases, events: count, findings, files: { named, areLookedAt: place !== undefined, findings: lost } };
}

export type SettingsFinding =
  | { readonly sequence: number; readonly why: Break | 'unreadable' | 'cut' | 'replaced' }
  | { readonly target: TargetName };

interface SettingsAudit {
  readonly entries: readonly SettingEntry[];
  readonly findings: readonly SettingsFinding[];
  /** A channel without a history gets one at the server's next start. */
  readonly isToBegin: boolean;
}

export interface SettingsAuditDependencies {
  readonly settings: SettingsHistory;
  readonly targets: AlertTargets;
}

async function differing({ settings, targets }: SettingsAuditDependencies): Promise<readonly TargetName[]> {
  const [entries, standing] = [await settings.all(), await targets.all()];
  return targetNames.filter((name) => {
    const target = standing.find((one) => one.name === name);
    return target === undefined ? lastTarget(entries, name) !== undefined : !isAsNoted(entries, target);
  });
}

export async function auditSettings(deps: SettingsAuditDependencies, head: Head | undefined): Promise<SettingsAudit> {
  let entries: readonly SettingEntry[];
  try {
    entries = await deps.settings.all();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { entries: [], findings: [{ sequence: 1, why: 'unreadable' }], isToBegin: false };
  }
  const verdict = verifySettings(entries);
  const against = head && checkAgainst(head, entries);
  let differ = entries.length === 0 ? [] : await differing(deps);
  for (let look = 1; look < looks && differ.length > 0; look += 1) differ = await differing(deps);
  return {
    entries,
    findings: [
      ...(verdict === 'whole' ? [] : [{ sequence: verdict.brokenAt, why: verdict.why }]),
      ...(head && against && against !== 'stands' ? [{ sequence: head.sequence, why: against }] : []),
      ...differ.map((target) => ({ target })),
    ],
    isToBegin: entries.length === 0 && (await deps.targets.all()).length > 0,
  };
}

export function settingLine({ sequence, at, kind, by, detail }: SettingEntry): string {
  const { target, wrapped } = detail;
  const what = target ? ` ${target.name}` : wrapped ? ` ${wrapped.group} for ${wrapped.people.join(', ')}` : '';
  return `${sequence} ${at} ${kind}${what} by ${typeof by === 'string' ? by : by.objectId}`;
}
