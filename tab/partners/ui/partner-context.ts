import { createContext, useContext } from 'react';
import type { Language } from '../../../core/model/language.ts';
import type { PartnerType } from '../../../core/model/routes.ts';
import type { PageBegin } from '../../../contract/partners.ts';
import type { WordKey, WordValues } from '../../../words/partners/translate.ts';
import type { ReportCall } from '../../ui/http-client.ts';

export interface Frame {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  readonly say: (key: WordKey, values?: WordValues) => string;
  readonly announce: (words: string) => void;
  readonly contacts: PageBegin;
  /** Leaves at once: forgets the session and all that is on the page, and opens a neutral page in its place. */
  readonly leave: () => void;
}

export interface Hub extends Frame {
  readonly organisation: string;
  readonly partnerType: PartnerType;
  /** Signing out and closing the page then ask first; leaving at once never does. Returns how to end that. */
  readonly holdUnsent: () => () => void;
  /** Never rejects: a failure is a refusal with a code. */
  readonly call: ReportCall;
}

export const FrameContext = createContext<Frame | undefined>(undefined);
export const HubContext = createContext<Hub | undefined>(undefined);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === undefined) throw new Error('used outside the frame');
  return frame;
}

export function useHub(): Hub {
  const hub = useContext(HubContext);
  if (hub === undefined) throw new Error('used outside the hub');
  return hub;
}
