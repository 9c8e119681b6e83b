import { useEffect, useRef, useState } from 'react';
import type { Tab } from '../ui/tab-context.ts';

const pressKeys = ['a', 'l', 'n', 'o', 's'] as const;
/** A key that presses the element with this `data-key`. */
type PressKey = (typeof pressKeys)[number];
type Shortcut = 'send' | 'find' | 'list' | PressKey;

export interface KeyPress
  extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'> {
  readonly isInField: boolean;
}

/** People who dictate press single keys by chance, so these can be disabled. */
export function matchShortcut(pressed: KeyPress, singleKeysEnabled: boolean): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat, isComposing, isInField } = pressed;
  if (repeat || isComposing || altKey) return undefined;
  if (ctrlKey || metaKey) return key === 'Enter' && isInField ? 'send' : undefined;
  if (!singleKeysEnabled || isInField) return undefined;
  if (key === '/') return 'find';
  return key === '?' ? 'list' : pressKeys.find((one) => one === key);
}

const fieldSelector =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]';

const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest(fieldSelector) !== null;

function submitForm(field: Element): boolean {
  const form = field.closest('form');
  if (!form) return false;
  const button = form.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-disabled') !== 'true') form.requestSubmit();
  return true;
}

const findFieldSelector = 'input[data-find]';

export interface Shortcuts {
  readonly isListOpen: boolean;
  readonly wasListOpened: boolean;
  readonly showList: () => void;
  readonly close: () => void;
  readonly singleKeysEnabled: boolean;
  readonly setSingleKeysEnabled: (singles: boolean) => void;
}

/**
 * Single keys need a role. The page stores no choice to turn them off: on a shared machine, storage would say who was
 * here.
 */
export function useShortcuts({ me, navigate: open }: Pick<Tab, 'me' | 'navigate'>): Shortcuts {
  const [singleKeysEnabled, setSingleKeysEnabled] = useState(true);
  const [isListOpen, setListOpen] = useState(false);
  const [wasListOpened, setWasListOpened] = useState(false);
  const focusBefore = useRef<Element | null>(null);
  const [hasRole, handles] = [me.roles.length > 0, me.handles.length > 0];
  const showList = (): void => {
    focusBefore.current = document.activeElement;
    setListOpen(true);
    setWasListOpened(true);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const { target } = event;
      const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
      const isInField = isField(target);
      const shortcut = matchShortcut(
        { key, ctrlKey, metaKey, altKey, repeat, isComposing, isInField },
        singleKeysEnabled && hasRole,
      );
      if (shortcut === 'send' && isInField) {
        if (submitForm(target)) event.preventDefault();
        return;
      }
      if (shortcut === undefined || document.querySelector('[aria-modal="true"]')) return;
      const pressKey = pressKeys.find((one) => one === shortcut);
      if (pressKey !== undefined) {
        const marked = document.querySelector<HTMLElement>(`[data-key="${pressKey}"]`);
        const button =
          marked?.matches('button') === true ? marked : marked?.querySelector<HTMLElement>('button[type="submit"]');
        if (!button || button.getAttribute('aria-disabled') === 'true') return;
        event.preventDefault();
        return button.click();
      }
      if (shortcut === 'find' && !handles) return;
      event.preventDefault();
      if (shortcut === 'list') return showList();
      const field = document.querySelector<HTMLInputElement>(findFieldSelector);
      if (field) field.focus();
      else open({ page: 'cases', finds: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [singleKeysEnabled, hasRole, handles, open]);

  return {
    isListOpen,
    wasListOpened,
    showList,
    singleKeysEnabled,
    setSingleKeysEnabled,
    close() {
      setListOpen(false);
      const { current } = focusBefore;
      if (current instanceof HTMLElement) setTimeout(() => current.focus());
    },
  };
}
