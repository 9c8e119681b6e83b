import type { Language } from '../concerns/terms/language.ts';
import { questions } from '../concerns/terms/questions.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Section } from './page.ts';
import { topicButtons } from './guidance-buttons.ts';
import { guidanceParts, type GuidanceTopic } from './guidance-topics.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { questionWordKeys } from '../words/cards/question-words.ts';
import { say } from '../words/cards/say.ts';
import { adviceWay, emergencyWay, supportLinks, supportWay, waysOut } from './ways-out.ts';

/** Topics that are paragraphs and nothing else. */
const paragraphs = {
  what: [
    'guidance.whatIs',
    'guidance.whatIncludes',
    'guidance.whatWho',
    'guidance.whatColleague',
    'guidance.whatSerious',
    'guidance.whatCrime',
  ],
  colleague: ['guidance.colleagueIs', 'guidance.colleagueAny', 'guidance.colleagueYou', 'guidance.colleagueTold'],
  duty: ['guidance.dutyReport', 'guidance.dutyWays', 'common.noFurther', 'guidance.dutyName'],
  protects: [
    'guidance.protectsLaw',
    'guidance.protectsWho',
    'guidance.dutyMistaken',
    'guidance.dutyUnidentified',
    'guidance.protectsWorse',
  ],
  evidence: ['guidance.evidenceNone', 'guidance.evidenceLeave', 'guidance.evidenceHand'],
  code: ['guidance.codeKeep', 'guidance.codePage', 'guidance.codeLeaves', 'guidance.codeNoReading'],
  after: ['guidance.afterRead', 'guidance.afterRefer', 'guidance.afterBack', 'guidance.afterNotAll'],
} as const satisfies Partial<Record<GuidanceTopic, readonly WordKey[]>>;

const isParagraphs = (topic: GuidanceTopic): topic is keyof typeof paragraphs => Object.hasOwn(paragraphs, topic);

/** Each scene: its heading, what is seen, and the answer. */
const scenes = [
  ['guidance.sceneClosedHeading', 'guidance.sceneClosed', 'guidance.sceneClosedAnswer'],
  ['guidance.sceneBothHeading', 'guidance.sceneBoth', 'guidance.sceneBothAnswer'],
  ['guidance.sceneUnsureHeading', 'guidance.sceneUnsure', 'guidance.sceneUnsureAnswer'],
] as const;

const partHeadings = {
  know: 'guidance.contentsKnow',
  report: 'guidance.contentsReport',
  help: 'guidance.contentsHelp',
} as const;
const parts = ['know', 'report', 'help'] as const;

/** The signs that are asked about in a report are the signs that are taught. */
const signLines = (language: Language): readonly string[] =>
  questions.signs.options
    .filter((sign) => sign !== 'other')
    .map((sign) => `• ${say(language, questionWordKeys.signs.options[sign])}`);

/** Who supports people, each with what opens it: those whom the police do not employ first. */
function support(language: Language, contacts: Contacts): readonly Section[] {
  const { helpline, helplinePhone: phone, helplineText: text, federationProgramme } = contacts;
  const helplineWay = say(language, 'guidance.supportHelpline', { helpline: helpline[language], phone, text });
  const hub = { victims: contacts.victims[language], unit: contacts.victimUnit[language] };
  return [
    emergencyWay(language, contacts),
    { text: [supportWay(language, contacts)], links: supportLinks(language, contacts.victimsPhone) },
    { text: [say(language, 'guidance.supportHub', hub)] },
    { text: [helplineWay], links: supportLinks(language, phone) },
    { text: [say(language, 'guidance.supportFederation', { programme: federationProgramme[language] })] },
    adviceWay(language, contacts),
    { text: [say(language, 'ways.ownDevice')] },
  ];
}

/** The text of a topic of the guidance, in under 200 words, with links to what it names. */
export function topicSections(language: Language, topic: GuidanceTopic, contacts: Contacts): readonly Section[] {
  if (isParagraphs(topic)) return [{ text: paragraphs[topic].map((key) => say(language, key)) }];
  switch (topic) {
    case 'contents':
      return parts.map((part) => ({
        heading: say(language, partHeadings[part]),
        text: [],
        links: topicButtons(language, guidanceParts[part]),
      }));
    case 'signs':
      return [
        {
          text: [
            say(language, 'guidance.signsIntro'),
            ...signLines(language),
            say(language, 'guidance.signsVulnerable'),
            say(language, 'guidance.signsHappy'),
          ],
        },
      ];
    case 'scenes':
      return [
        { text: [say(language, 'guidance.scenesIntro')] },
        ...scenes.map(([heading, scene, answer]) => ({
          heading: say(language, heading),
          text: [say(language, scene), say(language, answer)],
        })),
      ];
    case 'own':
      return [
        {
          text: [
            say(language, 'guidance.ownAsk'),
            say(language, 'guidance.ownQuestions'),
            say(language, 'guidance.ownApproach'),
            say(language, 'guidance.ownHappened'),
          ],
        },
        adviceWay(language, contacts),
        { text: [say(language, 'guidance.ownReport')] },
      ];
    case 'support':
      return support(language, contacts);
    case 'ways':
      return waysOut(language, contacts);
    default:
      return topic satisfies never;
  }
}
