import type { Words } from '../word.ts';

/** Guidance in words of our own; the official texts are linked. */
export const guidanceWords = {
  'guidance.what': { en: 'What is abuse of position?', cy: 'Beth yw camddefnyddio swydd?' },
  'guidance.signs': { en: 'Signs to look for', cy: 'Arwyddion i sylwi arnynt' },
  'guidance.duty': { en: 'Your duty and your protection', cy: 'Eich dyletswydd a’ch diogelu' },
  'guidance.ways': { en: 'Other ways to report', cy: 'Ffyrdd eraill o roi gwybod' },
  'guidance.whatIs': {
    en: 'Abuse of position for a sexual purpose is when someone who works for the police uses that position, or the power that comes with it, to seek a sexual or improper emotional relationship with a member of the public. It makes no difference whether they are on or off duty.',
    cy: 'Ystyr camddefnyddio swydd at ddiben rhywiol yw bod rhywun sy’n gweithio i’r heddlu yn defnyddio’r swydd honno, neu’r pŵer a ddaw gyda hi, i geisio perthynas rywiol neu berthynas emosiynol amhriodol ag aelod o’r cyhoedd. Nid oes gwahaniaeth a yw’r person ar ddyletswydd ai peidio.',
  },
  'guidance.whatIncludes': {
    en: 'It includes a sexual act, starting sexual contact, responding to an approach by the other person, and messages or remarks that could be seen as sexual or lewd.',
    cy: 'Mae’n cynnwys gweithred rywiol, dechrau cyswllt rhywiol, ymateb pan fydd y person arall yn gwneud y cam cyntaf, a negeseuon neu sylwadau y gellid eu hystyried yn rhywiol neu’n anweddus.',
  },
  'guidance.whatWho': {
    en: 'The person can be an officer, a member of staff, a volunteer or a contractor.',
    cy: 'Gall y person fod yn swyddog, yn aelod o staff, yn wirfoddolwr neu’n gontractwr.',
  },
  'guidance.whatColleague': {
    en: 'Sexual conduct towards a colleague is something else: sexual misconduct or harassment. You can report that here too, and every other kind of corruption or misconduct.',
    cy: 'Mae ymddygiad rhywiol tuag at gydweithiwr yn rhywbeth arall: camymddwyn neu aflonyddu rhywiol. Gallwch roi gwybod am hynny yma hefyd, a phob math arall o lygredd neu gamymddwyn.',
  },
  'guidance.whatSerious': {
    en: 'It is serious corruption. The force must refer it to the Independent Office for Police Conduct on the strength of what is alleged, before anything is proven.',
    cy: 'Mae’n llygredd difrifol. Rhaid i’r heddlu ei gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu ar sail yr hyn a honnir, cyn i ddim gael ei brofi.',
  },
  'guidance.signsIntro': {
    en: 'One sign alone may mean little. You do not have to be sure. These are signs that police forces publish:',
    cy: 'Efallai nad yw un arwydd ar ei ben ei hun yn golygu llawer. Nid oes rhaid i chi fod yn siŵr. Dyma arwyddion y mae heddluoedd yn eu cyhoeddi:',
  },
  'guidance.signsVulnerable': {
    en: 'Take particular care where someone is vulnerable: through mental ill health, learning difficulty, youth, dependency on drugs or alcohol, abuse or a recent trauma.',
    cy: 'Byddwch yn arbennig o ofalus os yw rhywun yn agored i niwed: oherwydd salwch meddwl, anhawster dysgu, ieuenctid, dibyniaeth ar gyffuriau neu alcohol, cam-drin neu drawma diweddar.',
  },
  'guidance.signsHappy': {
    en: 'That the person seemed happy with the situation is no reason to stay silent.',
    cy: 'Nid yw’r ffaith bod y person i’w weld yn hapus â’r sefyllfa yn rheswm dros gadw’n dawel.',
  },
  'guidance.dutyReport': {
    en: 'Officers and staff have a duty to report, challenge or act on conduct that falls short. For officers this is set out in the Standards of Professional Behaviour; for staff, in their contracts.',
    cy: 'Mae gan swyddogion a staff ddyletswydd i roi gwybod am ymddygiad sy’n methu â chyrraedd y safon, ei herio neu weithredu arno. I swyddogion mae hyn yn y Safonau Ymddygiad Proffesiynol, ac i staff yn eu contractau.',
  },
  'guidance.dutyMistaken': {
    en: 'If something you genuinely believed turns out to be mistaken, nobody should take it out on you: the College of Policing says so.',
    cy: 'Os daw i’r amlwg bod yr hyn yr oeddech yn ei gredu’n ddidwyll yn anghywir, ni ddylai neb ddial arnoch: dyna a ddywed y Coleg Plismona.',
  },
  'guidance.dutyUnidentified': {
    en: 'You may choose not to say who you are. There is a cost: your legal protection may be weaker, and what you report may be harder to look into.',
    cy: 'Gallwch ddewis peidio â dweud pwy ydych chi. Mae pris i hynny: gall eich amddiffyniad cyfreithiol fod yn wannach, a gall fod yn anoddach ymchwilio i’r hyn rydych yn rhoi gwybod amdano.',
  },
  'guidance.official': { en: 'Force guidance', cy: 'Canllawiau’r heddlu' },
  'guidance.strategy': { en: 'National strategy', cy: 'Strategaeth genedlaethol' },
} as const satisfies Words<'guidance'>;
