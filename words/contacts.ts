import { z } from 'zod';
import { quickExitUsually } from './quick-exit.ts';

const inBoth = z.object({ en: z.string().min(1), cy: z.string().min(1) });
const link = z.url({ protocol: /^https$/u });
/** An office or a name in the middle of a sentence: one line of letters and the marks of names, nothing that a client could draw. */
const named = z
  .string()
  .max(80)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/-]*[\p{L}\p{M}\p{N})]$/u);
const namedInBoth = z.object({ en: named, cy: named });

/** The names, numbers, hours and links that cards say and each force sets for itself. */
export const contactsSchema = z.object({
  /** A server in production has to be given this name, and that of the service for victims: the defaults are development's. */
  forceName: inBoth.default({ en: 'Gwent Police', cy: 'Heddlu Gwent' }),
  emergency: z.string().min(1).default('999'),
  crimestoppers: z.string().min(1).default('0800 085 0000'),
  /** How to reach the Independent Office for Police Conduct; it is no way out where it is missing. */
  iopc: z.string().min(1).optional(),
  /** Those outside the unit who handle what may concern it, by their office, as the sentences of cards go on. */
  reserve: namedInBoth.default({
    en: 'someone the force has chosen',
    cy: 'rhywun a ddewisodd yr heddlu',
  }),
  /** Those who may open a confidential identity, by their office. */
  custodians: namedInBoth.default({
    en: 'a few people the force has chosen',
    cy: 'ychydig o bobl a ddewisodd yr heddlu',
  }),
  /** Who supports victims. */
  victims: inBoth.default({ en: 'Connect Gwent', cy: 'Hwb Dioddefwyr Connect Gwent' }),
  victimsPhone: z.string().min(1).optional(),
  /** The police's own staff for victims, so that nobody takes them for the hub; as sentences go on. */
  victimUnit: namedInBoth.default({ en: 'the Victim Care Unit', cy: 'yr Uned Gofal Dioddefwyr' }),
  /** The helpline on domestic abuse and sexual violence. */
  helpline: inBoth.default({ en: 'Live Fear Free', cy: 'Byw Heb Ofn' }),
  helplinePhone: z.string().min(1).default('0808 80 10 800'),
  helplineText: z.string().min(1).default('07860 077333'),
  /** The Police Federation's support for members who were harmed or saw it. */
  federationProgramme: inBoth.default({
    en: 'the Victim and Witness Support Programme',
    cy: 'y Rhaglen Cymorth i Ddioddefwyr a Thystion',
  }),
  /** The staff associations and how to reach them; a general sentence stands where it is missing. */
  federation: inBoth.optional(),
  /** The Police and Crime Commissioner and how to reach them. */
  commissioner: inBoth.default({
    en: 'the Office of the Police and Crime Commissioner',
    cy: 'Swyddfa Comisiynydd yr Heddlu a Throsedd',
  }),
  /** How to reach the force's data protection officer; the page on privacy names the office alone where it is missing. */
  dataProtection: inBoth.optional(),
  /** Whom to tell that Candour does not work; the force's help desk where it is missing. */
  support: inBoth.optional(),
  /** The force's own guidance. */
  guidanceUrl: link.optional(),
  /** The national strategy. */
  strategyUrl: link.optional(),
  /** Where whoever leaves a public page quickly arrives: a page that says nothing about them. */
  quickExit: link.default(quickExitUsually),
});
export type Contacts = z.infer<typeof contactsSchema>;
