import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { verifyExportCommand } from '../../cli/verify-export.ts';
import { checkExportedCase, parsePublicKey } from '../../cli/exported-case-checks.ts';
import {
  attestationText,
  type ExportedCase,
  exportedCaseSchema,
  serialiseExport,
  exportFileName,
} from '../../core/casework/export-format.ts';
import { caseIdFromBytes } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { createExportSigner } from '../../bot/api/export-signer.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import { now, today } from '../support/contracts/records.ts';
import { createCaseFile } from '../support/tab/case-file.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { createExport, createDecryptedReport, createSigner, type CaseExport } from '../support/tab/case-export.ts';

let folder: string;
let exported: CaseExport;
let sanitised: CaseExport;
beforeAll(async () => {
  folder = createTemporaryFolder();
  exported = await createExport((record) => ({
    what: 'whole',
    opened: createDecryptedReport(record, 'en', 'It happened.'),
  }));
  sanitised = await createExport(() => ({ what: 'sanitised', text: 'It happened.' }), {
    signer: exported.signer,
    happenings: [
      { kind: 'identityOpened', by: { objectId: toPersonId('a-custodian') }, at: now.toISOString() },
      { kind: 'noted', by: { objectId: toPersonId('a-handler') }, at: now.toISOString() },
    ],
  });
  writeFileSync(join(folder, 'case.json'), exported.files.json);
  writeFileSync(join(folder, 'sanitised.json'), sanitised.files.json);
  writeFileSync(join(folder, 'sanitised.pdf'), sanitised.files.pdf);
  writeFileSync(join(folder, 'case.pdf'), exported.files.pdf);
  writeFileSync(join(folder, 'key.txt'), `${exported.signer.publicKey}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await verifyExportCommand((line) => void lines.push(line), args);
  return { code, lines };
}
const file = (name: string) => join(folder, name);
const isFound = async (text: string): Promise<boolean> => {
  const checks = await checkExportedCase(text, { publicKey: parsePublicKey(exported.signer.publicKey) });
  return checks.some(({ result: found }) => found === 'wrong');
};
const parsed = ({ files }: CaseExport): ExportedCase => exportedCaseSchema.parse(JSON.parse(files.json));

describe('npm run verify-export', () => {
  it('finds nothing wrong with what was exported, and says each thing that it looked at', async () => {
    const { code, lines } = await run(
      file('case.json'),
      '--pdf',
      file('case.pdf'),
      '--public-key',
      exported.signer.publicKey,
    );
    expect(code).toBe(0);
    expect(lines).toHaveLength(11);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^yes /u);
  });

  it('says of a sanitised export how many entries of its history are withheld', async () => {
    const { code, lines } = await run(
      file('sanitised.json'),
      '--pdf',
      file('sanitised.pdf'),
      '--public-key',
      exported.signer.publicKey,
    );
    expect(code).toBe(0);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^yes /u);
    expect(lines.join('\n')).toContain('8 entries lead to the signed one.');
    expect(lines.join('\n')).toContain('The history withholds entries: 2.');
  });

  it('says of a sanitised export of an earlier version that nothing shows which text was signed off', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'It happened.' }), {
      signer: exported.signer,
      isOfBefore: true,
    });
    writeFileSync(file('before.json'), files.json);
    const { code, lines } = await run(file('before.json'), '--public-key', exported.signer.publicKey);
    expect([code, lines.filter((line) => line.startsWith('NO'))]).toEqual([4, []]);
    expect(lines.join('\n')).toContain(
      `-   Not known: whether the text is what ${toPersonId('a-colleague')} signed off at`,
    );
    expect(lines.at(-1)).toContain('nothing shows whether its text is the one that was signed off');
  });

  it('holds the files that handlers added against the history: their digests are signed, and each has its entry', async () => {
    const [one, two] = [
      createCaseFile({ name: 'letter.txt' }),
      createCaseFile({ id: 'b2'.repeat(16), isOriginal: true }),
    ];
    const beside = [one, two].map(({ id }) => ({ id, bytes: 65_536 }));
    const at = now.toISOString();
    const by = { objectId: toPersonId('a-handler') };
    const options = {
      signer: exported.signer,
      happenings: [{ kind: 'filesAdded', by, at, files: beside } as const],
    };
    const key = ['--public-key', exported.signer.publicKey];
    const found = async (added: readonly { readonly at: string; readonly files: readonly SealedFile[] }[] = []) => {
      const made = await createExport(
        (record) => ({ what: 'whole', opened: createDecryptedReport(record, 'en', 'It happened.'), added }),
        options,
      );
      writeFileSync(file('added.json'), made.files.json);
      return { made, ...(await run(file('added.json'), ...key)) };
    };
    const both = await found([{ at, files: [one, two] }]);
    expect([both.code, both.lines.length]).toEqual([0, 12]);
    expect(both.lines.join('\n')).toContain('Files that case handlers added, by their lengths and digests: 2.');
    expect(both.lines.join('\n')).toContain('put together: 0.');
    const { content } = parsed(both.made);
    const [{ id: _one, ...first }, { id: _two, ...second }] = [one, two];
    expect(content).toMatchObject({ added: [{ at, files: [first, second] }] });
    // Of a file that is taken for another the digest is signed, in a list of its own.
    writeFileSync(file('added.json'), both.made.files.json.replaceAll(one.digest, 'a'.repeat(43)));
    expect((await run(file('added.json'), ...key)).code).toBe(3);
    const less = await found([{ at, files: [one] }]);
    expect([less.code, less.lines.some((line) => line.includes('put together: 1.'))]).toEqual([0, true]);
    const none = await found();
    expect([none.code, none.lines.some((line) => line.includes('put together: 2.'))]).toEqual([0, true]);
    // What its exporter made up has no entry.
    for (const odd of [
      [{ at: today, files: [one] }],
      [
        { at, files: [one, two] },
        { at, files: [one] },
      ],
    ]) {
      const { code, lines } = await found(odd);
      expect([code, lines.filter((line) => line.startsWith('NO'))]).toEqual([
        3,
        ['NO  A file is named as added by a case handler, but no entry in the history came with it.'],
      ]);
    }
  });

  it.each([
    ['candour-case-SANITISED.json', 'case', 'The name of a file says something else: this is a WHOLE'],
    ['sanitized.json', 'case', 'this is a WHOLE'],
    ['candour whole.json', 'sanitised', 'this is a SANITISED'],
    ['WHOLE-SANITISED.json', 'sanitised', 'this is a SANITISED'],
    ['candour-ABCDEFGHJK.json', 'case', 'This is a WHOLE export'],
    ['a-wholesale-name.json', 'sanitised', 'This is a SANITISED export'],
  ])('says what it is by what is signed, whatever it is called: %s', async (name, what, said) => {
    const isLie = !said.startsWith('This');
    const made = what === 'case' ? exported : sanitised;
    writeFileSync(file(name), made.files.json);
    const { code, lines } = await run(file(name), '--public-key', made.signer.publicKey);
    expect(lines[0]).toContain(said);
    expect(code).toBe(isLie ? 3 : 0);
    expect(lines[0]?.startsWith('NO')).toBe(isLie);
  });

  it('finds a PDF that says another kind in its name, and a file that bears the reference of another case', async () => {
    const { attestation } = parsed(sanitised);
    const others = caseIdFromBytes(new Uint8Array(8).fill(7));
    expect(exportFileName(attestation.caseId, 'sanitised')).toBe(`candour-${attestation.caseId}-SANITISED`);
    writeFileSync(file('candour-WHOLE.pdf'), sanitised.files.pdf);
    writeFileSync(file(`${exportFileName(others, 'sanitised')}.json`), sanitised.files.json);
    const key = ['--public-key', exported.signer.publicKey];
    const named = await run(file('sanitised.json'), '--pdf', file('candour-WHOLE.pdf'), ...key);
    expect([named.code, named.lines[0]]).toEqual([3, expect.stringMatching(/^NO .*this is a SANITISED export/u)]);
    const other = await run(file(`${exportFileName(others, 'sanitised')}.json`), ...key);
    expect([other.code, other.lines[0]]).toEqual([3, expect.stringContaining('says another case')]);
  });

  it('takes the public key from a file as well', async () => {
    const { code, lines } = await run(file('case.json'), '--public-key', file('key.txt'));
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain(
      `The signature is by the public key that you gave, ${exported.signer.fingerprint}.`,
    );
  });

  it('says clearly what it could not look at', async () => {
    const { code, lines } = await run(file('case.json'), '--public-key', exported.signer.publicKey);
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('Not checked: the PDF.');
  });

  it('does not end well without a key to hold the signature against, because anybody can make a whole file', async () => {
    const forged = await createExport(
      (record) => ({ what: 'whole', opened: createDecryptedReport(record, 'en', 'It did not.') }),
      {
        signer: createSigner(),
      },
    );
    writeFileSync(file('forged.json'), forged.files.json);
    for (const name of ['case.json', 'forged.json']) {
      const { code, lines } = await run(file(name));
      expect([name, code]).toEqual([name, 4]);
      expect(lines.join('\n')).toContain('so this shows only that the file is consistent in itself.');
      expect(lines.at(-1)).toContain('the command did not check whose signature it is');
    }
    expect((await run(file('forged.json'), '--public-key', exported.signer.publicKey)).code).toBe(3);
  });

  it('finds another public key, and another PDF', async () => {
    const otherKey = await run(file('case.json'), '--public-key', createSigner().publicKey);
    expect(otherKey.code).toBe(3);
    expect(otherKey.lines.join('\n')).toContain('The signature is by another key than the one that you gave.');
    const otherPdf = await run(file('case.json'), '--pdf', file('case.json'));
    expect(otherPdf.code).toBe(3);
    expect(otherPdf.lines.join('\n')).toContain('The PDF is not the one that was exported');
  });

  it('finds a file that somebody else made whole again and signed', async () => {
    const forger = createSigner();
    const honest = exportedCaseSchema.parse(JSON.parse(exported.files.json));
    const attestation = { ...honest.attestation, place: 'other' as const };
    const forged = serialiseExport({
      ...honest,
      attestation,
      signature: forger.sign(attestation),
      publicKey: forger.publicKey,
    });
    expect(await isFound(forged)).toBe(true);
  });

  it.each([[[]], [['one', 'two']], [['one', '--odd']], [['case.json', '--public-key', 'case.json']]])(
    'ends with a sentence where it is given %j',
    async (args) => {
      const { code, lines } = await run(...args.map((arg) => (arg === 'case.json' ? file(arg) : arg)));
      expect(code).toBe(2);
      expect(lines).toHaveLength(1);
    },
  );

  it('says in a sentence that a file cannot be read, or is no exported case', async () => {
    expect(await run(file('none.json'))).toEqual({
      code: 1,
      lines: ['A file could not be read. Check its name, and that you may read it.'],
    });
    expect((await run(file('case.pdf'))).lines[0]).toBe('NO  The file is not an exported case.');
  });
});

describe('any tampering of an exported file', () => {
  it('of one character is found', async () => {
    for (const { json } of [exported.files, sanitised.files]) {
      const places = fc.nat({ max: json.length - 1 });
      await fc.assert(
        fc.asyncProperty(places, fc.string({ unit: 'binary-ascii', maxLength: 2 }), async (place, put) => {
          const changed = json.slice(0, place) + put + json.slice(place + 1);
          fc.pre(changed !== json);
          expect(await isFound(changed)).toBe(true);
        }),
        { numRuns: 200 },
      );
    }
  });

  it('of any value, written again as Candour writes it, is found by what is signed', async () => {
    const values = fc.constantFrom('2026-11-24', 'other', 'a'.repeat(43), 7, '', true);
    for (const { json } of [exported.files, sanitised.files]) {
      const honest: unknown = JSON.parse(json);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...pathsIn(honest)), values, async (path, value) => {
          const changed = exportedCaseSchema.safeParse(withValue(honest, path, value)).data;
          // What is no exported case any more is refused as such.
          if (changed === undefined) return;
          const text = serialiseExport(changed);
          fc.pre(text !== json);
          expect(await isFound(text)).toBe(true);
        }),
        { numRuns: 700 },
      );
    }
  });

  it('by dropping, doubling or swapping entries of the history is found', async () => {
    for (const honest of [parsed(exported), parsed(sanitised)]) {
      const places = fc.nat({ max: honest.history.length - 1 });
      await fc.assert(
        fc.asyncProperty(places, places, fc.constantFrom('drop', 'double', 'swap', 'cut'), async (one, other, how) => {
          const history = [...honest.history];
          const [a, b] = [history[one], history[other]];
          if (a === undefined || b === undefined) return;
          if (how === 'drop') history.splice(one, 1);
          if (how === 'double') history.splice(other, 0, a);
          if (how === 'cut') history.splice(one);
          if (how === 'swap') {
            fc.pre(one !== other);
            history[one] = b;
            history[other] = a;
          }
          expect(await isFound(serialiseExport({ ...honest, history }))).toBe(true);
        }),
      );
    }
  });
});

describe('the signer', () => {
  it('is there only where a key is set, and says no value where it is none', () => {
    expect(createExportSigner(undefined)).toBeUndefined();
    for (const odd of ['', 'AAAA', Buffer.from('a secret').toString('base64')]) {
      expect(() => createExportSigner(odd)).toThrow('EXPORT_SIGNING_KEY');
    }
    const { attestation } = exportedCaseSchema.parse(JSON.parse(exported.files.json));
    expect(exported.signer.sign(attestation)).toBe(exported.signer.sign({ ...attestation }));
    expect(attestationText(attestation)).toContain('"v":1');
  });
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((inner: unknown, place) => pathsIn(inner, [...path, place]));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
}

function withValue(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((inner: unknown, place) => (place === first ? withValue(inner, rest, put) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === first ? withValue(inner, rest, put) : inner]),
  );
}
