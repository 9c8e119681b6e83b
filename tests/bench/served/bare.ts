import { drawPage } from '../../../cards/draw-page.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { welcomePage } from '../../../cards/welcome-page.ts';
import { listen } from './listen.ts';

// The least that a bot can do: a card that was drawn before.
const card = drawPage(
  welcomePage({ language: 'en', contacts: contactsSchema.parse({}), topics: new Map(), canSummarise: false }),
);
listen(async () => card);
