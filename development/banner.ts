import type { Development } from './start.ts';

export const banner = ({
  botUrl,
  tabUrl,
  playgroundUrl,
  settings,
  identityFiles,
}: Pick<Development, 'botUrl' | 'tabUrl' | 'playgroundUrl' | 'settings' | 'identityFiles'>): string => `
Candour is ready, for development.

  Playground  ${playgroundUrl}
  The tab     ${tabUrl}
  Bot         ${botUrl}/api/messages

Try the main job:
  1. Open the Playground's address in a browser and choose "Personal Chat".
  2. Choose "Report a concern" on the card and follow it to the receipt.
  3. Choose the channel "Alerts" and acknowledge the alert there.
  4. Open the tab's address, choose "ACU handler", and open the case there. The unit's
     key is the file ${identityFiles.acu}.
  5. Run "npm run fill-weeks", then type "weekly summary" in the personal chat.

WARNING: authentication is off. Anybody who can reach these ports on this machine
can use them, and be anybody at the tab, so both listen on the loopback address
only. The Playground cannot change its user: the one who sits at it holds every
role. What is typed into cards in its chat would be recorded in Teams; production
uses dialogs. Reports go to ${settings.store.path}, and anybody
can read the keys that open them: type nothing real.

`;
