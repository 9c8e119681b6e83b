import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type KeyPress, matchShortcut } from '../../../tab/app/shortcuts.ts';

const plain: KeyPress = {
  key: '/',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  isInField: false,
};
const pressed = (differences: Partial<KeyPress>, singles = true) =>
  matchShortcut({ ...plain, ...differences }, singles);

describe('a shortcut', () => {
  it('sends from within a field by Ctrl or Command with Enter, also where single keys are off', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      for (const singles of [true, false])
        expect(pressed({ key: 'Enter', isInField: true, ...held }, singles)).toBe('send');
    expect(pressed({ key: 'Enter', isInField: true })).toBeUndefined();
    expect(pressed({ key: 'Enter', ctrlKey: true })).toBeUndefined();
  });

  it('finds by / and lists by ?, where nobody types and it is not turned off', () => {
    expect(pressed({})).toBe('find');
    expect(pressed({ key: '?' })).toBe('list');
    for (const key of ['/', '?']) {
      expect(pressed({ key, isInField: true })).toBeUndefined();
      expect(pressed({ key }, false)).toBeUndefined();
    }
  });

  it('is never a letter of what somebody types, whatever they press and hold', () => {
    const press = fc.record({
      key: fc.oneof(fc.constantFrom('/', '?', 'Enter', 'a', 'Dead'), fc.string({ minLength: 1, maxLength: 1 })),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      altKey: fc.boolean(),
      repeat: fc.boolean(),
      isComposing: fc.boolean(),
      isInField: fc.constant(true),
    });
    fc.assert(
      fc.property(press, fc.boolean(), (one, singles) => {
        const found = matchShortcut(one, singles);
        expect(found === undefined || (found === 'send' && one.key === 'Enter' && !one.isComposing)).toBe(true);
      }),
    );
  });

  it('is done once for a key that is held down, and not by a key that means something else with another', () => {
    expect(pressed({ repeat: true })).toBeUndefined();
    expect(pressed({ key: 'Enter', ctrlKey: true, isInField: true, repeat: true })).toBeUndefined();
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(pressed({ key: '?', [held]: true })).toBeUndefined();
  });
});
