import { type ComponentType, createContext } from 'react';

/** A wish to leave a page on which something is not sent: it is granted, or taken back. */
export interface Wish {
  grant(): void;
  takeBack(): void;
}

/** The part that asks whether to leave: nothing while there is no wish to. */
export type LeaveQuestion = ComponentType<{ readonly wish: Wish | undefined }>;

/**
 * Has a question asked before a page is left. Returns how to take that back. Whoever wants it brings the question along:
 * it is there with what it guards, also where nothing more can be loaded.
 */
export type AskBefore = (question: LeaveQuestion) => () => void;

export const UnsentContext = createContext<AskBefore>(() => () => undefined);
