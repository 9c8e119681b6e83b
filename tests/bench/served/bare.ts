import { drawPage } from '../../../cards/draw-page.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { welcomePage } from '../../../cards/welcome-page.ts';
import { listen } from './listen.ts';

// The least that a bot can do: a card that was drawn before.
const card = drawPage(
  welcomePage({ language: 'en', contacts: contactsSchema.parse({}), topics: new Map(), canSummarise: false }),
);
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
listen(async (context) => {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
});
