export type Shortcut = 'send' | 'find' | 'list';

export interface Pressed
  extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'> {
  readonly isInField: boolean;
}

/**
 * `singles`: whether keys pressed alone count. They can be turned off, because people who dictate press them by chance.
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

export const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest(fields) !== null;

export function sendFormOf(field: Element): boolean {
  const form = field.closest('form');
  if (!form) return false;
  const button = form.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-disabled') !== 'true') form.requestSubmit();
  return true;
}
