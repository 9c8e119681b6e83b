import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { type CaseId, caseIdFromBytes } from './case-id.ts';
import { generateReturnCode, type ReturnCode } from './return-code.ts';

const labels = {
  reference: 'candour/1/case reference',
  mailbox: 'candour/1/mailbox identity',
  draftId: 'candour/1/draft id',
  draftKey: 'candour/1/draft key',
  messages: 'candour/1/message authentication',
  content: 'candour/1/content tag',
} as const;

const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** HKDF without a salt, the same in a server and in a browser. */
const deriveFromLabel = (code: ReturnCode, label: string, bytes: number): Uint8Array =>
  hkdf(sha256, utf8Bytes(code), new Uint8Array(0), utf8Bytes(label), bytes);
const deriveKey = (code: ReturnCode, label: keyof typeof labels, bytes: number): Uint8Array =>
  deriveFromLabel(code, labels[label], bytes);

/** The reference does not lead back to the code. */
export const deriveCaseId = (code: ReturnCode): CaseId => caseIdFromBytes(deriveKey(code, 'reference', 8));
/** 32 bytes. */
export const deriveMailboxSeed = (code: ReturnCode): Uint8Array => deriveKey(code, 'mailbox', 32);
export const deriveDraftId = (code: ReturnCode): string => hex.encode(deriveKey(code, 'draftId', 16));
export const deriveDraftKey = (code: ReturnCode): Uint8Array => deriveKey(code, 'draftKey', 32);
/** Authenticates messages; the sealed report holds it as well. 32 bytes. */
export const deriveMessageKey = (code: ReturnCode): Uint8Array => deriveKey(code, 'messages', 32);
/** 32 bytes. */
export const deriveContentTagKey = (code: ReturnCode): Uint8Array => deriveKey(code, 'content', 32);
/** The same name gives the same code. Only the holder of the first code can derive it. */
export const deriveSeparateCode = (code: ReturnCode, name: string): ReturnCode =>
  generateReturnCode((bytes) => deriveFromLabel(code, `candour/1/apart code ${name}`, bytes));
