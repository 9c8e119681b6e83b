import type { FindingText } from './finding-text.ts';

/** Everything that can be found of several servers beside what is found of one: those of a deployment, and a fleet's. */
export const findingsOfFleet = {
  'server-away': {
    kind: 'versions',
    says: 'No answer came from {about} of those named with --server.',
    toDo: 'Look whether it runs, and whether its address of numbers can be reached from here.',
  },
  'server-without-version': {
    kind: 'versions',
    says: 'Of those named with --server, {about} did not say which version it runs.',
    toDo: 'Name the address of HEALTH_PORT, and have METRICS=yes there.',
  },
  'server-of-another-version': {
    kind: 'versions',
    says: 'Of those named with --server, {about} runs another version than this one.',
    toDo: 'Bring every server to one version, and ask the doctor of that one. See docs/guides/operator.md.',
  },
  'servers-not-asked': {
    kind: 'unseen',
    says: 'The servers were not asked which version each runs.',
    toDo: 'Name the address of the numbers of each with --server, such as http://10.0.0.4:9090.',
  },
  'fleet-row-unreadable': {
    kind: 'fleet',
    says: 'A row of the fleet file cannot be read, so that its force was not looked at: {about}.',
    toDo: 'Put the row right. "npm run fleet -- check" says what is wrong with it.',
  },
  'fleet-file-wrong': {
    kind: 'fleet',
    says: 'Something is wrong with the fleet file as a whole: {about}',
    toDo: 'Put it right. "npm run fleet -- check" says more.',
  },
  'force-behind': {
    kind: 'versions',
    says: 'The force runs an earlier release than the train, although its wave has begun.',
    toDo: 'Have it deploy the release of the train, or say why not in the commit that moves its wave.',
  },
  'force-early': {
    kind: 'versions',
    says: 'The force runs the release of the train before its wave begins.',
    toDo: 'Look whether that was meant, and move its wave where it was.',
  },
  'force-mixed': {
    kind: 'versions',
    says: 'The force has the image of one release and the pages of another, by the fleet file.',
    toDo: 'Put its row right, or have it deploy both of one release.',
  },
  'force-unknown': {
    kind: 'versions',
    says: 'No release in the fleet file has the digests of the force.',
    toDo: 'Put its row right, or ask what runs there and who deployed it.',
  },
  'force-no-wave': {
    kind: 'versions',
    says: 'The force moves with a wave that the train has not.',
    toDo: 'Give the train that wave, or the force another.',
  },
  'page-of-another-release': {
    kind: 'page',
    says: 'The server hands out the pages of {about}, and the fleet file says another release.',
    toDo: 'Put its row right where that was deployed, or have the server brought to the release of its row.',
  },
  'page-no-manifest': {
    kind: 'unseen',
    says: 'No manifest here has the digest of the pages of this force.',
    toDo: 'Name the folder with the manifests of the releases with --manifests.',
  },
  'page-not-seen': {
    kind: 'unseen',
    says: 'The pages were not compared, since the server gave no answer.',
    toDo: 'Put right first what is told of its address, and ask again.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
