import { z } from 'zod';
import { defaultQuickExitUrl } from './quick-exit.ts';

const bilingualTextSchema = z.object({ en: z.string().min(1), cy: z.string().min(1) });
const linkSchema = z.url({ protocol: /^https$/u });
/**
 * A name in the middle of a sentence: one line of letters and the marks of names, so that a client has nothing to draw.
 */
const nameSchema = z
  .string()
  .max(80)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/-]*[\p{L}\p{M}\p{N})]$/u);
const bilingualNameSchema = z.object({ en: nameSchema, cy: nameSchema });

/** More would not fit on a card, where each has a button. */
const mostAdvisers = 6;
const advisersSchema = z
  .string()
  .min(1)
  .refine((text) => text.split(';').length <= mostAdvisers);

/** The names, numbers, hours and links that cards say and each force sets for itself. */
export const contactsSchema = z.object({
  /** Development's default: a server in production must be given it, and `victims`. */
  forceName: bilingualTextSchema.default({ en: 'Gwent Police', cy: 'Heddlu Gwent' }),
  emergency: z.string().min(1).default('999'),
  crimestoppers: z.string().min(1).default('0800 085 0000'),
  iopc: z.string().min(1).optional(),
  /** The office outside the unit that handles what may concern the unit, as it continues a sentence. */
  reserve: bilingualNameSchema.default({
    en: 'someone the force has chosen',
    cy: 'rhywun a ddewisodd yr heddlu',
  }),
  custodians: bilingualNameSchema.default({
    en: 'a few people the force has chosen',
    cy: 'ychydig o bobl a ddewisodd yr heddlu',
  }),
  victims: bilingualTextSchema.default({ en: 'Connect Gwent', cy: 'Hwb Dioddefwyr Connect Gwent' }),
  victimsPhone: z.string().min(1).optional(),
  /** Named so that no one takes it for the hub; as it continues a sentence. */
  victimUnit: bilingualNameSchema.default({ en: 'the Victim Care Unit', cy: 'yr Uned Gofal Dioddefwyr' }),
  helpline: bilingualTextSchema.default({ en: 'Live Fear Free', cy: 'Byw Heb Ofn' }),
  helplinePhone: z.string().min(1).default('0808 80 10 800'),
  helplineText: z.string().min(1).default('07860 077333'),
  federationProgramme: bilingualTextSchema.default({
    en: 'the Victim and Witness Support Programme',
    cy: 'y Rhaglen Cymorth i Ddioddefwyr a Thystion',
  }),
  /** Staff associations, unions, the chaplain and others, with semicolons between. Missing: none is offered. */
  federation: z.object({ en: advisersSchema, cy: advisersSchema }).optional(),
  commissioner: bilingualTextSchema.default({
    en: 'the Office of the Police and Crime Commissioner',
    cy: 'Swyddfa Comisiynydd yr Heddlu a Throsedd',
  }),
  /** Missing: the privacy page names only the office. */
  dataProtection: bilingualTextSchema.optional(),
  /** Missing: the force's help desk. */
  support: bilingualTextSchema.optional(),
  guidanceUrl: linkSchema.optional(),
  strategyUrl: linkSchema.optional(),
  /** Someone who leaves a public page quickly arrives here: the page says nothing about them. */
  quickExit: linkSchema.default(defaultQuickExitUrl),
});
export type Contacts = z.infer<typeof contactsSchema>;
