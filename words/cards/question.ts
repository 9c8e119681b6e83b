import type { Words } from '../word.ts';

/** The questions, and what stands beside them. */
export const questionWords = {
  'question.mode': { en: 'How would you like to report?', cy: 'Sut hoffech chi roi gwybod?' },
  'question.modeShort': {
    en: 'Candour cannot accept confidential reports at the moment. You can choose another way to report, or tell one of these services outside Candour.',
    cy: 'Ni all Candour dderbyn adroddiadau cyfrinachol ar hyn o bryd. Gallwch ddewis ffordd arall o roi gwybod, neu ddweud wrth un o’r gwasanaethau hyn y tu allan i Candour.',
  },
  'question.what': { en: 'What happened', cy: 'Beth ddigwyddodd' },
  'question.whatHint': {
    en: 'You do not need proof.',
    cy: 'Nid oes angen prawf arnoch.',
  },
  'question.risk': { en: 'Is anyone at risk now?', cy: 'A oes rhywun mewn perygl nawr?' },
  'question.conflict': {
    en: 'Is it about the Anti-Corruption Unit, Professional Standards or a senior officer?',
    cy: 'A yw’n ymwneud â’r Uned Wrthlygredd, yr Adran Safonau Proffesiynol neu uwch-swyddog?',
  },
  'question.conflictHint': {
    en: 'Unless you answer “No”, your report goes outside the unit.',
    cy: 'Bydd eich adroddiad yn mynd y tu allan i’r uned, oni bai eich bod yn ateb “Nac ydy”.',
  },
  'question.conflictShort': {
    en: 'At the moment, Candour can accept your report if you answer “No”. If your answer is anything else, contact one of these services outside Candour.',
    cy: 'Ar hyn o bryd, gall Candour dderbyn eich adroddiad os atebwch “Nac ydy”. Os rhowch unrhyw ateb arall, cysylltwch ag un o’r gwasanaethau hyn y tu allan i Candour.',
  },
  'question.kind': { en: 'What kind of concern is it?', cy: 'Pa fath o bryder ydyw?' },
  'question.who': { en: 'Who is it about?', cy: 'Am bwy mae’r pryder?' },
  'question.whoHint': {
    en: 'A name, number, unit or description. Leave it empty if you do not know.',
    cy: 'Enw, rhif, uned neu ddisgrifiad. Gadewch hyn yn wag os nad ydych yn gwybod.',
  },
  'question.towards': { en: 'Who was it done to?', cy: 'I bwy y gwnaed hyn?' },
  'question.where': { en: 'Where did it happen?', cy: 'Ble digwyddodd hyn?' },
  'question.when': { en: 'When did it happen?', cy: 'Pryd digwyddodd hyn?' },
  'question.ongoing': { en: 'Is it still happening?', cy: 'A yw’n dal i ddigwydd?' },
  'question.signs': { en: 'Which signs were there?', cy: 'Pa arwyddion a welwyd?' },
  'question.vulnerability': {
    en: 'What may make the person affected vulnerable?',
    cy: 'Beth allai wneud y person yr effeithiwyd arno yn agored i niwed?',
  },
  'question.known': { en: 'How do you know?', cy: 'Sut ydych chi’n gwybod?' },
  'question.theirWords': {
    en: 'What did the person say, in their own words?',
    cy: 'Beth a ddywedwyd wrthych, yng ngeiriau’r person ei hun?',
  },
  'question.theirWordsHint': {
    en: 'Only what you remember. Up to 2,000 characters.',
    cy: 'Dim ond yr hyn rydych yn ei gofio. Hyd at 2,000 o nodau.',
  },
  'question.observed': {
    en: 'What did you see or hear yourself?',
    cy: 'Beth a welsoch neu a glywsoch chi eich hun?',
  },
  'question.observedHint': {
    en: 'Keep this separate from what you were told.',
    cy: 'Cadwch hyn ar wahân i’r hyn a ddywedwyd wrthych.',
  },
  'question.theyAgree': {
    en: 'Does the person who told you know that you are reporting it?',
    cy: 'A yw’r person a ddywedodd wrthych yn gwybod eich bod yn rhoi gwybod am hyn?',
  },
  'question.passedOn': {
    en: 'If it is about a child or an adult at risk: has the local authority’s designated officer been told?',
    cy: 'Os yw’n ymwneud â phlentyn neu oedolyn sy’n wynebu risg: a yw swyddog dynodedig yr awdurdod lleol wedi cael gwybod?',
  },
  'question.passedOnHint': {
    en: 'The Wales Safeguarding Procedures ask for this within 24 hours or on the next working day. Candour does not do it for you.',
    cy: 'Mae Gweithdrefnau Diogelu Cymru yn gofyn am hyn o fewn 24 awr neu ar y diwrnod gwaith nesaf. Nid yw Candour yn gwneud hyn ar eich rhan.',
  },
  'question.evidence': { en: 'Where could there be evidence?', cy: 'Ble gallai fod tystiolaeth?' },
  'question.evidenceHint': {
    en: 'Say only what you already know. Do not collect anything or search police systems. To hand something over, say here how we can contact you.',
    cy: 'Dywedwch yr hyn rydych eisoes yn ei wybod, a dim mwy. Peidiwch â chasglu dim na chwilio yn systemau’r heddlu. I drosglwyddo rhywbeth, dywedwch yma sut y gallwn gysylltu â chi.',
  },
  'question.subjectKnows': {
    en: 'Does the person it is about know about the concern?',
    cy: 'A yw’r person dan sylw yn gwybod am y pryder?',
  },
  'question.whoElse': { en: 'Who else knows?', cy: 'Pwy arall sy’n gwybod?' },
  'question.affected': { en: 'Has this affected you?', cy: 'A yw hyn wedi effeithio arnoch chi eich hun?' },
} as const satisfies Words<'question'>;
