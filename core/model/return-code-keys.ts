import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { type CaseId, caseIdFromBytes, drawReturnCode, type ReturnCode } from './codes.ts';

const labels = {
  reference: 'candour/1/case reference',
  mailbox: 'candour/1/mailbox identity',
  draftId: 'candour/1/draft id',
  draftKey: 'candour/1/draft key',
  messages: 'candour/1/message authentication',
  content: 'candour/1/content tag',
} as const;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** HKDF without a salt, the same in a server and in a browser. */
const drawn = (code: ReturnCode, label: string, bytes: number): Uint8Array =>
  hkdf(sha256, bytesOf(code), new Uint8Array(0), bytesOf(label), bytes);
const derived = (code: ReturnCode, label: keyof typeof labels, bytes: number): Uint8Array =>
  drawn(code, labels[label], bytes);

/** The reference does not lead back to the code. */
export const caseIdOf = (code: ReturnCode): CaseId => caseIdFromBytes(derived(code, 'reference', 8));
/** 32 bytes. */
export const mailboxSeedOf = (code: ReturnCode): Uint8Array => derived(code, 'mailbox', 32);
export const draftIdOf = (code: ReturnCode): string => hex.encode(derived(code, 'draftId', 16));
export const draftKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'draftKey', 32);
/** Authenticates messages; it is inside the sealed report as well. 32 bytes. */
export const messageKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'messages', 32);
/** The key of the content tag, 32 bytes. */
export const contentKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'content', 32);
/** The same name gives the same code. Only the holder of the first code can derive it. */
export const apartCodeOf = (code: ReturnCode, name: string): ReturnCode =>
  drawReturnCode((bytes) => drawn(code, `candour/1/apart code ${name}`, bytes));
