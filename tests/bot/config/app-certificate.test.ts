import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCertificateWatch } from '../../../bot/runtime/certificate-watch.ts';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import { readCertificate } from '../../../bot/config/app-certificate.ts';
import { checkCertificate } from '../../../bot/config/setting-formats.ts';
import { writeCertificateFile, type TestCertificate, createAppCertificate } from '../../fakes/app-certificate.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const dayMs = 24 * 60 * 60_000;
const now = new Date('2026-11-02T09:00:00Z');

let folder: string;
let made: TestCertificate;
let other: TestCertificate;
let elliptic: TestCertificate;
beforeAll(async () => {
  folder = createTemporaryFolder();
  [made, other, elliptic] = await Promise.all([
    createAppCertificate({ from: now, days: 100 }),
    createAppCertificate({ from: now }),
    createAppCertificate({ from: now, keyType: 'ec' }),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (content: string): string => {
  writeFileSync(`${folder}/bot.pem`, content);
  return `${folder}/bot.pem`;
};

describe('the file of a certificate', () => {
  it('is read in any order, its own certificate first', () => {
    for (const parts of [
      [made.key, made.cert, made.authority],
      [made.authority, made.cert, made.key],
    ]) {
      const read = readCertificate(file(parts.join('\n')), now);
      if (typeof read === 'string') throw new Error(read);
      expect(read.chain.map((one) => one.subject)).toEqual(['CN=candour.example.org', 'CN=Authority of a force']);
      expect(read.expiresAt.getTime()).toBeGreaterThan(now.getTime() + 99 * dayMs);
    }
  });

  it.each<[string, () => string]>([
    ['does not exist, or that this account may not read', () => `${folder}/nowhere.pem`],
    ['without a certificate', () => file(made.key)],
    ['without a certificate', () => file('value-that-must-not-be-said')],
    ['without a private key', () => file(made.cert)],
    [
      'needs a passphrase',
      () => file(`${made.cert}\n-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----`),
    ],
    ['belongs to none of its certificates', () => file(`${made.cert}\n${other.key}`)],
    ['is not RSA', () => file(`${elliptic.cert}\n${elliptic.key}`)],
  ])('that %s is told so', (expected, path) => {
    const said = checkCertificate(path(), now);
    expect(said).toContain(expected.split(',')[0]);
    expect(said).not.toContain(folder);
  });

  it('that has ended, or is not valid yet, is told so', () => {
    const path = writeCertificateFile(`${folder}/dated.pem`, made);
    const at = (days: number) => checkCertificate(path, new Date(now.getTime() + days * dayMs));
    expect(at(-3)).toContain('is not valid yet');
    expect(at(0)).toBeUndefined();
    expect(at(101)).toContain('has expired');
  });
});

describe('a watch over a certificate', () => {
  it('tells the log once a day from six weeks before its end on, and not while it holds', async () => {
    const path = writeCertificateFile(`${folder}/watched.pem`, made);
    const logged: LogEvent[] = [];
    let at = now.getTime();
    const watch = createCertificateWatch({ path, clock: () => new Date(at), log: (event) => logged.push(event) });
    await watch.look();
    expect([watch.ends(), logged]).toEqual([false, []]);
    at += 58 * dayMs + 1_000;
    for (let hour = 0; hour < 24; hour += 1) {
      await watch.look();
      at += 60 * 60_000;
    }
    expect([watch.ends(), logged]).toEqual([true, [{ event: 'certificateEnds', daysLeft: 41 }]]);
    at += 60 * dayMs;
    await watch.look();
    expect(logged.at(-1)).toEqual({ event: 'certificateEnds', daysLeft: 0 });
    writeCertificateFile(path, await createAppCertificate({ from: new Date(at) }));
    await watch.look();
    expect([watch.ends(), logged.length]).toEqual([false, 2]);
  });

  it('over no certificate says nothing', async () => {
    const logged: LogEvent[] = [];
    const watch = createCertificateWatch({ path: undefined, clock: () => now, log: (event) => logged.push(event) });
    await watch.look();
    expect([watch.ends(), logged]).toEqual([false, []]);
  });
});
