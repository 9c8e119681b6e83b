import { useContext, useEffect } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';
import { UnsentContext } from './unsent.ts';

/** Asks before the page is left, as long as something on it is written and not sent. */
export function useUnsent(isUnsent: boolean): void {
  const askBefore = useContext(UnsentContext);
  useEffect(() => (isUnsent ? askBefore(LeaveDialog) : undefined), [isUnsent, askBefore]);
}
