import { beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createSealedTokens, type TokenUse } from '../../../bot/partners/sealed-tokens.ts';
import { createStateSealer } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { random } from '../../support/core/open-core.ts';
import { setUpSqliteStore } from '../../support/storage/set-up-store.ts';

const morning = Date.parse('2026-11-25T08:00:00.000Z');
const minuteMs = 60_000;
const uses: readonly TokenUse[] = ['session', 'passkey.make', 'signIn.passkey'];
const store = setUpSqliteStore();
let now: number;
beforeEach(() => {
  now = morning;
});

const clock = () => new Date(now);
const ringOf = (secret = 'a secret of the server, long enough') =>
  createDayKeyRing({ dayKeys: store.dayKeys, secret, clock, random });
const tokensOf = (keys = ringOf()) => createSealedTokens({ keys, clock });

describe('a note that a partner’s page holds', () => {
  it('opens to what was sealed, for the use that it was sealed for, and at every server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...uses),
        fc.constantFrom(...uses),
        fc.record({ of: fc.string({ maxLength: 60 }), round: fc.nat() }),
        async (use, asked, content) => {
          const token = await tokensOf().seal(use, content, minuteMs);
          expect(await tokensOf().open(asked, token)).toEqual(use === asked ? content : undefined);
          if (content.of.length > 3) expect(token).not.toContain(content.of);
        },
      ),
    );
  });

  it('opens until its time is over, and not after', async () => {
    const token = await tokensOf().seal('session', { of: 'one' }, 8 * 60 * minuteMs);
    now += 8 * 60 * minuteMs - 1_000;
    expect(await tokensOf().open('session', token)).toEqual({ of: 'one' });
    now += 2_000;
    expect(await tokensOf().open('session', token)).toBeUndefined();
  });

  it('opens to nothing where a part of it is another, or it is none', async () => {
    const [one, two] = await Promise.all(['one', 'two'].map((of) => tokensOf().seal('session', { of }, minuteMs)));
    const [mine, theirs] = [(one ?? '').split('.'), (two ?? '').split('.')];
    for (const place of [2, 3, 4]) {
      const mixed = mine.map((part, at) => (at === place ? (theirs[at] ?? '') : part)).join('.');
      expect(await tokensOf().open('session', mixed)).toBeUndefined();
    }
    const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');
    const unsealed = `${header({ alg: 'none' })}.${header({ aud: 'session', content: { of: 'one' } })}.`;
    const ofAnotherDay = [header({ alg: 'dir', enc: 'A256GCM', kid: '2026-11-24' }), ...mine.slice(1)].join('.');
    for (const odd of ['', '.', '....', unsealed, ofAnotherDay, 'a'.repeat(5_000)])
      expect(await tokensOf().open('session', odd)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await tokensOf().open('session', text)).toBeUndefined();
      }),
    );
  });

  it('is no card’s state, and no card’s state is one', async () => {
    const cards = createStateSealer({ keys: ringOf(), clock, random });
    const token = await tokensOf().seal('session', { of: 'one' }, minuteMs);
    expect(await cards.open(token, 'one')).toEqual({ kind: 'foreign' });
    const state = await cards.seal({ dialogStack: [] }, 'one');
    for (const use of uses) expect(await tokensOf().open(use, state)).toBeUndefined();
  });
});
