import { base64 } from '@scure/base';
import { draftKeyOf } from '../records/code-keys.ts';
import type { ReturnCode } from '../terms/codes.ts';

/** Padded to a multiple of this many bytes, to hide its length. */
const draftStep = 4096;
export const drawnForDraft = 12;

const keyOf = (code: ReturnCode, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', new Uint8Array(draftKeyOf(code)), 'AES-GCM', false, [use]);

/** AES-256-GCM under the code, in base64; the same in a server and in a browser. */
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
