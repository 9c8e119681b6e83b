import { dayOf } from '../../concerns/calendar.ts';
import { type Attestation, attestationSchema } from '../../concerns/casework/exported-case.ts';
import type { EventRecord } from '../../concerns/event-record.ts';
import type { ExportSigner } from './export-signer.ts';

/** What a page needs beside the content that it holds to make the file that leaves. */
export interface AttestedExport {
  readonly attestation: Attestation;
  readonly signature: string;
  readonly publicKey: string;
  /** The history until and with the export, without seals. */
  readonly events: readonly EventRecord[];
}

function withoutSeals(event: EventRecord): EventRecord {
  const { message, note, ...rest } = event;
  return {
    ...rest,
    ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
    ...(note && { note: { for: note.for, digest: note.digest } }),
  };
}

/**
 * Signs the export that a request left in a case's history: all that is attested is read from there, so that a repeat
 * gets the same. Throws where the history has no export of this request.
 */
export function attestedExport(
  signer: ExportSigner,
  events: readonly EventRecord[],
  request: string,
  timeZone: string,
): AttestedExport {
  const exported = events.find((event) => event.kind === 'exported' && event.request === request);
  if (exported === undefined || typeof exported.by === 'string') throw new Error('no export to attest');
  const { what, place, json, pdf } = exported.detail ?? {};
  const attestation = attestationSchema.parse({
    v: 1,
    caseId: exported.caseId,
    what,
    place,
    exportedOn: dayOf(new Date(exported.at), timeZone),
    by: exported.by.objectId,
    json,
    pdf,
    chain: { sequence: exported.sequence, hash: exported.hash },
  });
  return {
    attestation,
    signature: signer.sign(attestation),
    publicKey: signer.publicKey,
    events: events.slice(0, exported.sequence).map(withoutSeals),
  };
}
