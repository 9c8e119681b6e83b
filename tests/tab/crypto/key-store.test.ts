import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createKeyStore, type DecryptedItem } from '../../../tab/crypto/key-store.ts';
import { solePersonalKeyFingerprint } from '../../../tab/crypto/sole-personal-key-fingerprint.ts';
import { keyFingerprint } from '../../../core/model/public-keys.ts';
import { createManualClock } from '../../support/tab/manual-clock.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const minute = 60_000;

function begin() {
  const clock = createManualClock();
  const opened: DecryptedItem[] = [];
  const keeper = createKeyStore({
    now: clock.now,
    schedule: clock.after,
    idleMinutes: 15,
    listDecryptedItems: () => [...opened],
  });
  return { clock, keeper, opened };
}

const acu = createHeldKey(1, 'acu');
const own = createHeldKey(2, 'personal');

describe('the keeper of keys', () => {
  it('holds what it is given, and says of it only what is public', () => {
    const { keeper } = begin();
    keeper.add([acu, own]);
    expect(keeper.state().identities).toEqual([acu.identity, own.identity]);
    expect(keeper.state().unlocked).toEqual([
      { group: 'acu', recipient: acu.recipient },
      { group: 'personal', recipient: own.recipient },
    ]);
    expect(keeper.getKeys('personal')).toEqual([own]);
  });

  it('drops everything after 15 minutes without anybody, and not before', () => {
    const { keeper, clock } = begin();
    keeper.add([acu]);
    clock.pass(15 * minute - 1);
    expect(keeper.state()).toMatchObject({ identities: [acu.identity], minutesLeft: 1 });
    clock.pass(1);
    expect(keeper.state()).toMatchObject({ identities: [], unlocked: [], minutesLeft: 0 });
    expect(keeper.getKeys('acu')).toEqual([]);
    expect(clock.isWaiting()).toBe(false);
  });

  it('says that nobody was there, when, and what was opened by then, until it is read or a key is opened', () => {
    const ends: Readonly<Record<string, (keeper: ReturnType<typeof begin>['keeper']) => void>> = {
      read: (keeper) => keeper.dismissIdleLock(),
      opened: (keeper) => keeper.add([own]),
    };
    for (const end of Object.values(ends)) {
      const { keeper, clock, opened } = begin();
      keeper.add([acu]);
      opened.push('report', 'words');
      const from = clock.now();
      clock.pass(15 * minute);
      opened.length = 0;
      expect(keeper.state().idleLock).toEqual({ at: from + 15 * minute, hidden: ['report', 'words'] });
      keeper.recordActivity();
      keeper.lock();
      expect(keeper.state().idleLock).toMatchObject({ hidden: ['report', 'words'] });
      end(keeper);
      expect(keeper.state().idleLock).toBeUndefined();
    }
  });

  it('says it as well where a machine slept through it, and not where somebody locked', () => {
    const slept = begin();
    slept.keeper.add([acu]);
    slept.clock.sleep(60 * minute);
    slept.keeper.recordActivity();
    expect(slept.keeper.state().idleLock).toEqual({ at: slept.clock.now(), hidden: [] });
    const { keeper, clock } = begin();
    keeper.add([acu]);
    keeper.lock();
    clock.pass(60 * minute);
    expect(keeper.state().idleLock).toBeUndefined();
  });

  it('counts anew from the last use', () => {
    const { keeper, clock } = begin();
    keeper.add([acu]);
    clock.pass(14 * minute);
    keeper.recordActivity();
    clock.pass(14 * minute);
    expect(keeper.state().identities).toEqual([acu.identity]);
    clock.pass(minute);
    expect(keeper.state().identities).toEqual([]);
  });

  it('gives nothing back once the time is over, also where a machine slept through it', () => {
    for (const touch of ['used', 'hold', 'keysOf'] as const) {
      const { keeper, clock } = begin();
      keeper.add([acu]);
      clock.sleep(16 * minute);
      if (touch === 'used') keeper.recordActivity();
      if (touch === 'hold') keeper.add([own]);
      expect(keeper.getKeys('acu')).toEqual([]);
      if (touch !== 'keysOf') expect(keeper.state().identities).not.toContain(acu.identity);
    }
  });

  it('tells its listeners of every change, once a minute of the time that is left, and no longer once they leave', () => {
    const { keeper, clock } = begin();
    const seen: number[] = [];
    const leave = keeper.subscribe(() => seen.push(keeper.state().minutesLeft));
    keeper.add([acu]);
    clock.pass(3 * minute);
    keeper.recordActivity();
    keeper.recordActivity();
    keeper.lock();
    keeper.lock();
    leave();
    keeper.add([acu]);
    expect(seen).toEqual([15, 14, 13, 12, 15, 0]);
  });

  it('keeps the wrapped file when it locks, so that the passphrase alone opens it again', () => {
    const { keeper } = begin();
    const file = new TextEncoder().encode('a wrapped file');
    keeper.add([acu], file);
    keeper.add([own]);
    keeper.lock();
    expect(keeper.state()).toMatchObject({ identities: [], keyFile: file });
  });

  it('gives a key its new owner and puts what was added last first', () => {
    const { keeper } = begin();
    const made = createHeldKey(3, 'new');
    keeper.add([acu]);
    keeper.add([made]);
    keeper.add([{ ...made, group: 'acu' }]);
    expect(keeper.getKeys('acu').map((key) => key.recipient)).toEqual([made.recipient, acu.recipient]);
    expect(keeper.getKeys('new')).toEqual([]);
  });

  it('hands out the same lists until what is held changes', () => {
    const { keeper, clock } = begin();
    keeper.add([acu]);
    const { unlocked, identities } = keeper.state();
    clock.pass(5 * minute);
    keeper.recordActivity();
    expect(keeper.state().unlocked).toBe(unlocked);
    expect(keeper.state().identities).toBe(identities);
  });

  it('never holds a key longer than the idle time after the last use, whatever happens', () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('pass', 'sleep'), minutes: fc.nat(20) }),
        fc.record({ kind: fc.constantFrom('hold', 'used', 'lock'), minutes: fc.constant(0) }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(moves, (steps) => {
        const { keeper, clock } = begin();
        let endsAt = -1;
        for (const { kind, minutes } of steps) {
          const isHeld = endsAt > clock.now();
          if (kind === 'hold') keeper.add([acu]);
          if (kind === 'used') keeper.recordActivity();
          if (kind === 'lock') keeper.lock();
          if (kind === 'pass') clock.pass(minutes * minute);
          if (kind === 'sleep') clock.sleep(minutes * minute);
          if (kind === 'hold' || (kind === 'used' && isHeld)) endsAt = clock.now() + 15 * minute;
          if (kind === 'lock') endsAt = -1;
          expect(keeper.getKeys('acu').length > 0).toBe(endsAt > clock.now());
        }
      }),
    );
  });
});

describe('a key that is held alone', () => {
  it('names the fingerprint that a colleague compares, only where nothing but the own key is open', () => {
    expect(solePersonalKeyFingerprint([own])).toBe(keyFingerprint(own.recipient));
    expect(solePersonalKeyFingerprint([createHeldKey(3, 'new'), own])).toBe(keyFingerprint(own.recipient));
    expect(solePersonalKeyFingerprint([own, acu])).toBeUndefined();
    expect(solePersonalKeyFingerprint([createHeldKey(3, 'new')])).toBeUndefined();
    expect(solePersonalKeyFingerprint([])).toBeUndefined();
  });
});
