import { dayOf } from '../../concerns/terms/calendar.ts';
import {
  type Attestation,
  attestationSchema,
  digestOfHistory,
  type ExportedEntry,
  exportedHistory,
} from '../../concerns/casework/exported-case.ts';
import { cameOf, type SentRequest } from '../../concerns/casework/repeats.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { ExportSigner } from './export-signer.ts';

/** Needed by a page beside its content to make the exported file. */
export interface AttestedExport {
  readonly attestation: Attestation;
  readonly signature: string;
  readonly publicKey: string;
  /** Up to and with the export. */
  readonly history: readonly ExportedEntry[];
}

/**
 * Signs the export that a request left in a case's history, and reads all of it from there: a repeat gets the same.
 * Throws if the history has no such export.
 */
export function attestedExport(
  signer: ExportSigner,
  events: readonly EventRecord[],
  sent: Pick<SentRequest, 'request' | 'by'>,
  timeZone: string,
): AttestedExport {
  const exported = events.find((event) => cameOf(event, { ...sent, leaves: ['exported'] }));
  if (exported === undefined || typeof exported.by === 'string') throw new Error('no export to attest');
  const { what, log, of, place, json, pdf } = exported.detail ?? {};
  if (what === undefined) throw new Error('no export to attest');
  const history = exportedHistory(what, events.slice(0, exported.sequence));
  const attestation = attestationSchema.parse({
    v: 1,
    caseId: exported.caseId,
    what,
    ...(log && { log }),
    ...(of !== undefined && { of }),
    place,
    exportedOn: dayOf(new Date(exported.at), timeZone),
    by: exported.by.objectId,
    json,
    pdf,
    history: digestOfHistory(history),
    chain: { sequence: exported.sequence, hash: exported.hash },
  });
  return { attestation, signature: signer.sign(attestation), publicKey: signer.publicKey, history };
}
