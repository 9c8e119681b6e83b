import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { identityText, wrapIdentityText } from '../../crypto/node/identity-file.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { newCaseId } from '../support/contracts/records.ts';
import { createSealedFile } from '../support/files/sealed-file.ts';
import { nodeArguments } from '../support/npm-script.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

// Each run is a process of its own, in a folder without settings or a store.

const passphrase = 'correct horse battery staple, made up';
const words = 'Geiriau a wnaed i fyny: œ, 😀 and a second line\nof made-up words';
let folder: string;
let recipient: string;
let identities: Readonly<Record<'group' | 'other', string>>;
beforeAll(async () => {
  folder = createTemporaryFolder();
  identities = { group: await generateHybridIdentity(), other: await generateHybridIdentity() };
  recipient = await identityToRecipient(identities.group);
  const text = identityText(identities.group, 'made up');
  writeFileSync(at('group.key'), `# public key: ${recipient}\n${identities.group}\n`);
  writeFileSync(at('other.key'), `${identities.other}\n`);
  writeFileSync(at('wrapped.identity.age'), await wrapIdentityText(text, { passphrase }));
  const holders = [await identityToRecipient(identities.other)];
  writeFileSync(at('held.identity.age'), await wrapIdentityText(text, { holders }));
  writeFileSync(at('passphrase'), `${passphrase}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

interface Ended {
  readonly code: number;
  readonly said: Buffer;
  readonly complained: string;
}

const decrypt = (args: readonly string[], input?: string | Uint8Array): Promise<Ended> =>
  new Promise((settle) => {
    const asked = [...nodeArguments(packageJson.scripts.decrypt), ...args];
    const options = { cwd: folder, env: childEnvironment, encoding: 'buffer' } as const;
    const child = execFile(process.execPath, asked, options, (error, said, complained) =>
      settle({ code: error ? Number(error.code) : 0, said, complained: complained.toString('utf8') }),
    );
    child.stdin?.end(input);
  });

async function encrypt(plain: string | Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return await encrypter.encrypt(plain);
}

const byGroup = ['--identity', 'group.key'];

describe('npm run decrypt', () => {
  it('opens a post-quantum age file, plain or armoured, from a file or a pipe, to the same bytes', async () => {
    const plain = randomBytes(70_000);
    const sealed = await encrypt(plain);
    writeFileSync(at('sealed.age'), sealed);
    writeFileSync(at('armoured.age'), `\n${armor.encode(sealed)}\n`);
    expect(sealed.subarray(0, 60).toString()).not.toEqual(plain.subarray(0, 60).toString());
    for (const asked of [['sealed.age'], ['armoured.age']]) {
      expect(await decrypt([...asked, ...byGroup])).toEqual({ code: 0, said: plain, complained: '' });
    }
    expect(await decrypt(['-', ...byGroup], sealed)).toEqual({ code: 0, said: plain, complained: '' });
  });

  it('opens a sealed text as a store holds it, without its padding', async () => {
    writeFileSync(at('seal.txt'), `${await sealText(words, [recipient])}\n`);
    const { code, said } = await decrypt(['seal.txt', ...byGroup]);
    expect([code, said.toString('utf8')]).toEqual([0, words]);
  });

  it('opens the parts of a sealed file in the order of their numbers, without its header and padding', async () => {
    const content = randomBytes(11_500_000);
    const file = await createSealedFile(newCaseId(), [recipient], content);
    expect(file.parts).toBeGreaterThan(10);
    mkdirSync(at('parts'));
    for (let part = 0; part < file.parts; part += 1) writeFileSync(at(`parts/${part}`), file.part(part));
    const made = await decrypt(['parts', ...byGroup, '--out', 'content.bin']);
    expect(made).toMatchObject({ code: 0, complained: '' });
    expect(readFileSync(at('content.bin')).equals(content)).toBe(true);
    expect(statSync(at('content.bin')).mode & 0o777).toBe(0o600);
    rmSync(at('parts/3'));
    expect(await decrypt(['parts', ...byGroup])).toMatchObject({ code: 1, said: Buffer.alloc(0) });
  });

  it('opens each seal of exported records that this key opens, and counts the others', async () => {
    const other = await identityToRecipient(identities.other);
    const mine = { caseId: 'AAAAAAAAAA', report: await sealText(words, [recipient, other]), chain: 'c2VhbGVk' };
    const records = [mine, { ...mine, report: await sealText('for others', [other]), list: [1, null, [mine.report]] }];
    writeFileSync(at('cases.ndjson'), records.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const { code, said, complained } = await decrypt(['cases.ndjson', ...byGroup]);
    expect([code, complained]).toEqual([0, 'Decrypted: 2. Encrypted to other keys: 1. Damaged: 0.\n']);
    const lines = said.toString('utf8').trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { ...mine, report: words },
      { ...records[1], list: [1, null, [words]] },
    ]);
    const [start, end] = [mine.report.slice(0, -12), mine.report.slice(-8)];
    writeFileSync(at('damaged.json'), JSON.stringify([mine.report, `${start}AAAA${end}`]));
    expect(await decrypt(['damaged.json', ...byGroup])).toMatchObject({
      code: 3,
      complained: 'Decrypted: 1. Encrypted to other keys: 0. Damaged: 1.\n',
    });
    expect(await decrypt(['cases.ndjson', '--identity', 'passphrase'])).toMatchObject({ code: 1 });
  });

  it('takes a key that is wrapped in a passphrase or for its holder', async () => {
    const wrapped = ['--identity', 'wrapped.identity.age'];
    writeFileSync(at('short.age'), await encrypt(words));
    const right = await decrypt(['short.age', ...wrapped, '--passphrase-file', 'passphrase']);
    expect([right.code, right.said.toString('utf8')]).toEqual([0, words]);
    const asked = await decrypt(['short.age', ...wrapped]);
    expect(asked).toMatchObject({ code: 1, complained: expect.stringContaining('no terminal') });
    writeFileSync(at('wrong'), 'another passphrase\n');
    const wrong = await decrypt(['short.age', ...wrapped, '--passphrase-file', 'wrong']);
    expect(wrong).toMatchObject({ code: 1, complained: 'The passphrase does not open the key.\n' });
    const held = await decrypt(['short.age', '--identity', 'held.identity.age', '--personal', 'other.key']);
    expect([held.code, held.said.toString('utf8')]).toEqual([0, words]);
  });

  it('shows no key, and nothing of what is sealed to others, cut short, changed or something else', async () => {
    const nothing = Buffer.alloc(0);
    const asked = ['held.identity.age', '--identity', 'other.key'];
    expect(await decrypt(asked)).toMatchObject({
      code: 1,
      said: nothing,
      complained: expect.stringContaining('is a private key'),
    });
    const sealed = await encrypt(randomBytes(200_000));
    const changed = Uint8Array.from(sealed);
    changed[sealed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const others: readonly (readonly [string | Uint8Array, readonly string[], string])[] = [
      [sealed, ['--identity', 'other.key'], 'It is not encrypted to this key.\n'],
      [sealed.subarray(0, 150_000), byGroup, 'cut short or changed, or is something else.\n'],
      [changed, byGroup, 'cut short or changed, or is something else.\n'],
      ['a letter', byGroup, 'cut short or changed, or is something else.\n'],
      ['', byGroup, 'cut short or changed, or is something else.\n'],
      ['{"half":', byGroup, 'cut short or changed, or is something else.\n'],
      [randomBytes(5_000), byGroup, 'cut short or changed, or is something else.\n'],
    ];
    for (const [input, key, why] of others) {
      const { code, said, complained } = await decrypt(['-', ...key], input);
      expect([code, said]).toEqual([1, nothing]);
      expect(complained).toContain(why);
    }
  });

  it('writes over nothing, and says how it is called where it was not understood', async () => {
    writeFileSync(at('kept.age'), await encrypt(words));
    const out = await decrypt(['kept.age', ...byGroup, '--out', 'kept.age']);
    expect(out).toMatchObject({ code: 1, complained: expect.stringContaining('exists already') });
    for (const args of [[], ['kept.age'], ['kept.age', 'kept.age', ...byGroup], ['kept.age', '--key', 'group.key']]) {
      const { code, said } = await decrypt(args);
      expect([code, said.toString('utf8')]).toEqual([2, expect.stringContaining('npm run decrypt -- <sealed>')]);
    }
    expect(await decrypt(['nowhere.age', ...byGroup])).toMatchObject({
      code: 1,
      complained: 'nowhere.age does not exist.\n',
    });
  });
});
