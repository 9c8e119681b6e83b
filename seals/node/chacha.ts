import { createCipheriv, createSecretKey } from 'node:crypto';

/** ChaCha20-Poly1305 of one content under one nonce of 12 bytes, its tag behind it. The key goes in as in `hmac`. */
export function chacha(key: Uint8Array, nonce: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', createSecretKey(key), nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
