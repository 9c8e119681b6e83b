import type { CaseRecord } from '../../concerns/case-record.ts';
import type { EventRecord } from '../../concerns/event-record.ts';
import { isGenuine, type SealedMessage, sealedMessageSchema } from '../../concerns/sealed-message.ts';
import {
  type Identity,
  type SealedReport,
  sealedIdentitySchema,
  sealedReportSchema,
} from '../../concerns/sealed-report.ts';
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
  const report = sealedReportSchema.safeParse(JSON.parse(await openSealed(record.sealedReport, identities))).data;
  if (report === undefined || !belongsTo(record, report)) throw new MovedSealError();

  const sealedIdentity = record.sealedIdentity && (await openable(record.sealedIdentity, identities));
  const identity = sealedIdentity ? sealedIdentitySchema.parse(JSON.parse(sealedIdentity)) : undefined;
  if (identity && !belongsTo(record, identity)) throw new MovedSealError();

  const key = Buffer.from(report.messageKey, 'base64url');
  const written = events.filter((event) => event.kind === 'messageFromReporter');
  const additions: SealedMessage[] = [];
  for (const event of written) {
    const text = event.message && (await openSealed(event.message.sealed, identities).catch(() => undefined));
    const message = text === undefined ? undefined : sealedMessageSchema.safeParse(JSON.parse(text)).data;
    const expected = message?.caseId === record.caseId && message.direction === 'fromReporter';
    if (message && expected && message.number === additions.length + 1 && isGenuine(key, message))
      additions.push(message);
  }
  return { report, identity: identity?.identity, additions, doubtful: written.length - additions.length };
}
