import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import {
  type Attestation,
  attestationSchema,
  attestationText,
  exportedHistoryDigest,
  type ExportedEntry,
  toExportedHistory,
} from '../../core/casework/export-format.ts';
import { SettingsError } from '../config/settings-errors.ts';
import { toDay } from '../../core/model/calendar.ts';
import { isSameRequest, type IdempotentRequest } from '../../core/casework/retry-on-conflict.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import { fingerprintDigits, formatFingerprint } from '../../core/model/public-keys.ts';

export interface ExportSigner {
  /** Over the attestation's canonical JSON, in base64url. */
  sign(attestation: Attestation): string;
  /** SPKI DER in base64. */
  readonly publicKey: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the public key's DER. */
  readonly fingerprint: string;
}

function parsePrivateKey(setting: string): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(setting, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The error may hold a part of the key.
  }
  throw new SettingsError(['EXPORT_SIGNING_KEY']);
}

/** `undefined` without EXPORT_SIGNING_KEY. Throws SettingsError if it is no such key. */
export function createExportSigner(setting: string | undefined): ExportSigner | undefined {
  if (setting === undefined) return undefined;
  const key = parsePrivateKey(setting);
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    sign: (attestation) => sign(null, Buffer.from(attestationText(attestation)), key).toString('base64url'),
    publicKey: der.toString('base64'),
    fingerprint: derFingerprint(der),
  };
}

interface AttestedExport {
  readonly attestation: Attestation;
  readonly signature: string;
  readonly publicKey: string;
  readonly history: readonly ExportedEntry[];
}

/** Signs a request's export from the case's history alone: a repeat gets the same. Throws if there is none. */
export function attestExport(
  signer: ExportSigner,
  events: readonly EventRecord[],
  sent: Pick<IdempotentRequest, 'request' | 'by'>,
  timeZone: string,
): AttestedExport {
  const exported = events.find((event) => isSameRequest(event, { ...sent, eventKinds: ['exported'] }));
  if (exported === undefined || typeof exported.by === 'string') throw new Error('no export to attest');
  const { what, log, of, place, json, pdf } = exported.detail ?? {};
  if (what === undefined) throw new Error('no export to attest');
  const history = toExportedHistory(what, events.slice(0, exported.sequence));
  const attestation = attestationSchema.parse({
    v: 1,
    caseId: exported.caseId,
    what,
    ...(log && { log }),
    ...(of !== undefined && { of }),
    place,
    exportedOn: toDay(new Date(exported.at), timeZone),
    by: exported.by.objectId,
    json,
    pdf,
    history: exportedHistoryDigest(history),
    chain: { sequence: exported.sequence, hash: exported.hash },
  });
  return { attestation, signature: signer.sign(attestation), publicKey: signer.publicKey, history };
}

/** 32 hexadecimal digits of the SHA-256 of the DER, in groups of four. */
export const derFingerprint = (der: Uint8Array): string =>
  formatFingerprint(createHash('sha256').update(der).digest('hex').slice(0, fingerprintDigits));
