import { isDeepStrictEqual } from 'node:util';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { AlertRecord } from '../../core/model/alert-record.ts';
import type { Store } from '../../core/ports/store.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { Connector } from '../fakes/connector.ts';
import type { Receipt } from './persistent-reporter.ts';

const longestMs = 300_000;

/**
 * Waits until each alert is recorded as posted, and for some minutes at most; `meanwhile` passes the time between looks.
 * Nothing is opened for that: the stand-in for Teams lives in this process, and would be late with every answer.
 */
export async function waitUntilRecorded(
  receipts: readonly Receipt[],
  store: Pick<Store, 'outbox'>,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const end = performance.now() + longestMs;
  for (const { caseId } of receipts) {
    while ((await store.outbox.read(caseId))?.value?.state !== 'posted') {
      if (performance.now() > end) return;
      await meanwhile();
    }
  }
}

export interface ReceiptMismatches {
  /** Receipts without their case, or whose case opens to something else. */
  readonly lost: readonly string[];
  /** Cases whose alert is not recorded as posted exactly once, with how it stands. */
  readonly notRecordedOnce: readonly string[];
  readonly notPosted: readonly string[];
  /** Posts beyond the recorded one: the channel's answer to each was never recorded. */
  readonly postedAgain: number;
}

/** How an alert stands, in one line, for whoever has to find out why. */
const standing = (caseId: string, alert: AlertRecord | undefined): string =>
  [
    caseId,
    alert?.state ?? 'no alert',
    `${alert?.posts.map(({ postedAt }) => postedAt).join(' and ') || 'no'} post`,
    `${alert?.attempts ?? 0} attempts, ${alert?.lastFailure ?? 'no failure'}`,
    `due ${alert?.dueAt ?? 'never'}, leased until ${alert?.leasedUntil ?? 'never'}, now ${new Date().toISOString()}`,
  ].join('; ');

/** What was told, beside what stands, opened by those who hold the keys. */
export async function compareReceipts(
  receipts: readonly Receipt[],
  store: Store,
  connector: Connector,
  identities: Readonly<Record<HandledBy, readonly string[]>>,
): Promise<ReceiptMismatches> {
  const lost: string[] = [];
  const notRecordedOnce: string[] = [];
  const notPosted: string[] = [];
  let postedAgain = 0;
  for (const { caseId, answers } of receipts) {
    const record = (await store.cases.read(caseId))?.value;
    const events = await store.history.readAll(caseId);
    const opened = record && (await decryptReportWithIdentities(record, events, identities[record.handledBy]));
    if (!isDeepStrictEqual(opened?.report.answers, answers)) lost.push(caseId);
    const alert = (await store.outbox.read(caseId))?.value;
    if (alert?.state !== 'posted' || alert.posts.length !== 1) notRecordedOnce.push(standing(caseId, alert));
    const reference = formatCaseId(caseId);
    const posts = connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(reference)).length;
    if (posts === 0) notPosted.push(caseId);
    else postedAgain += posts - 1;
  }
  return { lost, notRecordedOnce, notPosted, postedAgain };
}
