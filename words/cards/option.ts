import type { Words } from '../word.ts';

/** The choices of questions. */
export const optionWords = {
  'option.yes': { en: 'Yes', cy: 'Ydy' },
  'option.no': { en: 'No', cy: 'Nac ydy' },
  'option.unsure': {
    en: 'Not sure',
    cy: 'Ddim yn siŵr',
  },
  'option.other': { en: 'Something else', cy: 'Rhywbeth arall' },
  'option.riskYes': { en: 'Yes', cy: 'Oes' },
  'option.riskNo': { en: 'No', cy: 'Nac oes' },
  'option.affectedYes': { en: 'Yes', cy: 'Ydy' },
  'option.affectedNo': { en: 'No', cy: 'Nac ydy' },
  'option.named': {
    en: 'Named: the people handling your report see your name.',
    cy: 'Gydag enw: mae’r bobl sy’n delio â’ch adroddiad yn gweld eich enw.',
  },
  'option.confidential': {
    en: 'Confidential: your name is encrypted, and opened or shared only for recorded reasons.',
    cy: 'Yn gyfrinachol: caiff eich enw ei amgryptio. Rhaid cofnodi rheswm dros ei agor neu ei rannu.',
  },
  'option.notKept': {
    en: 'Identity not kept by Candour: other logs may show it.',
    cy: 'Heb gadw hunaniaeth yn Candour: gall cofnodion eraill ei dangos.',
  },
  'option.modeNamed': { en: 'Named', cy: 'Gydag enw' },
  'option.modeConfidential': { en: 'Confidential', cy: 'Yn gyfrinachol' },
  'option.modeNotKept': { en: 'Identity not kept', cy: 'Heb gadw hunaniaeth' },
  'option.conflictYes': {
    en: 'Yes, the unit or Professional Standards',
    cy: 'Ydy, â’r uned neu â Safonau Proffesiynol',
  },
  'option.conflictChief': {
    en: 'Yes, a senior officer',
    cy: 'Ydy, ag uwch-swyddog',
  },
  'option.boundaries': {
    en: 'Crossing professional boundaries, or using a police position for sex or a relationship, with a member of the public',
    cy: 'Croesi ffiniau proffesiynol, neu ddefnyddio swydd yn yr heddlu i gael rhyw neu berthynas, gydag aelod o’r cyhoedd',
  },
  'option.harassment': {
    en: 'Sexual harassment or misconduct towards a colleague',
    cy: 'Aflonyddu rhywiol neu gamymddwyn rhywiol tuag at gydweithiwr',
  },
  'option.bribery': {
    en: 'Information or influence for money or favours',
    cy: 'Gwybodaeth neu ddylanwad yn gyfnewid am arian neu ffafrau',
  },
  'option.advantage': {
    en: 'Using a police position for personal advantage',
    cy: 'Defnyddio swydd yn yr heddlu er budd personol',
  },
  'option.domestic': {
    en: 'Abusing or controlling a partner or family member',
    cy: 'Cam-drin neu reoli partner neu aelod o’r teulu',
  },
  'option.discrimination': {
    en: 'Racist, homophobic, misogynistic or disablist conduct',
    cy: 'Ymddygiad hiliol, homoffobig, misogynistaidd neu ablaethol',
  },
  'option.crime': { en: 'Drugs, theft, fraud or another crime', cy: 'Cyffuriau, dwyn, twyll neu drosedd arall' },
  'option.association': {
    en: 'A link to criminals, or another link that should have been declared',
    cy: 'Cysylltiad â throseddwyr, neu gysylltiad arall y dylid bod wedi’i ddatgan',
  },
  'option.towardsPublic': { en: 'A member of the public', cy: 'Aelod o’r cyhoedd' },
  'option.towardsColleague': { en: 'A colleague', cy: 'Cydweithiwr' },
  'option.towardsBoth': { en: 'Both', cy: 'Y ddau' },
  'option.towardsMe': { en: 'Me', cy: 'Fi' },
  'option.signContact': {
    en: 'Contact or visits off duty or at odd hours',
    cy: 'Cyswllt neu ymweliadau y tu allan i oriau gwaith neu ar adegau anarferol',
  },
  'option.signMessages': {
    en: 'Contact by private phone or social media',
    cy: 'Cyswllt drwy ffôn preifat neu’r cyfryngau cymdeithasol',
  },
  'option.signFlirting': {
    en: 'Nicknames, flirting, or sexual remarks or messages',
    cy: 'Llysenwau, fflyrtio, neu sylwadau neu negeseuon rhywiol',
  },
  'option.signGifts': { en: 'Gifts, letters or cards', cy: 'Anrhegion, llythyrau neu gardiau' },
  'option.signTouch': { en: 'Unnecessary touching', cy: 'Cyffwrdd diangen' },
  'option.signHero': {
    en: 'Acting as if only they can save someone',
    cy: 'Ymddwyn fel yr unig un a all achub rhywun',
  },
  'option.signAsksFor': {
    en: 'A victim asks for “their” officer',
    cy: 'Dioddefwr yn gofyn am “ei” swyddog',
  },
  'option.signCaseClosed': {
    en: 'Contact with no policing reason, or after the case was closed',
    cy: 'Cyswllt heb reswm plismona, neu ar ôl cau’r achos',
  },
  'option.signQuickEnd': {
    en: 'Pushing to close a domestic abuse case quickly',
    cy: 'Rhuthro i ddod ag achos cam-drin domestig i ben',
  },
  'option.mentalHealth': { en: 'Mental ill health', cy: 'Salwch meddwl' },
  'option.learning': { en: 'Learning difficulty', cy: 'Anhawster dysgu' },
  'option.young': { en: 'Being young', cy: 'Bod yn ifanc' },
  'option.dependency': { en: 'Dependency on drugs or alcohol', cy: 'Dibyniaeth ar gyffuriau neu alcohol' },
  'option.victim': { en: 'Being a victim of abuse', cy: 'Bod yn ddioddefwr cam-drin' },
  'option.trauma': { en: 'A recent trauma', cy: 'Trawma diweddar' },
  'option.knownSaw': { en: 'I saw or heard it myself', cy: 'Gwelais neu clywais hyn fy hun' },
  'option.knownTold': { en: 'Someone told me', cy: 'Dywedodd rhywun wrthyf' },
  'option.agreeYes': { en: 'Yes, and they agree', cy: 'Ydy, ac mae’n cytuno' },
  'option.agreeAgainst': { en: 'Yes, but they do not agree', cy: 'Ydy, ond nid yw’n cytuno' },
  'option.agreeNo': { en: 'No, they do not know', cy: 'Nac ydy, nid yw’n gwybod' },
  'option.passedOnNo': { en: 'No, not yet', cy: 'Nac ydy, ddim eto' },
  'option.passedOnNeither': {
    en: 'It is not about a child or an adult at risk',
    cy: 'Nid yw’n ymwneud â phlentyn nac ag oedolyn sy’n wynebu risg',
  },
  'option.knownOther': { en: 'In another way', cy: 'Mewn ffordd arall' },
} as const satisfies Words<'option'>;
