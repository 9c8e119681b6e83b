import { useEffect, useRef, useState } from 'react';
import type { Tab } from '../ui/tab-context.ts';

type Shortcut = 'send' | 'find' | 'list';

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

const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest(fields) !== null;

function sendFormOf(field: Element): boolean {
  const form = field.closest('form');
  if (!form) return false;
  const button = form.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-disabled') !== 'true') form.requestSubmit();
  return true;
}

const findField = 'input[data-find]';

export interface Shortcuts {
  readonly isListed: boolean;
  readonly wasListed: boolean;
  readonly list: () => void;
  readonly close: () => void;
  readonly singles: boolean;
  readonly setSingles: (singles: boolean) => void;
}

/**
 * Keys pressed alone are for those who have a role. What is turned off is remembered nowhere: on a shared machine,
 * storage would say who was here.
 */
export function useShortcuts({ me, open }: Pick<Tab, 'me' | 'open'>): Shortcuts {
  const [singles, setSingles] = useState(true);
  const [isListed, setListed] = useState(false);
  const [wasListed, setWasListed] = useState(false);
  const from = useRef<Element | null>(null);
  const [hasRole, handles] = [me.roles.length > 0, me.handles.length > 0];
  const list = (): void => {
    from.current = document.activeElement;
    setListed(true);
    setWasListed(true);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const { target } = event;
      const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
      const isInField = isField(target);
      const shortcut = shortcutOf(
        { key, ctrlKey, metaKey, altKey, repeat, isComposing, isInField },
        singles && hasRole,
      );
      if (shortcut === 'send' && isInField) {
        if (sendFormOf(target)) event.preventDefault();
        return;
      }
      if (shortcut === undefined || document.querySelector('[aria-modal="true"]')) return;
      if (shortcut === 'find' && !handles) return;
      event.preventDefault();
      if (shortcut === 'list') return list();
      const field = document.querySelector<HTMLInputElement>(findField);
      if (field) field.focus();
      else open({ page: 'cases', finds: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [singles, hasRole, handles, open]);

  return {
    isListed,
    wasListed,
    list,
    singles,
    setSingles,
    close() {
      setListed(false);
      const { current } = from;
      if (current instanceof HTMLElement) setTimeout(() => current.focus());
    },
  };
}
