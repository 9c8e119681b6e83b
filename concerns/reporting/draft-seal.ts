import { base64 } from '@scure/base';
import { draftKeyOf } from '../records/code-keys.ts';
import type { ReturnCode } from '../terms/return-code.ts';

/** The size a draft is padded to a multiple of, in bytes: its length says little of what is in it. */
const draftStep = 4096;
/** The bytes that are drawn for each draft, and stand before it. */
export const drawnForDraft = 12;

const keyOf = (code: ReturnCode, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', new Uint8Array(draftKeyOf(code)), 'AES-GCM', false, [use]);

/** The text of a draft, sealed under its code by AES-256-GCM, in base64; the same in a server and in a browser. */
export async function sealDraft(code: ReturnCode, text: string, iv: Uint8Array): Promise<string> {
  const words = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((words.length + 1) / draftStep) * draftStep);
  padded.set(words);
  padded[words.length] = 1;
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(iv) };
  const key = await keyOf(code, 'encrypt');
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, padded));
  const whole = new Uint8Array(iv.length + sealed.length);
  whole.set(iv);
  whole.set(sealed, iv.length);
  return base64.encode(whole);
}

/** The text of a draft, `undefined` where it was not sealed by this code. Never rejects. */
export async function openDraft(code: ReturnCode, sealed: string): Promise<string | undefined> {
  try {
    const bytes = base64.decode(sealed);
    const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, drawnForDraft) };
    const key = await keyOf(code, 'decrypt');
    const padded = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.slice(drawnForDraft)));
    return new TextDecoder().decode(padded.subarray(0, padded.lastIndexOf(1)));
  } catch {
    return undefined;
  }
}
