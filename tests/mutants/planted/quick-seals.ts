import type { Mutant } from '../mutant.ts';

const file = 'tests/seals/node/age-file.test.ts';
const seal = 'tests/seals/node/age-seal.test.ts';
const recipient = 'tests/seals/node/hybrid-recipient.test.ts';

/** Bugs in what the server seals by Node's own cryptography. */
export const inQuickSeals: readonly Mutant[] = [
  {
    name: 'all chunks of a long text have one nonce',
    promise: 'sealed',
    file: 'seals/node/age-file.ts',
    find: 'nonce.writeUInt32BE(at / chunkBytes, 7);',
    put: 'nonce.writeUInt32BE(0, 7);',
    tests: [file],
  },
  {
    name: 'the end of a text may be cut off unseen',
    promise: 'sealed',
    file: 'seals/node/age-file.ts',
    find: 'if (at + chunkBytes >= content.length) nonce[11] = 1;',
    put: 'nonce[11] = 1;',
    tests: [file],
  },
  {
    name: 'a text whose chunks are full has no end',
    promise: 'sealed',
    file: 'seals/node/age-file.ts',
    find: 'at + chunkBytes >= content.length',
    put: 'at + chunkBytes > content.length',
    tests: [file],
  },
  {
    name: 'the key of what is sealed does not hang on its nonce',
    promise: 'sealed',
    file: 'seals/node/age-file.ts',
    find: 'derived(fileKey, nonce, payloadLabel)',
    put: 'derived(fileKey, noSalt, payloadLabel)',
    tests: [file],
  },
  {
    name: 'every seal has the same key',
    promise: 'sealed',
    file: 'seals/node/age-seal.ts',
    find: 'const fileKey = randomBytes(16);',
    put: 'const fileKey = randomBytes(16).fill(7);',
    tests: [seal],
  },
  {
    name: 'every seal has the same nonce',
    promise: 'sealed',
    file: 'seals/node/age-seal.ts',
    find: 'nonce: randomBytes(16)',
    put: 'nonce: randomBytes(16).fill(7)',
    tests: [seal],
  },
  {
    name: 'what is sealed was overwritten before',
    promise: 'sealed',
    file: 'seals/node/age-seal.ts',
    find: '  const fileKey = randomBytes(16);\n',
    put: '  const fileKey = randomBytes(16);\n  padded.fill(0);\n',
    tests: [seal],
  },
  {
    name: 'a key is wrapped under a name that is not of age',
    promise: 'sealed',
    file: 'seals/node/hybrid-recipient.ts',
    find: "extract(noSalt, 'info_hash', info)",
    put: "extract(noSalt, 'info_hash', none)",
    tests: [recipient],
  },
];
