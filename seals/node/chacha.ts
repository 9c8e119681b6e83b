import { createCipheriv, createSecretKey } from 'node:crypto';

/** The tag is at the end. For the key see `hmac`. */
export function chacha(key: Uint8Array, nonce: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', createSecretKey(key), nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
