// The rooms of Candour and what may be imported where: `npm run lint` holds it. docs/architecture.md says what each room is.

/**
 * The rooms in their order: each may import from those before it and from none after it. `knows` are the only ones before
 * it that it may import from; `not` are those before it that it may not. `instead` says what to do in place of an import
 * that is refused.
 * @type {readonly { room: string, knows?: readonly string[], not?: readonly string[], instead: string }[]}
 */
export const rooms = [
  {
    room: 'core/model',
    instead: 'It says what words mean, what is kept and what may follow what: what fetches it is in core/reporting/ or core/casework/.',
  },
  {
    room: 'core/ports',
    instead: 'It says what the core needs of the outside: a use case that needs it is in core/reporting/ or core/casework/.',
  },
  {
    room: 'core/reporting',
    instead: 'It is the reporter’s side and knows no casework: put what both need into core/model/ or core/ports/.',
  },
  {
    room: 'core/intake',
    not: ['core/reporting'],
    instead: 'It needs the store, and neither a code nor words: these stay in core/reporting/.',
  },
  {
    room: 'core/casework',
    not: ['core/reporting'],
    instead: 'It is the unit’s side and knows no reporting: put what both need into core/model/ or core/ports/.',
  },
  {
    room: 'core/content',
    not: ['core/reporting', 'core/casework'],
    instead: 'It is what a force says to everybody, and knows no case: put what it shares into core/model/ or core/ports/.',
  },
  { room: 'core/campaigns', instead: 'It knows nobody outside the force: that is for core/partners/.' },
  { room: 'core/partners', instead: 'The core knows nobody who uses it: take what it needs as a port in core/ports/.' },
  { room: 'words', instead: 'It holds each word once, and knows only core/: what shows a word asks for it by its key.' },
  {
    room: 'guidance',
    knows: ['core/model', 'words'],
    instead: 'It knows terms, records and words: what shows a topic takes it as data.',
  },
  {
    room: 'documents/pdf',
    knows: ['core/model'],
    instead: 'It draws what it is given: words, figures and fonts are passed in.',
  },
  {
    room: 'crypto',
    knows: ['core'],
    instead: 'It knows keys, ciphers and the ports of core/, and nobody who uses them.',
  },
  { room: 'cards', not: ['crypto'], instead: 'It draws what core/ says with the words of words/: pass the data in.' },
  {
    room: 'documents/print',
    not: ['crypto'],
    instead: 'It knows the guidance, the words, the parts of cards and a PDF: what makes a file takes its bytes.',
  },
  {
    room: 'dialogs',
    not: ['crypto', 'documents/print'],
    instead: 'It leads a person through core/ and answers with a Page: what it needs of the outside is passed in.',
  },
  {
    room: 'dialogs/bot-framework',
    not: ['crypto'],
    instead: 'It runs dialogs/ and answers with a Page, which a door draws: what it needs of the outside is passed in.',
  },
  {
    room: 'storage',
    knows: ['core'],
    instead: 'It keeps what core/ describes and knows nothing of bots, cards or keys.',
  },
  {
    room: 'summary',
    not: ['crypto', 'dialogs', 'dialogs/bot-framework', 'storage'],
    instead: 'It turns cases into figures: cases come in through the ports of core/.',
  },
  {
    room: 'contract',
    knows: ['core', 'guidance', 'summary'],
    instead: 'It is what the page and the server say to each other: it knows core/ and the figures of summary/.',
  },
  {
    room: 'manifest',
    knows: ['core', 'words'],
    instead: 'It writes the app package from the environment: it needs no running bot.',
  },
  {
    room: 'tab',
    not: ['dialogs/bot-framework', 'storage', 'manifest'],
    instead: 'It is a page in a browser: what it may say to the server is in contract/.',
  },
  {
    room: 'bot/config',
    not: ['manifest', 'tab'],
    instead: 'It turns the environment into settings and opens what they name: what runs comes later.',
  },
  {
    room: 'bot/runtime',
    not: ['manifest', 'tab'],
    instead: 'It is what any server needs, whatever it serves: pass in what it works on.',
  },
  {
    room: 'bot/runtime/metrics',
    not: ['manifest', 'tab'],
    instead: 'It counts what it is told of, whatever is served: pass in what it reads.',
  },
  {
    room: 'bot/teams',
    not: ['manifest', 'tab'],
    instead: 'It is the Bot Framework’s side: what is done with an activity is in bot/teams/handlers/ or bot/jobs/, and is passed in.',
  },
  {
    room: 'bot/http',
    not: ['manifest', 'tab'],
    instead: 'It serves routes, bodies and files: what a route does is passed in.',
  },
  {
    room: 'bot/jobs',
    not: ['manifest', 'tab'],
    instead: 'It brings alerts to their channels: what asks for one calls it, not the other way round.',
  },
  {
    room: 'bot/jobs/campaigns',
    not: ['manifest', 'tab'],
    instead: 'It brings what is told to everybody to those who have the app: what asks for it calls it, not the other way round.',
  },
  {
    room: 'bot/content',
    not: ['manifest', 'tab'],
    instead: 'It says which topics of the guidance are live: what asks for them calls it, not the other way round.',
  },
  {
    room: 'bot/teams/handlers',
    not: ['manifest', 'tab'],
    instead: 'It lets reporters in: what the tab’s operations do is in bot/api/.',
  },
  {
    room: 'bot/api',
    not: ['manifest', 'tab'],
    instead: 'It serves the tab’s operations: the parts are put together in bot/app.ts.',
  },
  {
    room: 'bot/partners',
    not: ['manifest', 'tab'],
    instead: 'It serves the partners’ page and its operations: the parts are put together in bot/app.ts.',
  },
  {
    room: 'bot',
    not: ['manifest', 'tab'],
    instead: 'It is the running server: the page is for tab/, and what only commands or development need is passed in.',
  },
  {
    room: 'cli',
    not: ['manifest', 'tab'],
    instead: 'They are programs of their own beside the server: development/ fills settings in before one starts.',
  },
  {
    room: 'deploy',
    not: ['tab', 'cli'],
    instead: 'It writes files out of the tables of the server: it asks no store and starts no server.',
  },
  {
    room: 'development',
    not: ['tab'],
    instead: 'It fills in settings and stands in for Teams: it starts bot/ and cli/ and is not needed by them.',
  },
  {
    room: 'release',
    not: ['development'],
    instead: 'It packs what the other rooms are. Development is not handed on.',
  },
];

/**
 * Packages that some files alone may import.
 * @type {readonly { packages: string, only: string, instead: string }[]}
 */
export const packageRestrictions = [
  {
    packages: 'botbuilder|botbuilder-dialogs|botframework-connector',
    only: '^(?:bot/|dialogs/bot-framework/dialog-runner[.]ts$)',
    instead: 'The Bot Framework is for bot/ and dialogs/bot-framework/dialog-runner.ts.',
  },
  { packages: 'restify', only: '^(?:bot|development)/', instead: 'Routes are served by bot/http/.' },
  { packages: '@azure|node:sqlite', only: '^storage/', instead: 'Databases and Azure are for storage/.' },
  { packages: 'adaptivecards-templating', only: '^cards/', instead: 'Cards are drawn by cards/.' },
  { packages: '@microsoft', only: '^(?:manifest|tab)/', instead: 'Teams is for bot/, manifest/ and tab/.' },
];

/**
 * What some files of a room may not import beside that, as dependency-cruiser names it.
 * @type {readonly { files: string, not: { path?: string, dependencyTypes?: readonly string[] }, instead: string }[]}
 */
export const fileRestrictions = [
  {
    files: '^(?:guidance|crypto)/[^/]+$|^documents/pdf/',
    not: { dependencyTypes: ['core'] },
    instead: 'It runs in a browser too: what needs Node is in guidance/node/ or crypto/node/, or is passed in.',
  },
  {
    files: '^(?:guidance|crypto)/[^/]+$|^tab/',
    not: { path: '^(?:guidance|crypto)/node/' },
    instead: 'It runs in a browser: what is in a folder node/ needs Node.',
  },
  {
    files: '^dialogs/[^/]+$',
    not: { path: '^(?:fs|zlib)$', dependencyTypes: ['core'] },
    instead: 'It runs in a browser too: what it needs of the outside is passed in.',
  },
  {
    files: '^dialogs/',
    not: { path: '^cards/(?:card-renderer|render-page|page-template)[.]ts$' },
    instead: 'It answers with a Page, which a door draws.',
  },
];

/** The files of a room, without those of rooms inside it. @param {string} room */
const roomPattern = (room) => {
  const inside = rooms.filter((one) => one.room.startsWith(`${room}/`)).map((one) => one.room.slice(room.length + 1));
  return `^${room}/${inside.length > 0 ? `(?!(?:${inside.join('|')})/)` : ''}`;
};

const orderRules = rooms.map(({ room, knows, not = [], instead }, at) => {
  const refused = rooms
    .filter((other, place) => {
      if (other.room === room) return false;
      const isKnown = knows?.some((one) => other.room === one || other.room.startsWith(`${one}/`)) ?? true;
      return place > at || !isKnown || not.includes(other.room);
    })
    .map((other) => roomPattern(other.room));
  return { name: `${room}-imports`, comment: instead, severity: 'error', from: { path: roomPattern(room) }, to: { path: refused } };
});

const packageRules = packageRestrictions.map(({ packages: names, only, instead }) => ({
  name: `only-some-import-${names.replaceAll(/[^a-z-]+/gu, '-')}`,
  comment: instead,
  severity: 'error',
  from: { path: rooms.map(({ room }) => `^${room}/`), pathNot: only },
  to: { path: `(?:^|node_modules/)(?:${names})(?:/|$)` },
}));

const fileRules = fileRestrictions.map(({ files, not, instead }, at) => ({
  name: `within-${at + 1}`,
  comment: instead,
  severity: 'error',
  from: { path: files },
  to: not,
}));

export default {
  forbidden: [
    ...orderRules,
    ...packageRules,
    ...fileRules,
    {
      name: 'no-circle',
      comment: 'Files that import each other in a circle, types included: put what both need into one of them, or below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: { parser: 'swc', doNotFollow: { path: '(?:^|/)node_modules/' } },
};
