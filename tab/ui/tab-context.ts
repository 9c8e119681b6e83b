import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../core/model/language.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { OperationAnswer, Operation, OperationRequest } from '../../contract/operations.ts';
import type { SummaryLink } from '../../contract/deep-links.ts';
import type { WordKey, WordValues } from '../../words/tab/translate.ts';

/** Cases that one goes through one after the other, in the memory of the page alone. */
export interface CaseQueue {
  readonly cases: readonly { readonly caseId: string; readonly assignee: string | undefined }[];
  readonly at: number;
  readonly isMore: boolean;
  /** Those just before this one, which it did without. */
  readonly passed: readonly { readonly caseId: string; readonly why: 'taken' | 'gone' }[];
}

export type PageLocation =
  | { readonly page: 'today' }
  | {
      readonly page: 'cases';
      readonly finds?: boolean;
    }
  | { readonly page: 'case'; readonly caseId: string; readonly queue?: CaseQueue }
  /** The search text is only in the memory of that page. */
  | { readonly page: 'search' }
  | {
      readonly page: 'summaries';
      readonly link?: SummaryLink;
    }
  | { readonly page: 'campaigns' }
  | { readonly page: 'partners' }
  | { readonly page: 'writing' }
  | { readonly page: 'keys' }
  | { readonly page: 'identity' }
  | { readonly page: 'unit' }
  | { readonly page: 'oversight' }
  | {
      readonly page: 'report';
      readonly flow: 'report' | 'comeBack' | 'guidance';
      readonly begins?: boolean;
    };

export interface Tab {
  readonly me: OperationAnswer<'me'>;
  readonly language: Language;
  /** Teams on Android ends the page when someone chooses a file. */
  readonly closesOnFilePick?: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly translate: (key: WordKey, values?: WordValues) => string;
  readonly call: <Name extends Operation>(
    name: Name,
    body: OperationRequest<Name>,
  ) => Promise<Result<OperationAnswer<Name>>>;
  readonly location: PageLocation;
  readonly navigate: (place: PageLocation) => void;
  readonly announce: (words: string) => void;
  readonly renderInTheme: (look: 'light' | 'dark' | 'contrast', children: ReactNode) => ReactNode;
}

export const TabContext = createContext<Tab | undefined>(undefined);

export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (tab === undefined) throw new Error('used outside the tab');
  return tab;
}

export type { Result } from '../../contract/operation-answers.ts';
