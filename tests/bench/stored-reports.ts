import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Store } from '../../core/ports/store.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { generateAccount, type ReportResult, namedSubject } from './report-script.ts';
import type { BenchEnvironment } from './environment.ts';

/** What became of reports, counted in the store behind the bot. */
export interface StoredReportCounts {
  /** Receipts whose case is not there. */
  readonly lost: number;
  /** Cases that nobody holds a receipt for, or that two hold one for. */
  readonly duplicate: number;
  readonly refused: number;
  /** Opened cases that do not say what was typed. */
  readonly changed: number;
  /** Cases without the alert that was saved with them. */
  readonly unalerted: number;
}

const opened = 50;

async function saysWhatWasTyped(
  store: Store,
  { caseId, seed }: { readonly caseId: CaseId; readonly seed: number },
  identities: readonly string[],
): Promise<boolean> {
  const standing = await store.cases.read(caseId);
  if (standing === undefined) return false;
  const { report } = await decryptReportWithIdentities(standing.value, await store.history.readAll(caseId), identities);
  return report.answers.what === generateAccount(seed) && report.answers.who === namedSubject;
}

/** Counts what was told against what stands, and opens the first and the last of it. Throws StoreError. */
export async function checkStoredReports(
  setting: BenchEnvironment,
  told: readonly ReportResult[],
): Promise<StoredReportCounts> {
  const store = setting.openStore();
  const { identities } = await readIdentityFile(setting.keys.identityFiles.acu);
  const receipts = told.flatMap(({ caseId, seed }) => (caseId ? [{ caseId, seed }] : []));
  const weeks = new Set<string>();
  let [lost, unalerted, changed, standing] = [0, 0, 0, 0];
  for (const [at, receipt] of receipts.entries()) {
    const { caseId } = receipt;
    const found = (await store.cases.read(caseId))?.value;
    if (found === undefined) lost += 1;
    else if (!weeks.has(found.week)) {
      weeks.add(found.week);
      standing += (await store.queries.listWeekCases(found.week, 'acu')).filter(
        ({ week }) => week === found.week,
      ).length;
    }
    if ((await store.outbox.read(caseId)) === undefined) unalerted += 1;
    const isOpened = found !== undefined && (at < opened / 2 || at >= receipts.length - opened / 2);
    if (isOpened && !(await saysWhatWasTyped(store, receipt, identities))) changed += 1;
  }
  await store.close();
  const repeated = receipts.length - new Set(receipts.map(({ caseId }) => caseId)).size;
  const refused = told.filter((one) => one.refused).length;
  return { lost, duplicate: repeated + Math.max(0, standing - receipts.length), refused, changed, unalerted };
}
