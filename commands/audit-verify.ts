import type { CaseId } from '../concerns/terms/case-id.ts';
import type { CaseRecord } from '../concerns/records/case-record.ts';
import {
  anchorOf,
  type Break,
  checkAgainst,
  type Heads,
  readHeads,
  type Verdict,
  verifyBeside,
  verifyCase,
} from '../concerns/casework/audit.ts';
import type { EventRecord } from '../concerns/records/event-record.ts';
import type { CaseLedger } from '../concerns/ports/case-ledger.ts';
import type { CaseStore } from '../concerns/ports/case-store.ts';
import type { History } from '../concerns/ports/history.ts';
import { StoreError } from '../concerns/ports/store-error.ts';

/** Where a case is not whole, and in what way. `sequence` is the entry. */
export interface AuditFinding {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly why: Break | 'unreadable' | 'cut' | 'replaced' | 'gone';
}

export interface VerifyDependencies {
  readonly ledger: CaseLedger;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly history: History;
}

/** The heads in a file, `undefined` where it is damaged or not what the root was printed for. */
export function readAnchor(text: string, root: string): Heads | undefined {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  return anchorOf(lines).root === root ? readHeads(lines) : undefined;
}

/** The server may write while this reads: what does not fit is read again before it is called broken. */
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

/** An entry that is not of its form any more hides the whole history, and no other case's. */
const standingOrUnreadable = (deps: VerifyDependencies, record: CaseRecord): Promise<Standing> =>
  standing(deps, record).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { events: [], finding: { caseId: record.caseId, sequence: 1, why: 'unreadable' } };
  });

/** Checks every case that it is given, each against its anchored head where there is one. Throws StoreError. */
export async function verifyAll(
  deps: VerifyDependencies,
  records: AsyncIterable<CaseRecord>,
  heads: Heads | undefined,
): Promise<{ readonly cases: number; readonly events: number; readonly findings: readonly AuditFinding[] }> {
  const findings: AuditFinding[] = [];
  const missing = new Map(heads?.cases);
  let [cases, count] = [0, 0];
  for await (const record of records) {
    const { caseId } = record;
    const { events, finding } = await standingOrUnreadable(deps, record);
    cases += 1;
    count += events.length;
    if (finding) findings.push(finding);
    const head = missing.get(caseId);
    const found = head && checkAgainst(head, events);
    if (head && found && found !== 'stands') findings.push({ caseId, sequence: head.sequence, why: found });
    missing.delete(caseId);
  }
  for (const [caseId, { sequence }] of missing) findings.push({ caseId, sequence, why: 'gone' });
  return { cases, events: count, findings };
}
