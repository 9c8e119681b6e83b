import type { Mutant } from '../mutant.ts';

const talk = 'tests/conversations/hub.test.ts';
const steps = 'tests/concerns/terms/steps.test.ts';
const walks = 'tests/concerns/hub-flow-walks.test.ts';
const message = 'tests/concerns/records/sealed-message.test.ts';
const form = 'tests/print/hub-form.test.ts';

/** Ways for a partner to be asked, told or taken down wrongly. */
export const ofTheHub: readonly Mutant[] = [
  {
    name: 'an answer on consent keeps a partner from sending',
    promise: 'durable',
    file: 'concerns/terms/steps.ts',
    find: "{ id: 'hubWhy', part: 'short', questions: ['consentWhy'], when: isWithoutConsent },",
    put: "{ id: 'hubWhy', part: 'short', questions: ['consentWhy', 'conflict'], when: isWithoutConsent },",
    tests: [steps, walks],
  },
  {
    name: 'why it is passed on without agreement stands once they agree',
    promise: 'truthful',
    file: 'concerns/terms/steps.ts',
    find: "consent !== undefined && consent !== '' && consent !== 'agrees';",
    put: "consent !== undefined && consent !== '';",
    tests: [steps],
  },
  {
    name: 'neither the words of the person nor what was seen is needed',
    promise: 'truthful',
    file: 'concerns/terms/steps.ts',
    find: "return isEmpty ? [{ question: 'what', code: 'either' }, ...problems] : problems;",
    put: 'return problems;',
    tests: [steps, talk],
  },
  {
    name: 'a child at risk raises no urgent alert where nobody is said to be at risk now',
    promise: 'alerted',
    file: 'concerns/terms/urgency.ts',
    find: "childAtRisk === 'yes' || (",
    put: "(childAtRisk === 'yes' && risk !== 'no') || (",
    tests: ['tests/concerns/terms/urgency.test.ts', talk],
  },
  {
    name: 'a way of reporting that nobody asked a partner for is taken out of what came',
    promise: 'sealed',
    file: 'concerns/terms/steps.ts',
    find: "questions: ['consent', 'paperOn'] },",
    put: "questions: ['consent', 'mode', 'paperOn'] },",
    tests: [steps],
  },
  {
    name: 'that consent is withdrawn stands outside what authenticates a message',
    promise: 'sealed',
    file: 'concerns/records/sealed-message.ts',
    find: '...(message.says === undefined ? [] : [message.says]),',
    put: '',
    tests: [message],
  },
  {
    name: 'a withdrawal with other words is lost where one stands already',
    promise: 'durable',
    file: 'conversations/add-words.ts',
    find: "JSON.stringify(['candour/1/consent withdrawn', why])",
    put: "JSON.stringify(['candour/1/consent withdrawn'])",
    tests: [talk],
  },
  {
    name: 'a withdrawal has the same name in every case, and is told from other additions by it',
    promise: 'sealed',
    file: 'conversations/add-words.ts',
    find: "createHmac('sha256', contentKeyOf(code))",
    put: "createHmac('sha256', 'candour')",
    tests: [talk],
  },
  {
    name: 'a withdrawal is recorded before anybody has read what it does not undo',
    promise: 'truthful',
    file: 'concerns/reporting/come-back-flow.ts',
    find: ": ask('withdraw');",
    put: ": out('withdraw');",
    tests: [talk],
  },
  {
    name: 'a withdrawal is offered for a code of the staff',
    promise: 'truthful',
    file: 'concerns/reporting/come-back-flow.ts',
    find: "route === 'hub' && found?.route === 'hub';",
    put: "route === 'hub' && found !== undefined;",
    tests: [talk],
  },
  {
    name: 'the cards say that files can be added where none are taken',
    promise: 'truthful',
    file: 'conversations/come-back-conversation.ts',
    find: 'takesFiles: deps.takesFiles === true,',
    put: 'takesFiles: true,',
    tests: [talk],
  },
  {
    name: 'the draft of a partner goes on at the door of the staff',
    promise: 'sealed',
    file: 'conversations/come-back-conversation.ts',
    find: 'if (routeOf(draft.state) !== routeOf(deps))',
    put: 'if (routeOf(draft.state) === undefined)',
    tests: [talk],
  },
  {
    name: 'the duty that stays is not said on the receipt of a partner',
    promise: 'truthful',
    file: 'concerns/terms/disclosure.ts',
    find: "if (route === 'hub') return toldElse?.split(',').includes('lado') !== true;",
    put: "if (route === 'hub') return false;",
    tests: [talk, 'tests/concerns/terms/disclosure.test.ts'],
  },
  {
    name: 'what may concern the unit leaves the way of the hub where it is added apart',
    promise: 'truthful',
    file: 'concerns/reporting/add-apart.ts',
    find: "route: apart.route ?? 'staff',",
    put: "route: 'staff',",
    tests: [talk],
  },
  {
    name: 'the form on paper leaves a question out',
    promise: 'truthful',
    file: 'print/hub-form.ts',
    find: 'for (const question of questions) drawQuestion(open, about, question);',
    put: 'for (const question of questions.slice(0, 5)) drawQuestion(open, about, question);',
    tests: [form],
  },
];
