import { type ComponentType, createContext, useContext, useEffect, useId } from 'react';
import { isBlank } from '../../core/model/visible-text.ts';

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

export interface UnsentWords {
  readonly panel: string | undefined;
  readonly field: string;
  readonly text: string;
}

export type UnsentFields = Map<string, UnsentWords>;

export const UnsentFieldsContext = createContext<UnsentFields | undefined>(undefined);

export const PanelContext = createContext<string | undefined>(undefined);

/** Registers the words of a field with the page as long as the field is mounted, so that none are lost with it. */
export function useUnsentWords(field: string, text: string): void {
  const fields = useContext(UnsentFieldsContext);
  const panel = useContext(PanelContext);
  const id = useId();
  useEffect(() => {
    if (isBlank(text)) return undefined;
    fields?.set(id, { panel, field, text });
    return () => {
      fields?.delete(id);
    };
  }, [fields, panel, id, field, text]);
}
