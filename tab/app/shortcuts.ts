/** The deed of a key wherever somebody is: sends the form they type in, finds a case, lists what the keys do. */
export type Shortcut = 'send' | 'find' | 'list';

/** A press of a key, and where it comes from. */
export interface Pressed
  extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'> {
  /** Whether the focus is in a field: what is typed there is no shortcut. */
  readonly isInField: boolean;
}

/**
 * The shortcut that a press is, `undefined` where it is none. `singles` says whether the keys that are pressed alone are
 * on: they can be turned off, because whoever speaks to their machine presses them by chance.
 */
export function shortcutOf(pressed: Pressed, singles: boolean): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat, isComposing, isInField } = pressed;
  if (repeat || isComposing || altKey) return undefined;
  if (ctrlKey || metaKey) return key === 'Enter' && isInField ? 'send' : undefined;
  if (!singles || isInField) return undefined;
  if (key === '/') return 'find';
  return key === '?' ? 'list' : undefined;
}

const fields =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]';

/** Whether something takes what is typed, or a choice by its letters. */
export const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest(fields) !== null;

/** Sends the form around a field as its button does, and not where the button does nothing. Says whether there is one. */
export function sendFormOf(field: Element): boolean {
  const form = field.closest('form');
  if (!form) return false;
  const button = form.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-disabled') !== 'true') form.requestSubmit();
  return true;
}
