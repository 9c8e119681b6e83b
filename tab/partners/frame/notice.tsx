import type { ReactNode } from 'react';

export const Notice = ({
  isCareful = false,
  children,
}: {
  readonly isCareful?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={isCareful ? 'notice careful' : 'notice'} role={isCareful ? 'alert' : undefined}>
    {children}
  </div>
);
