import type { FindingText } from './finding-text.ts';

/** Everything that can be found by a test post, and that none was made. */
export const findingsOfPosts = {
  'post-unauthorised': {
    kind: 'alerts',
    says: 'Teams did not take the bot’s token when the channel for {about} was tried.',
    toDo: 'Look at what is told of the token, and whether the bot in Azure has the id in BOT_APP_ID.',
  },
  'post-forbidden': {
    kind: 'alerts',
    says: 'The bot may not post in the channel for {about}.',
    toDo: 'Add the app to the team, and look whether the channel lets bots post and nobody blocked the app.',
  },
  'post-no-channel': {
    kind: 'alerts',
    says: 'Teams knows no channel where the store has that for {about}.',
    toDo: 'Choose another channel in Teams, or put the setting right where none was chosen there.',
  },
  'post-refused': {
    kind: 'alerts',
    says: 'Teams refused the test post in the channel for {about}.',
    toDo: 'Look whether the channel stands and is not archived, then choose it again in Teams.',
  },
  'post-too-many': {
    kind: 'alerts',
    says: 'Teams takes no more posts of the bot for now, and refused the one in the channel for {about}.',
    toDo: 'Ask again in some minutes. Alerts are tried again by themselves.',
  },
  'post-away': {
    kind: 'alerts',
    says: 'Teams could not take the test post in the channel for {about}.',
    toDo: 'Ask again in some minutes, and look at the health of Teams. Alerts are tried again by themselves.',
  },
  'post-unheard': {
    kind: 'alerts',
    says: 'No answer came to the test post in the channel for {about}: it may be there or not.',
    toDo: 'Look into the channel, and ask again. Where it happens twice, look at the way to Teams.',
  },
  'post-unsent': {
    kind: 'alerts',
    says: 'The test post in the channel for {about} did not reach Teams, or the connection was cut.',
    toDo: 'Look at what is told of the token, and whether servers reach smba.trafficmanager.net.',
  },
  'post-odd': {
    kind: 'alerts',
    says: 'What answered the test post in the channel for {about} did not answer as Teams does.',
    toDo: 'Look into the channel, and whether a proxy stands between that shows a page of its own.',
  },
  'target-elsewhere': {
    kind: 'alerts',
    says: 'The store has an address for {about} that is none of Teams’, which servers do not use.',
    toDo: 'Choose the channel in Teams again, and ask who wrote into the store: the bot’s token was meant to go there.',
  },
  'post-not-tried': {
    kind: 'unseen',
    says: 'Nothing was posted, so whether posts arrive was not tried.',
    toDo: 'Where a test post disturbs nobody, ask again with --post: one goes into each channel of alerts.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
