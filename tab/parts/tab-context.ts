import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../concerns/terms/language.ts';
import type { Result } from '../../contract/answers.ts';
import type { AnswerOf, Operation, RequestOf } from '../../contract/operations.ts';
import type { SummaryPlace } from '../../contract/summary-link.ts';
import type { WordKey, WordValues } from '../../words/tab/say.ts';

/** Where somebody is in the tab. References stand in memory only, never in the address. */
export type Place =
  | { readonly page: 'today' }
  | {
      readonly page: 'cases';
      /** It is gone on in the field that finds a case. */
      readonly finds?: boolean;
    }
  | { readonly page: 'case'; readonly caseId: string }
  /** The search in what this page has opened. What is looked for stands in the memory of that page alone. */
  | { readonly page: 'search' }
  | {
      readonly page: 'summaries';
      /** The period that a link asks for. */
      readonly link?: SummaryPlace;
    }
  | { readonly page: 'campaigns' }
  | { readonly page: 'partners' }
  | { readonly page: 'writing' }
  | { readonly page: 'keys' }
  | { readonly page: 'identity' }
  | { readonly page: 'oversight' }
  | {
      readonly page: 'report';
      readonly flow: 'report' | 'comeBack' | 'guidance';
      /** The report begins at once: whoever comes chose to begin it. */
      readonly begins?: boolean;
    };

/** Everything that each part of the tab works with. */
export interface Tab {
  readonly me: AnswerOf<'me'>;
  readonly language: Language;
  /** The client ends the page where a file is chosen: Teams on Android does. */
  readonly endsForFiles?: boolean;
  /** Turns the whole page to a language. */
  readonly speak: (language: Language) => void;
  /** A word in the language of the page. */
  readonly say: (key: WordKey, values?: WordValues) => string;
  /** Carries out an operation of the API. Never rejects: what went wrong is a refusal with a code. */
  readonly call: <Name extends Operation>(name: Name, body: RequestOf<Name>) => Promise<Result<AnswerOf<Name>>>;
  readonly place: Place;
  readonly open: (place: Place) => void;
  /** Says something to those who hear the page: politely, once. */
  readonly announce: (words: string) => void;
  /** Something in a look of the client's, whichever the page has. */
  readonly inLook: (look: 'light' | 'dark' | 'contrast', children: ReactNode) => ReactNode;
}

export const TabContext = createContext<Tab | undefined>(undefined);

/** The tab around a component. Throws outside one. */
export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (tab === undefined) throw new Error('used outside the tab');
  return tab;
}

export type { Result } from '../../contract/answers.ts';
