import type { Words } from '../word.ts';

/** The words for cards that people confirmed to be one person's. */
export const personGroupsWords = {
  'group.heading': {
    en: 'Confirmed to be about one person',
    cy: 'Wedi’u cadarnhau fel rhai am un person',
  },
  'group.confirmIntro': {
    en: 'If both cards name one person, say so. The reports are then shown together to those who may see them. You cannot take it back alone.',
    cy: 'Os yw’r ddau gerdyn yn enwi un person, dywedwch hynny. Yna dangosir yr adroddiadau gyda’i gilydd i’r rhai sydd â hawl i’w gweld. Ni allwch dynnu hyn yn ôl ar eich pen eich hun.',
  },
  'group.confirm': { en: 'The same person as in {reference}', cy: 'Yr un person ag yn {reference}' },
  'group.confirmSaved': {
    en: 'It is saved in both cases. Two people can take it back.',
    cy: 'Mae wedi’i gadw yn y ddau achos. Gall dau berson ei dynnu’n ôl.',
  },
  'group.show': { en: 'Show the reports together', cy: 'Dangos yr adroddiadau gyda’i gilydd' },
  'group.showHint': {
    en: 'Looking at them together is recorded in the history of this case.',
    cy: 'Caiff edrych arnynt gyda’i gilydd ei gofnodi yn hanes yr achos hwn.',
  },
  'group.loading': { en: 'Putting them together …', cy: 'Wrthi’n eu rhoi gyda’i gilydd …' },
  'group.reports': {
    en: '{count, plural, one {# report} other {# reports, which may be one person’s}}',
    cy: '{count, plural, one {# adroddiad} two {# adroddiad, a allai ymwneud ag un person} few {# adroddiad, a allai ymwneud ag un person} many {# adroddiad, a allai ymwneud ag un person} other {# adroddiad, a allai ymwneud ag un person}}',
  },
  'group.noProof': {
    en: 'How many there are proves nothing. Each is judged by itself.',
    cy: 'Nid yw’r nifer yn profi dim. Caiff pob un ei ystyried ar ei ben ei hun.',
  },
  'group.thisReport': { en: '{reference}, this case', cy: '{reference}, yr achos hwn' },
  'group.pair': {
    en: '{one} and {other}: confirmed by {who}, {day}',
    cy: '{one} a {other}: cadarnhawyd gan {who}, {day}',
  },
  'group.none': {
    en: 'They cannot be put together here: a card was withdrawn, its key is not open, or it is not as it was sealed.',
    cy: 'Ni ellir eu rhoi gyda’i gilydd yma: tynnwyd cerdyn yn ôl, nid yw ei allwedd ar agor, neu nid yw fel y’i seliwyd.',
  },
  'group.more': {
    en: 'There are more than can be shown here.',
    cy: 'Mae mwy nag y gellir eu dangos yma.',
  },
  'group.wrong': { en: 'Which is not the same person', cy: 'Pa un nad yw’r un person' },
  'group.wrongNeeded': { en: 'Choose a case', cy: 'Dewiswch achos' },
  'group.partAsk': { en: 'Ask for it to be taken back', cy: 'Gofyn am ei dynnu’n ôl' },
  'group.partAsked': {
    en: 'You have asked for it to be taken back. It stays until a colleague agrees.',
    cy: 'Rydych wedi gofyn am ei dynnu’n ôl. Mae’n aros nes bydd cydweithiwr yn cytuno.',
  },
  'group.partWaits': {
    en: '{who} asked that {reference} be no longer confirmed as about the same person.',
    cy: 'Gofynnodd {who} i {reference} beidio â bod wedi’i gadarnhau mwyach fel un am yr un person.',
  },
  'group.partOwn': {
    en: 'You asked for it, so somebody else has to agree.',
    cy: 'Chi ofynnodd am hyn, felly rhaid i rywun arall gytuno.',
  },
  'group.partUnread': {
    en: 'Open the report again first, so that you read why.',
    cy: 'Agorwch yr adroddiad eto’n gyntaf, er mwyn i chi ddarllen pam.',
  },
  'group.part': { en: 'Take it back for {reference}', cy: 'Ei dynnu’n ôl ar gyfer {reference}' },
  'group.parted': {
    en: 'It is taken back. The cards are compared again as before.',
    cy: 'Mae wedi’i dynnu’n ôl. Caiff y cardiau eu cymharu eto fel o’r blaen.',
  },
  'group.partRefuse': { en: 'Leave it confirmed', cy: 'Ei adael wedi’i gadarnhau' },
  'group.partRefused': { en: 'It stays confirmed.', cy: 'Mae’n aros wedi’i gadarnhau.' },
} as const satisfies Words<'group'>;
