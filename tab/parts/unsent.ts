import { type ComponentType, createContext } from 'react';

export interface Wish {
  grant(): void;
  takeBack(): void;
}

export type LeaveQuestion = ComponentType<{ readonly wish: Wish | undefined }>;

/**
 * Has a question asked before a page is left; returns how to take that back. The question comes with what it guards,
 * since nothing more may load by then.
 */
export type AskBefore = (question: LeaveQuestion) => () => void;

export const UnsentContext = createContext<AskBefore>(() => () => undefined);
