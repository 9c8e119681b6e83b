import { createContext, useContext, useEffect } from 'react';

/** Somebody who is asked before a page is left. Returns how to take the wish back. */
export type AskBefore = () => () => void;

export const UnsentContext = createContext<AskBefore>(() => () => undefined);

/** Asks before the page is left, as long as something on it is written and not sent. */
export function useUnsent(isUnsent: boolean): void {
  const askBefore = useContext(UnsentContext);
  useEffect(() => (isUnsent ? askBefore() : undefined), [isUnsent, askBefore]);
}
