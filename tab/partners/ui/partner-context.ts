import { createContext, useContext } from 'react';
import type { Language } from '../../../core/model/language.ts';
import type { PageBeginAnswer, PartnerAccess } from '../../../contract/partner-operations.ts';
import type { WordKey, WordValues } from '../../../words/partners/translate.ts';
import type { ReportCall } from '../../ui/post-json.ts';

export interface PageShell {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly translate: (key: WordKey, values?: WordValues) => string;
  readonly announce: (words: string) => void;
  readonly contacts: PageBeginAnswer;
  /** Forgets the session and the page's content, and opens a neutral page instead. */
  readonly quickExit: () => void;
}

export interface SignedInPage extends PageShell {
  readonly organisation: string;
  readonly access: PartnerAccess | undefined;
  /** Signing out and closing the page then ask first; a quick exit never does. Returns how to end that. */
  readonly guardUnsaved: () => () => void;
  /** Never rejects: a failure is a refusal with a code. */
  readonly call: ReportCall;
}

export const PageShellContext = createContext<PageShell | undefined>(undefined);
export const SignedInPageContext = createContext<SignedInPage | undefined>(undefined);

export function usePageShell(): PageShell {
  const pageShell = useContext(PageShellContext);
  if (pageShell === undefined) throw new Error('used outside the frame');
  return pageShell;
}

export function useSignedInPage(): SignedInPage {
  const partnerPage = useContext(SignedInPageContext);
  if (partnerPage === undefined) throw new Error('used outside the partners’ page');
  return partnerPage;
}
