import { type ComponentType, createContext, useContext, useEffect, useId } from 'react';
import { isBlank } from '../../core/model/invisible-characters.ts';

export interface LeaveRequest {
  confirm(): void;
  cancel(): void;
}

export type LeaveDialogComponent = ComponentType<{ readonly wish: LeaveRequest | undefined }>;

/**
 * Adds a question before the page is left; returns how to remove it. It is already loaded, since nothing more may load
 * by then.
 */
export type AddLeaveGuard = (question: LeaveDialogComponent) => () => void;

export const LeaveGuardContext = createContext<AddLeaveGuard>(() => () => undefined);

export interface UnsavedText {
  readonly panel: string | undefined;
  readonly field: string;
  readonly text: string;
}

export type UnsavedFields = Map<string, UnsavedText>;

export const UnsavedFieldsContext = createContext<UnsavedFields | undefined>(undefined);

export const PanelHeadingContext = createContext<string | undefined>(undefined);

/** Registers a field's words with the page while the field is mounted, so that none are lost with it. */
export function useUnsavedText(field: string, text: string): void {
  const fields = useContext(UnsavedFieldsContext);
  const panel = useContext(PanelHeadingContext);
  const id = useId();
  useEffect(() => {
    if (isBlank(text)) return undefined;
    fields?.set(id, { panel, field, text });
    return () => {
      fields?.delete(id);
    };
  }, [fields, panel, id, field, text]);
}
