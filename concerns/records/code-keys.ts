import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { type CaseId, caseIdFromBytes } from '../terms/case-id.ts';
import { drawReturnCode, type ReturnCode } from '../terms/return-code.ts';

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

/** The case reference of a code. Nobody comes back from the reference to the code. */
export const caseIdOf = (code: ReturnCode): CaseId => caseIdFromBytes(derived(code, 'reference', 8));
/** The 32-byte seed of the mailbox's age identity. */
export const mailboxSeedOf = (code: ReturnCode): Uint8Array => derived(code, 'mailbox', 32);
/** The name a draft is stored under, in hexadecimal. */
export const draftIdOf = (code: ReturnCode): string => hex.encode(derived(code, 'draftId', 16));
/** The 32-byte key that a draft is sealed with. */
export const draftKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'draftKey', 32);
/** The 32-byte key that authenticates messages; it stands inside the sealed report as well. */
export const messageKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'messages', 32);
/** The 32-byte key of the tag by which a repeat is told from a changed report. */
export const contentKeyOf = (code: ReturnCode): Uint8Array => derived(code, 'content', 32);
/**
 * The code of a report that stands apart from the one of a code, by a name that whoever adds it gives it: the same name
 * has the same code. Only who holds the first code comes to it.
 */
export const apartCodeOf = (code: ReturnCode, name: string): ReturnCode =>
  drawReturnCode((bytes) => drawn(code, `candour/1/apart code ${name}`, bytes));
