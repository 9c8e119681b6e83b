import type { ReactNode } from 'react';

/** A sentence that stands out, and is heard at once where it says that something went wrong. */
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
