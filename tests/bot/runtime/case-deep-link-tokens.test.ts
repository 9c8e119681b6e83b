import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createCaseDeepLinkTokens } from '../../../bot/runtime/case-deep-link-tokens.ts';
import { caseDeepLink } from '../../../contract/deep-links.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createMovableClock } from '../../support/journeys/movable-clock.ts';

const secret = 'a secret of the tests that is long enough';
const dayMs = 24 * 3_600_000;
const clock = createMovableClock();
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const pointers = createCaseDeepLinkTokens({ secret, clock: clock.now, random });
const caseId = newCaseId();

const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

describe('a pointer to a case', () => {
  it('is followed by every server with the secret, also after it was changed, and by no other', () => {
    const made = pointers.create(caseId);
    const follow = (by: Partial<Parameters<typeof createCaseDeepLinkTokens>[0]>) =>
      createCaseDeepLinkTokens({ secret, clock: clock.now, random, ...by }).resolve(made);
    expect(follow({})).toBe(caseId);
    expect(follow({ secret: 'another secret, which came after it', secretBefore: secret })).toBe(caseId);
    expect(follow({ secret: 'another secret, which came after it' })).toBeUndefined();
  });

  it('is followed for its month after the secret that made it has left the settings, whatever it was changed to since', async () => {
    const store = openSqliteStore(join(folder, 'candour.db'));
    const started = async (of: { readonly secret: string; readonly secretBefore?: string }) => {
      const server = createCaseDeepLinkTokens({ ...of, dayKeys: store.dayKeys, clock: clock.now, random });
      await server.load();
      return server;
    };
    const [second, third] = ['a second secret that is long enough too', 'a third secret that is long enough as well'];
    const [made, begun] = [pointers.create(caseId), clock.now().getTime()];
    const daysOn = () => (clock.now().getTime() - begun) / dayMs;
    await started({ secret: second, secretBefore: secret });
    // Started once more: what is kept stands.
    await started({ secret: second, secretBefore: secret });
    clock.forward(2 * dayMs);
    const without = await started({ secret: second });
    expect(without.resolve(made)).toBe(caseId);
    const ofSecond = without.create(caseId);
    clock.forward(3 * dayMs);
    await started({ secret: third, secretBefore: second });
    clock.forward(2 * dayMs);
    const last = await started({ secret: third });
    expect([last.resolve(made), last.resolve(ofSecond)]).toEqual([caseId, caseId]);
    // A server that has never had the secret, or one of a stranger, follows none.
    expect((await started({ secret: 'another secret, which came after it' })).resolve(made)).toBeUndefined();
    while (daysOn() < 31) {
      clock.forward(dayMs);
      const now = clock.now().toISOString().slice(0, 10);
      await store.dayKeys.removeBefore(now);
    }
    expect([last.resolve(made), (await started({ secret: third })).resolve(made)]).toEqual([caseId, caseId]);
    clock.forward(2 * dayMs);
    expect((await started({ secret: third })).resolve(made)).toBeUndefined();
    // What is kept holds no secret and none of their keys in clear, and is destroyed with its last month.
    clock.forward(100 * dayMs);
    await store.dayKeys.removeBefore(clock.now().toISOString().slice(0, 10));
    await store.close();
    const database = new DatabaseSync(join(folder, 'candour.db'));
    expect(database.prepare('SELECT count(*) AS keys FROM day_keys').get()?.['keys']).toBe(0);
    database.close();
  });

  it('goes on where what is kept of before was changed by somebody', async () => {
    const store = openSqliteStore(join(folder, 'changed.db'));
    const other = {
      secret: 'a second secret that is long enough too',
      dayKeys: store.dayKeys,
      clock: clock.now,
      random,
    };
    const made = pointers.create(caseId);
    await createCaseDeepLinkTokens({ ...other, secretBefore: secret }).load();
    const database = new DatabaseSync(join(folder, 'changed.db'));
    database.exec("UPDATE day_keys SET wrapped = 'bm90aGluZw=='");
    database.close();
    const server = createCaseDeepLinkTokens(other);
    await server.load();
    expect(server.resolve(made)).toBeUndefined();
    expect(server.resolve(server.create(caseId))).toBe(caseId);
    await store.close();
  });

  it('says nothing, and is another each time', () => {
    const made = Array.from({ length: 100 }, () => pointers.create(caseId));
    expect(new Set(made).size).toBe(100);
    expect(new Set(made.map((one) => one.slice(0, 6))).size).toBe(100);
    for (const one of made) {
      expect(one).toMatch(/^[\w-]{40,120}$/u);
      expect(one).not.toContain(caseId);
      expect(Buffer.from(one, 'base64url').includes(caseId)).toBe(false);
    }
    expect(new Set(made.map(({ length }) => length)).size).toBe(1);
  });

  it('is good for a month', () => {
    const made = pointers.create(caseId);
    clock.forward(31 * dayMs);
    expect(pointers.resolve(made)).toBe(caseId);
    clock.forward(dayMs);
    expect(pointers.resolve(made)).toBeUndefined();
  });

  it('that was changed, cut or made up leads nowhere', () => {
    const made = pointers.create(caseId);
    for (let place = 0; place < made.length; place += 1) {
      const changed = `${made.slice(0, place)}${made[place] === 'A' ? 'Q' : 'A'}${made.slice(place + 1)}`;
      // The last bits of base64 may mean nothing.
      if (!Buffer.from(changed, 'base64url').equals(Buffer.from(made, 'base64url')))
        expect(pointers.resolve(changed)).toBeUndefined();
      expect(pointers.resolve(made.slice(0, place))).toBeUndefined();
    }
    for (const odd of ['', 'nothing', caseId, '....', 'A'.repeat(200), '\u0000']) {
      expect(pointers.resolve(odd)).toBeUndefined();
    }
  });

  it('is found again in what a link gives a page, and in nothing else', () => {
    const made = pointers.create(caseId);
    expect(caseDeepLink.parsePointer(caseDeepLink.toSubPage(made))).toBe(made);
    for (const odd of [undefined, '', 'at:', `case:${caseId}`, 'at:<b>', `at:${'A'.repeat(201)}`, 'cases'])
      expect(caseDeepLink.parsePointer(odd)).toBeUndefined();
  });
});
