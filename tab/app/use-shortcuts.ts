import { useEffect, useRef, useState } from 'react';
import type { Tab } from '../parts/tab-context.ts';
import { isField, sendFormOf, shortcutOf } from './shortcuts.ts';

/** Marks the field that finds a case. */
const findField = 'input[data-find]';

/** The shortcuts of a page, and the window that lists them. */
export interface Shortcuts {
  readonly isListed: boolean;
  /** Whether the window was ever asked for: it stays from then on, because it closes by itself. */
  readonly wasListed: boolean;
  readonly list: () => void;
  /** Gives the focus back to where it was. */
  readonly close: () => void;
  /** Whether the keys that are pressed alone do something. */
  readonly singles: boolean;
  readonly setSingles: (singles: boolean) => void;
}

/**
 * Listens to the keyboard: the keys that are pressed alone are for those who have a role. What is turned off is remembered
 * nowhere: what a browser keeps would say on a shared machine who was here.
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
      // What stands open over the page is answered first.
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
      // Nothing opened the window that it could give the focus back to by itself.
      const { current } = from;
      if (current instanceof HTMLElement) setTimeout(() => current.focus());
    },
  };
}
