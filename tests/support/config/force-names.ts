import { contactsSchema } from '../../../words/contacts.ts';

const { forceName, victims } = contactsSchema.parse({});

/** The names that a server in production must be given: those that tests expect on cards, which development has by default. */
export const forceNames = {
  FORCE_NAME_EN: forceName.en,
  FORCE_NAME_CY: forceName.cy,
  VICTIMS_NAME_EN: victims.en,
  VICTIMS_NAME_CY: victims.cy,
} as const;
