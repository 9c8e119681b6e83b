import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { type EventRecord, type NewEvent, nextEvent } from '../../../core/model/event-record.ts';
import { createCase, createAlert, firstEvent } from '../contracts/records.ts';
import type { RunningBot } from './running-bot.ts';
import { tenantId } from './bot-settings.ts';

interface Beside {
  /** How its alert differs from one that waits. */
  readonly alert?: Partial<AlertRecord>;
  /** What stands in its history after it was received. */
  readonly later?: readonly NewEvent[];
}

/**
 * Stores a case in a bot's store in whatever state it is given, without going there step by step: new if nothing is
 * given, else acknowledged, closed, of the reserve, and so on.
 */
export async function saveCase(
  bot: Pick<RunningBot, 'store'>,
  differences: Partial<CaseRecord> = {},
  { alert, later = [] }: Beside = {},
): Promise<CaseRecord> {
  const record = createCase({ tenantId, ...differences });
  const first = firstEvent(record.caseId);
  const events = later.reduce<readonly EventRecord[]>(
    (chain, event) => [...chain, nextEvent(record.caseId, chain.at(-1) ?? first, event)],
    [first],
  );
  const last = events.at(-1) ?? first;
  const stored = { ...record, ...(later.length > 0 && { chain: { sequence: last.sequence, hash: last.hash } }) };
  const beside = createAlert(record.caseId, { handledBy: record.handledBy, ...alert });
  await bot.store().cases.create(stored, beside, events);
  return stored;
}
