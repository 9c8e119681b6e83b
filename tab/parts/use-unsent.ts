import { useContext, useEffect } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';
import { UnsentContext } from './unsent.ts';

export function useUnsent(isUnsent: boolean): void {
  const askBefore = useContext(UnsentContext);
  useEffect(() => (isUnsent ? askBefore(LeaveDialog) : undefined), [isUnsent, askBefore]);
}
