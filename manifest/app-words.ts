import type { Language } from '../concerns/terms/language.ts';

/** The words that Teams shows of the app before the bot says a word, in both languages. */
export interface AppWords {
  readonly shortName: string;
  readonly fullName: string;
  readonly shortDescription: string;
  readonly fullDescription: string;
}

/** Each is a paragraph. They promise what Candour keeps and no more. */
const fullDescriptions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Candour gives officers, staff and volunteers guidance about abuse of position and other wrongdoing, and a way to report a concern about a colleague in confidence.',
    'Read what abuse of position for a sexual purpose is, the signs to look for, your duty and your protection, and the other ways to report.',
    'Report a concern in English or Welsh, a few questions at a time. You choose how much about your identity Candour keeps, and you are told the limits before you begin. Come back with a code to see where your report stands, or to add to it.',
    'Once your report is saved it is sealed: only those who hold the keys can open it. A concern about the Anti-Corruption Unit, the Professional Standards Department, the Chief Constable or another senior officer goes to people outside the unit.',
    'Candour runs in Microsoft Teams, which keeps records of its own. You can see the ways to report without Teams before the first question.',
    'Please do not describe what happened in the chat: chat is recorded. Use the buttons instead.',
    'Candour is not for emergencies. If anyone is in danger now, call 999.',
  ],
  cy: [
    'Mae Candour yn rhoi canllawiau i swyddogion, staff a gwirfoddolwyr am gamddefnyddio swydd a chamymddwyn arall, a ffordd o roi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.',
    'Cewch ddarllen beth yw camddefnyddio swydd at ddiben rhywiol, pa arwyddion i gadw llygad amdanynt, beth yw eich dyletswydd a sut y cewch eich diogelu, a pha ffyrdd eraill sydd o roi gwybod.',
    'Rhowch wybod am bryder yn Gymraeg neu’n Saesneg, ychydig o gwestiynau ar y tro. Chi sy’n dewis faint o wybodaeth am eich hunaniaeth y mae Candour yn ei chadw, a chewch wybod beth yw’r terfynau cyn dechrau. Dewch yn ôl gyda chod i weld beth yw sefyllfa eich adroddiad, neu i ychwanegu ato.',
    'Ar ôl i’ch adroddiad gael ei gadw, mae wedi’i selio: dim ond y rhai sy’n dal yr allweddi sy’n gallu ei agor. Mae pryder am yr Uned Wrthlygredd, yr Adran Safonau Proffesiynol, y Prif Gwnstabl neu uwch-swyddog arall yn mynd at bobl y tu allan i’r uned.',
    'Mae Candour yn rhedeg yn Microsoft Teams, sy’n cadw ei gofnodion ei hun. Gallwch weld y ffyrdd o roi gwybod heb Teams cyn y cwestiwn cyntaf.',
    'Peidiwch â disgrifio’r hyn a ddigwyddodd yn y sgwrs: mae’r sgwrs yn cael ei chofnodi. Defnyddiwch y botymau yn lle hynny.',
    'Nid ar gyfer argyfyngau y mae Candour. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  ],
};

/** The full name ends with the name of the force, if known. */
export function appWords(language: Language, forceName: string | undefined): AppWords {
  const fullDescription = fullDescriptions[language].join('\n\n');
  return language === 'en'
    ? {
        shortName: 'Candour',
        fullName: forceName === undefined ? 'Candour: guidance and concerns' : `Candour for ${forceName}`,
        shortDescription: 'Guidance, and a way to report a concern about a colleague in confidence.',
        fullDescription,
      }
    : {
        shortName: 'Candour',
        fullName: forceName === undefined ? 'Candour: canllawiau a phryderon' : `Candour ar gyfer ${forceName}`,
        shortDescription: 'Canllawiau, a ffordd o roi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.',
        fullDescription,
      };
}
