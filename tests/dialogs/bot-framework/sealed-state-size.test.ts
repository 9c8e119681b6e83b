import { createCipheriv, createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createStateSealer, maxStateTokenLength } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { random } from '../../support/core/open-core.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const foreign = { kind: 'foreign' };
const folder = createTemporaryFolder();
const clock = () => new Date('2026-11-25T08:00:00.000Z');
const store = openSqliteStore(join(folder, 'candour.db'));
const keys = createDayKeyRing({ dayKeys: store.dayKeys, secret: 'a secret of the server, long enough', clock, random });
const carried = createStateSealer({ keys, clock, random });
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const stackWith = (flow: unknown) => ({ dialogStack: [{ id: 'report', state: { flow } }] });
const textOf = (length: number) => Buffer.from(random(length)).toString('base64').slice(0, length);

describe('the size of carried state', () => {
  /** A token as the holder of the key could make one. */
  async function made(plain: Buffer): Promise<string> {
    const { id, key } = await keys.current();
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: id })).toString('base64url');
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12)).setAAD(Buffer.from(header));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    const parts = [Buffer.alloc(12), sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return [header, '', ...parts].join('.');
  }

  it('is small for words, which are deflated, and longer for what cannot be', async () => {
    const words = await carried.seal(stackWith('the officer was there again and again '.repeat(210)), 'person');
    const noise = await carried.seal(stackWith(textOf(8_000)), 'person');
    expect(words.length).toBeLessThan(1_000);
    expect(noise.length).toBeGreaterThan(maxStateTokenLength);
    expect((await carried.open(noise, 'person')).kind).toBe('valid');
  });

  it('is looked at before anything is opened', async () => {
    const token = await carried.seal(stackWith(textOf(20_000)), 'person');
    expect(token.length).toBeGreaterThan(2 * maxStateTokenLength);
    expect(await carried.open(token, 'person')).toEqual(foreign);
  });

  it('is held down where a small token would become a huge state', async () => {
    const { key } = await keys.current();
    const person = createHmac('sha256', key).update('person:person').digest('base64url').slice(0, 22);
    const holding = (length: number) =>
      made(
        Buffer.concat([
          Buffer.of(1),
          deflateRawSync(JSON.stringify({ person, expires: 2e12, state: stackWith('x'.repeat(length)) })),
        ]),
      );
    expect((await carried.open(await holding(100_000), 'person')).kind).toBe('valid');
    const token = await holding(5_000_000);
    expect(token.length).toBeLessThan(2 * maxStateTokenLength);
    expect(await carried.open(token, 'person')).toEqual(foreign);
  });

  it('does not matter where what is inside is no state at all', async () => {
    for (const inside of ['', 'words', '{}', '{"person":"x","expires":1,"state":{}}']) {
      expect(await carried.open(await made(Buffer.concat([Buffer.of(0), Buffer.from(inside)])), 'person')).toEqual(
        foreign,
      );
    }
  });
});
