import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  keyRotationReducer,
  type KeyRotation,
  type KeyRotationAction,
  keyRotationSteps,
  needsRecovery,
  createKeyRotation,
} from '../../../tab/keys/key-rotation.ts';
import type { RoleKeyGroup } from '../../../tab/keys/key-group-role.ts';

const groups = ['acu', 'reserve', 'custodians'] as const;
const named = (group: RoleKeyGroup, lines: readonly string[]) => ({
  acu: ['before'],
  recovery: [],
  reserve: ['before'],
  custodians: ['before'],
  [group]: lines,
});
const whole = (group: RoleKeyGroup): readonly KeyRotationAction[] => [
  { kind: 'begin' },
  { kind: 'made', recipient: 'new' },
  { kind: 'backedUp' },
  ...(needsRecovery(group) ? [{ kind: 'recoveryTested' } as const] : []),
  { kind: 'wrapped', people: 3 },
  { kind: 'settingsGiven' },
  { kind: 'asked', recipients: named(group, ['new']) },
];
const anyMove = (group: RoleKeyGroup): fc.Arbitrary<KeyRotationAction> =>
  fc.constantFrom<KeyRotationAction>(
    ...whole(group),
    { kind: 'lost' },
    { kind: 'recoveryTested' },
    { kind: 'wrapped', people: 0 },
    { kind: 'asked', recipients: named(group, ['before', 'new']) },
    { kind: 'asked', recipients: named(group, ['before']) },
  );

describe('the ceremony of a new key', () => {
  it('goes through every step to its end, and without the recovery key for custodians', () => {
    for (const group of groups) {
      const steps: string[] = [];
      let ceremony: KeyRotation = createKeyRotation(group);
      for (const move of whole(group)) {
        if (steps.at(-1) !== ceremony.step) steps.push(ceremony.step);
        ceremony = keyRotationReducer(ceremony, move);
      }
      expect(ceremony).toMatchObject({ step: 'done', recipient: 'new', wrapped: 3, isWaiting: false });
      const expected = keyRotationSteps.filter(
        (step) => step !== 'done' && (step !== 'recovery' || group !== 'custodians'),
      );
      expect(steps).toEqual(expected);
    }
  });

  it('cannot be got through with a step left out', () => {
    for (const group of groups) {
      const moves = whole(group);
      for (const [left] of moves.entries()) {
        const shortened = moves.filter((_move, at) => at !== left);
        expect(shortened.reduce(keyRotationReducer, createKeyRotation(group)).step).not.toBe('done');
      }
    }
  });

  it('begins the key again where the page was locked before its file was saved', () => {
    const made = whole('acu').slice(0, 2).reduce(keyRotationReducer, createKeyRotation('acu'));
    const lost = keyRotationReducer(made, { kind: 'lost' });
    expect(lost).toEqual({ group: 'acu', step: 'make', wrapped: 0, isWaiting: false });
    expect(keyRotationReducer(lost, { kind: 'backedUp' })).toBe(lost);
  });

  it('waits while the server still names the key before, alone or beside the new one', () => {
    const checking = whole('acu').slice(0, -1).reduce(keyRotationReducer, createKeyRotation('acu'));
    for (const lines of [['before'], ['before', 'new'], []]) {
      const asked = keyRotationReducer(checking, { kind: 'asked', recipients: named('acu', lines) });
      expect(asked).toMatchObject({ step: 'check', isWaiting: true });
    }
  });

  it('never goes back, and never ends without a key that was backed up and wrapped', () => {
    const walks = fc
      .constantFrom(...groups)
      .chain((group) => fc.tuple(fc.constant(group), fc.array(anyMove(group), { maxLength: 25 })));
    fc.assert(
      fc.property(walks, ([group, moves]) => {
        let ceremony = createKeyRotation(group);
        for (const move of moves) {
          const next = keyRotationReducer(ceremony, move);
          expect(keyRotationSteps.indexOf(next.step)).toBeGreaterThanOrEqual(keyRotationSteps.indexOf(ceremony.step));
          ceremony = next;
        }
        if (ceremony.step === 'done') expect(ceremony).toMatchObject({ recipient: 'new', wrapped: 3 });
      }),
    );
  });
});
