import type { z } from 'zod';
import type { CaseRecord } from '../../concerns/case-record.ts';
import type { EventRecord } from '../../concerns/event-record.ts';
import { isGenuine, type SealedMessage, sealedMessageSchema } from '../../concerns/sealed-message.ts';
import {
  type Identity,
  isIdentityOf,
  type SealedReport,
  sealedIdentitySchema,
  sealedReportSchema,
} from '../../concerns/sealed-report.ts';
import { isWholeHistory } from '../../concerns/whole-history.ts';
import { openSealed } from '../../storage/open-seal.ts';
import { SealError } from '../../storage/seal-error.ts';

/** A report as somebody who holds a key reads it. */
export interface OpenedReport {
  readonly report: SealedReport;
  /** Missing where the way of reporting keeps none, or where only others can open it. */
  readonly identity: Identity | undefined;
  /** What was added since, in its order; only what the holder of the return code wrote. */
  readonly additions: readonly SealedMessage[];
  /** How many messages are not genuine, repeated or missing. Not one of them is shown. */
  readonly doubtful: number;
  /** Whether the case's history is the one that was written: no entry was changed, dropped or added since. */
  readonly historyIsWhole: boolean;
}

/** A seal that opened, but belongs to another case or says something else than the record beside it. */
export class MovedSealError extends Error {
  constructor() {
    super('What was opened belongs to another case, or its record was changed. Tell the operators: do not rely on it.');
    this.name = 'MovedSealError';
  }
}

/** The words of a seal, `undefined` where these identities cannot open it. */
const openable = (sealed: string, identities: readonly string[]): Promise<string | undefined> =>
  openSealed(sealed, identities).catch((error: unknown) => {
    if (error instanceof SealError && error.code === 'notForThisIdentity') return undefined;
    throw error;
  });

/** What stands in a seal's words, `undefined` where it is not of that form: anybody can seal anything to a public key. */
function readAs<T>(schema: z.ZodType<T>, words: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

function belongsTo(record: CaseRecord, inside: Pick<SealedReport, 'caseId' | 'mode' | 'receivedOn'>): boolean {
  return inside.caseId === record.caseId && inside.mode === record.mode && inside.receivedOn === record.receivedOn;
}

/**
 * Opens a case on the machine of somebody who holds a key. Throws SealError where the identities cannot open the
 * report or it is damaged, MovedSealError where a seal was put beside another case.
 */
export async function openReport(
  record: CaseRecord,
  events: readonly EventRecord[],
  identities: readonly string[],
): Promise<OpenedReport> {
  const report = readAs(sealedReportSchema, await openSealed(record.sealedReport, identities));
  if (report === undefined || !belongsTo(record, report)) throw new MovedSealError();

  const sealedIdentity = record.sealedIdentity && (await openable(record.sealedIdentity, identities));
  const identity = sealedIdentity === undefined ? undefined : readAs(sealedIdentitySchema, sealedIdentity);
  const key = Buffer.from(report.messageKey, 'base64url');
  const hasMoved =
    identity === undefined
      ? sealedIdentity !== undefined
      : !belongsTo(record, identity) || !isIdentityOf(key, identity);
  if (hasMoved) throw new MovedSealError();

  const written = events.filter((event) => event.kind === 'messageFromReporter');
  const additions: SealedMessage[] = [];
  for (const event of written) {
    const text = event.message && (await openSealed(event.message.sealed, identities).catch(() => undefined));
    const message = text === undefined ? undefined : readAs(sealedMessageSchema, text);
    const expected = message?.caseId === record.caseId && message.direction === 'fromReporter';
    if (message && expected && message.number === additions.length + 1 && isGenuine(key, message))
      additions.push(message);
  }
  return {
    report,
    identity: identity?.identity,
    additions,
    doubtful: written.length - additions.length,
    historyIsWhole: isWholeHistory(record.caseId, record.chain, events),
  };
}
