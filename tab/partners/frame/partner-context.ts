import { createContext, useContext } from 'react';
import type { Language } from '../../../concerns/terms/language.ts';
import type { PartnerType } from '../../../concerns/terms/partner-types.ts';
import type { PageBegin } from '../../../contract/partners.ts';
import type { WordKey, WordValues } from '../../../words/partners/say.ts';
import type { ReportCall } from '../../parts/report-call.ts';

/** Everything that each part of the partners' page works with, whether or not somebody is signed in. */
export interface Frame {
  readonly language: Language;
  /** Turns the whole page to a language. */
  readonly speak: (language: Language) => void;
  /** A word in the language of the page. */
  readonly say: (key: WordKey, values?: WordValues) => string;
  /** Says something to those who hear the page: politely, once. */
  readonly announce: (words: string) => void;
  /** The names and numbers of the force; what is the same everywhere until the server has said them. */
  readonly contacts: PageBegin;
  /** Leaves at once: forgets the session and all that is on the page, and puts a neutral page in its place. */
  readonly leave: () => void;
}

/** The same, for what is inside once somebody is signed in. */
export interface Hub extends Frame {
  readonly organisation: string;
  readonly partnerType: PartnerType;
  /**
   * Something is written and not sent: it is asked about before somebody signs out or closes the page, and never by what
   * leaves at once. Returns what ends that.
   */
  readonly holdUnsent: () => () => void;
  /** Carries out an operation of reporting. Never rejects: what went wrong is a refusal with a code. */
  readonly call: ReportCall;
}

export const FrameContext = createContext<Frame | undefined>(undefined);
export const HubContext = createContext<Hub | undefined>(undefined);

/** The frame around a component. Throws outside one. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === undefined) throw new Error('used outside the frame');
  return frame;
}

/** The hub around a component, where somebody is signed in. Throws outside one. */
export function useHub(): Hub {
  const hub = useContext(HubContext);
  if (hub === undefined) throw new Error('used outside the hub');
  return hub;
}
