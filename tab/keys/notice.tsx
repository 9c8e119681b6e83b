import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly children: ReactNode;
}

/** A sentence that must not be missed. Errors are said to those who hear the page at once, the rest in their turn. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <MessageBar intent={kind} layout="multiline" role={kind === 'error' ? 'alert' : 'status'}>
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
