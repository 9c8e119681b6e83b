import { createContext, useContext, useEffect, useId } from 'react';
import { isBlank } from '../../concerns/terms/blank.ts';

/** Words that stand in a field and are not sent. */
export interface UnsentWords {
  /** The heading of the part of the page, `undefined` outside of one. */
  readonly panel: string | undefined;
  readonly field: string;
  readonly text: string;
}

/** The words in the fields of a case's page, by the field, in the memory of the page alone. */
export type UnsentFields = Map<string, UnsentWords>;

export const UnsentFieldsContext = createContext<UnsentFields | undefined>(undefined);

/** The heading of the part of the page around a field. */
export const PanelContext = createContext<string | undefined>(undefined);

/** Has the words of a field known to the page around it as long as the field is there, so that none are lost with it. */
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
