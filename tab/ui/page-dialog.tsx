import { Dialog, type DialogProps } from '@fluentui/react-components';
import { useEffect } from 'react';

/**
 * Fluent's dialog. While it is open Fluent hides the page from screen readers, and shows it to them again by a timer that
 * is dropped if the last dialog of the page is unmounted first.
 */
export function PageDialog(props: DialogProps) {
  useEffect(
    () => () => {
      if (document.querySelector('[aria-modal="true"]') === null)
        document.getElementById('page')?.removeAttribute('aria-hidden');
    },
    [],
  );
  return <Dialog {...props} />;
}
