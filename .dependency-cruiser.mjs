// The rooms of Candour and what may be imported where: `npm run lint` holds it. docs/architecture.md says what each room is.

/**
 * The rooms in their order: each may import from those before it and from none after it. `knows` are the only ones before
 * it that it may import from; `not` are those before it that it may not. `instead` says what to do in place of an import
 * that is refused.
 * @type {readonly { room: string, knows?: readonly string[], not?: readonly string[], instead: string }[]}
 */
export const rooms = [
  {
    room: 'concerns/terms',
    instead: 'It holds what words mean: pass in what it needs, or put the rule where the record is, in concerns/records/.',
  },
  {
    room: 'concerns/records',
    instead: 'It says what is kept and what may follow what: what fetches it is in concerns/reporting/ or concerns/casework/.',
  },
  {
    room: 'concerns/ports',
    instead: 'It says what the core needs of the outside: a use case that needs it is in concerns/reporting/ or concerns/casework/.',
  },
  {
    room: 'concerns/reporting',
    instead: 'It is the reporter’s side and knows no casework: put what both need into concerns/records/ or concerns/ports/.',
  },
  {
    room: 'concerns/desk',
    not: ['concerns/reporting'],
    instead: 'It needs the store, and neither a code nor words: these stay in concerns/reporting/.',
  },
  {
    room: 'concerns/casework',
    not: ['concerns/reporting'],
    instead: 'It is the unit’s side and knows no reporting: put what both need into concerns/records/ or concerns/ports/.',
  },
  {
    room: 'concerns/content',
    not: ['concerns/reporting', 'concerns/casework'],
    instead: 'It is what a force says to everybody, and knows no case: put what it shares into concerns/records/ or concerns/ports/.',
  },
  { room: 'concerns/campaigns', instead: 'It knows nobody outside the force: that is for concerns/access/.' },
  { room: 'concerns/access', instead: 'The core knows nobody who uses it: take what it needs as a port in concerns/ports/.' },
  { room: 'words', instead: 'It holds each word once, and knows only concerns/: what shows a word asks for it by its key.' },
  {
    room: 'guidance',
    knows: ['concerns/terms', 'concerns/records', 'words'],
    instead: 'It knows terms, records and words: what shows a topic takes it as data.',
  },
  {
    room: 'pdf',
    knows: ['concerns/terms'],
    instead: 'It draws what it is given: words, figures and fonts are passed in.',
  },
  {
    room: 'seals',
    knows: ['concerns'],
    instead: 'It knows keys, ciphers and the ports of concerns/, and nobody who uses them.',
  },
  { room: 'cards', not: ['seals'], instead: 'It draws what concerns/ says with the words of words/: pass the data in.' },
  {
    room: 'print',
    not: ['seals'],
    instead: 'It knows the guidance, the words, the parts of cards and a PDF: what makes a file takes its bytes.',
  },
  {
    room: 'conversations',
    not: ['seals', 'print'],
    instead: 'It leads a person through concerns/ and answers with a Page: what it needs of the outside is passed in.',
  },
  {
    room: 'dialogs',
    not: ['seals'],
    instead: 'It runs conversations/ and answers with a Page, which a door draws: what it needs of the outside is passed in.',
  },
  {
    room: 'storage',
    knows: ['concerns'],
    instead: 'It keeps what concerns/ describes and knows nothing of bots, cards or keys.',
  },
  {
    room: 'summary',
    not: ['seals', 'conversations', 'dialogs', 'storage'],
    instead: 'It turns cases into figures: cases come in through the ports of concerns/.',
  },
  {
    room: 'contract',
    knows: ['concerns', 'guidance', 'summary'],
    instead: 'It is what the page and the server say to each other: it knows concerns/ and the figures of summary/.',
  },
  {
    room: 'manifest',
    knows: ['concerns', 'words'],
    instead: 'It writes the app package from the environment: it needs no running bot.',
  },
  {
    room: 'tab',
    not: ['dialogs', 'storage', 'manifest'],
    instead: 'It is a page in a browser: what it may say to the server is in contract/.',
  },
  {
    room: 'bot/settings',
    not: ['manifest', 'tab'],
    instead: 'It turns the environment into settings and opens what they name: what runs comes later.',
  },
  {
    room: 'bot/running',
    not: ['manifest', 'tab'],
    instead: 'It is what any server needs, whatever it serves: pass in what it works on.',
  },
  {
    room: 'bot/metrics',
    not: ['manifest', 'tab'],
    instead: 'It counts what it is told of, whatever is served: pass in what it reads.',
  },
  {
    room: 'bot/teams',
    not: ['manifest', 'tab'],
    instead: 'It is the Bot Framework’s side: what is done with an activity is in bot/doors/ or bot/alerts/, and is passed in.',
  },
  {
    room: 'bot/http',
    not: ['manifest', 'tab'],
    instead: 'It serves routes, bodies and files: what a route does is passed in.',
  },
  {
    room: 'bot/alerts',
    not: ['manifest', 'tab'],
    instead: 'It brings alerts to their channels: what asks for one calls it, not the other way round.',
  },
  {
    room: 'bot/campaigns',
    not: ['manifest', 'tab'],
    instead: 'It brings what is told to everybody to those who have the app: what asks for it calls it, not the other way round.',
  },
  {
    room: 'bot/content',
    not: ['manifest', 'tab'],
    instead: 'It says which topics of the guidance are live: what asks for them calls it, not the other way round.',
  },
  {
    room: 'bot/doors',
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
    room: 'commands',
    not: ['manifest', 'tab'],
    instead: 'They are programs of their own beside the server: development/ fills settings in before one starts.',
  },
  {
    room: 'deploy',
    not: ['tab', 'commands'],
    instead: 'It writes files out of the tables of the server: it asks no store and starts no server.',
  },
  {
    room: 'development',
    not: ['tab'],
    instead: 'It fills in settings and stands in for Teams: it starts bot/ and commands/ and is not needed by them.',
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
export const packages = [
  {
    packages: 'botbuilder|botbuilder-dialogs|botframework-connector',
    only: '^(?:bot/(?!doors/[^/]+$)|dialogs/dialog-runner[.]ts$)',
    instead: 'The Bot Framework is for bot/ and dialogs/dialog-runner.ts, and what every door shares knows no client.',
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
export const within = [
  {
    files: '^(?:guidance|seals)/[^/]+$|^pdf/',
    not: { dependencyTypes: ['core'] },
    instead: 'It runs in a browser too: what needs Node is in guidance/node/ or seals/node/, or is passed in.',
  },
  {
    files: '^(?:guidance|seals)/[^/]+$|^tab/',
    not: { path: '^(?:guidance|seals)/node/' },
    instead: 'It runs in a browser: what is in a folder node/ needs Node.',
  },
  {
    files: '^conversations/',
    not: { path: '^(?:fs|zlib)$', dependencyTypes: ['core'] },
    instead: 'It runs in a browser too: what it needs of the outside is passed in.',
  },
  {
    files: '^(?:conversations|dialogs)/',
    not: { path: '^cards/(?:card|draw-page|page-drawing)[.]ts$' },
    instead: 'It answers with a Page, which a door draws.',
  },
  {
    files: '^bot/doors/[^/]+$',
    not: { path: '^bot/(?:doors/)?teams/' },
    instead: 'It is what every door shares, and knows no client: what Teams needs is in bot/doors/teams/.',
  },
];

/** The files of a room, without those of rooms inside it. @param {string} room */
const filesOf = (room) => {
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
    .map((other) => filesOf(other.room));
  return { name: `${room}-imports`, comment: instead, severity: 'error', from: { path: filesOf(room) }, to: { path: refused } };
});

const packageRules = packages.map(({ packages: names, only, instead }) => ({
  name: `only-some-import-${names.replaceAll(/[^a-z-]+/gu, '-')}`,
  comment: instead,
  severity: 'error',
  from: { path: rooms.map(({ room }) => `^${room}/`), pathNot: only },
  to: { path: `(?:^|node_modules/)(?:${names})(?:/|$)` },
}));

const withinRules = within.map(({ files, not, instead }, at) => ({
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
    ...withinRules,
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
